import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { makeId, parseId } from "../domain/ids.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import { badInput } from "./analysis-filter.ts";
import { fetchCaseContext } from "./case-context.ts";
import { kindOf, makeRef, type Ref } from "./refs.ts";
import { suggest } from "./suggest.ts";

interface RecordRow {
  readonly [column: string]: unknown;
  readonly asked: string;
  readonly id: string;
  readonly labels: readonly string[];
  readonly name: string | null;
}

/** Where and when things are looked for. */
export interface KnownCase {
  /** Slug of the case. */
  readonly case: string;
  /** ISO time: things removed since are found too; null: now. */
  readonly asKnownOn: string | null;
}

/**
 * Finds the things of one case that are named by id, slug or former id, in the order given.
 *
 * @param kinds - What they may be.
 * @throws DemarcheError NOT_FOUND with suggestions for one that is not there; BAD_INPUT for one of another case or kind.
 */
export async function resolveIds(
  database: Database,
  { case: caseSlug, asKnownOn }: KnownCase,
  texts: readonly string[],
  kinds: readonly NodeKind[],
): Promise<Ref[]> {
  if (texts.length === 0) return [];
  const ids = texts.map((text) => toIdOfCase(text, caseSlug));
  const found = await fetchRecords(database, ids, asKnownOn);
  const refs: Ref[] = [];
  for (const [index, text] of texts.entries()) {
    const row = found.find((candidate) => candidate.asked === ids[index]);
    if (!row) throw await notFound(database, text, [caseSlug], kinds);
    refs.push(checkKind(row, text, kinds));
  }
  return refs.filter((ref, index) => refs.findIndex((other) => other.id === ref.id) === index);
}

/**
 * Finds the one thing that an id names, or a slug alone where only one case has it, or a former id.
 *
 * @param asKnownOn - ISO time: what was removed or changed since is found as it was; null: now.
 * @throws DemarcheError NOT_FOUND with suggestions; BAD_INPUT where several cases have the slug, naming the ids.
 */
export async function resolveId(
  database: Database,
  text: string,
  asKnownOn: string | null = null,
): Promise<Ref> {
  const { caseSlug, slug } = parseId(text);
  const cases = caseSlug === null ? await fetchCases(database) : [caseSlug];
  const found = await fetchRecords(
    database,
    cases.map((candidate) => makeId(candidate, slug)),
    asKnownOn,
  );
  const [first, second] = found;
  if (!first) {
    throw await notFound(database, text, cases, []);
  }
  if (second) {
    const ids = found.map((row) => row.id).sort();
    throw badInput(`"${text}" stands in several cases: say which, ${ids.join(" or ")}.`, {
      suggestions: ids,
    });
  }
  return makeRef(first.id, first.labels, first.name);
}

/** Finds records, each as it was at a time where it was removed or changed since. */
async function fetchRecords(
  database: Database,
  ids: readonly string[],
  asKnownOn: string | null,
): Promise<RecordRow[]> {
  const now = await database.read<RecordRow>("analytics/records-by-id", { ids });
  if (asKnownOn === null) return now;
  const then = await database.read<RecordRow>("analytics/versions-by-id", { ids, asKnownOn });
  const changed = new Set(then.map(({ asked }) => asked));
  return [...then, ...now.filter(({ asked }) => !changed.has(asked))];
}

async function fetchCases(database: Database): Promise<string[]> {
  const rows = await database.read<{ id: string }>("analytics/case-slugs");
  return rows.map((row) => row.id);
}

function toIdOfCase(text: string, wanted: string): string {
  const { caseSlug, slug } = parseId(text);
  if (caseSlug === null || caseSlug === wanted) return makeId(wanted, slug);
  throw badInput(`"${text}" is not of the case "${wanted}": name things of that case.`);
}

function checkKind(row: RecordRow, text: string, kinds: readonly NodeKind[]): Ref {
  const kind = kindOf(row.labels);
  if (kinds.includes(kind)) return makeRef(row.id, row.labels, row.name);
  const wanted = kinds.map((name) => name.toLowerCase()).join(" or ");
  throw badInput(`"${text}" is ${article(kind.toLowerCase())}, not ${article(wanted)}.`);
}

function article(word: string): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

async function notFound(
  database: Database,
  text: string,
  cases: readonly string[],
  kinds: readonly NodeKind[],
): Promise<DemarcheError> {
  if (cases.length === 1 && cases[0] !== undefined) await fetchCaseContext(database, cases[0]);
  const perCase = await Promise.all(cases.slice(0, 20).map((slug) => fetchNames(database, slug, kinds)));
  const suggestions = suggest(parseId(text).slug, perCase.flat());
  const what =
    kinds.length === 1 ? `No ${kinds[0]?.toLowerCase()} is called "${text}"` : `Nothing is called "${text}"`;
  const where = cases.length === 1 ? ` in the case "${cases[0]}"` : "";
  const hint =
    suggestions.length > 0
      ? `; did you mean ${suggestions.join(", ")}?`
      : "; `search` finds it by its words.";
  return new DemarcheError("NOT_FOUND", `${what}${where}${hint}`, { details: { id: text, suggestions } });
}

async function fetchNames(database: Database, caseSlug: string, labels: readonly NodeKind[]) {
  const rows = await database.read<{ id: string; name: string; aliases: string[] }>(
    "analytics/record-names",
    {
      case: caseSlug,
      labels,
    },
  );
  return rows.map(({ id, name, aliases }) => ({ id, texts: [parseId(id).slug, name, ...aliases] }));
}
