import type { Parameters } from "../database/database.ts";
import type { Tables } from "../dataset/dataset.ts";
import { forEachReference } from "../dataset/references.ts";
import type { AnyRow } from "../dataset/rule.ts";
import type { Settings } from "../dataset/settings.ts";
import { ACTS_ON_BINDING_PROPOSALS, MEDIATING_ACTS } from "../domain/acts.ts";
import { makeId } from "../domain/ids.ts";
import type { RecordOf } from "../domain/tables.ts";

/** Which statements an edit is checked against: parameters of `curation/near-statements`, which says what each means. */
export interface Nearness extends Parameters {
  readonly named: readonly string[];
  readonly ordered: readonly string[];
  readonly alike: readonly { readonly act: string; readonly target: string; readonly date: string | null }[];
  readonly sources: readonly string[];
  readonly documents: readonly string[];
  readonly targets: readonly string[];
  readonly mediators: readonly string[];
  readonly mediatingActs: readonly string[];
  readonly bound: readonly string[];
  readonly bindingActs: readonly string[];
  readonly voices: readonly string[];
}

interface Surroundings {
  readonly caseSlug: string;
  readonly settings: Settings;
  readonly tables: Tables;
}

type Statement = RecordOf<"statements">;

/**
 * Tells which statements matter for an edit: to the rules of `validate`, and to what is derived from statements. A rule that
 * looks at further statements needs them named here; `tests/curation/nearness.test.ts` compares with the whole case.
 *
 * @param states - The row before the edit, if it was there, and after it.
 */
export function nearnessOf(states: readonly AnyRow[], surroundings: Surroundings): Nearness {
  const { caseSlug, settings } = surroundings;
  const ids = (slugs: readonly string[]) => [...new Set(slugs)].map((slug) => makeId(caseSlug, slug));
  const statements = states.flatMap((row) => (row.table === "statements" ? [row.record] : []));
  const sources = states.flatMap(sourcesOf);
  const isCoded = settings.origin === "CODED";
  return {
    named: ids(states.flatMap(namesIn)),
    ordered: ids(states.flatMap(orderOf)),
    alike: isCoded ? statements.map((statement) => likenessOf(statement, caseSlug)) : [],
    sources: ids(sources),
    documents: isCoded ? ids(sources.filter((slug) => isMeasured(slug, states, surroundings))) : [],
    targets: ids(statements.map(({ target }) => target)),
    mediators: ids(statements.flatMap(({ act, actors }) => (MEDIATING_ACTS.includes(act) ? actors : []))),
    mediatingActs: MEDIATING_ACTS,
    bound: ids(states.flatMap((row) => (row.table === "proposals" ? [row.record.slug] : []))),
    bindingActs: ACTS_ON_BINDING_PROPOSALS,
    voices: ids(renamedVoices(states)),
  };
}

/** Gives the ids of the actors and claims of which all statements that bear on their label or standing are near. */
export function judgedIds(
  { mediators, targets, voices }: Nearness,
  { tables, caseSlug }: Pick<Surroundings, "tables" | "caseSlug">,
): ReadonlySet<string> {
  const idOf = (slug: string) => makeId(caseSlug, slug);
  const isVoice = (slug: string) => voices.includes(idOf(slug));
  const found = new Set(
    tables.findings.filter(({ source }) => isVoice(source)).map(({ statement }) => statement),
  );
  const spoken = tables.statements
    .filter(({ slug, actors, foundIn }) => found.has(slug) || [...actors, ...foundIn].some(isVoice))
    .map(({ target }) => idOf(target));
  const claims = new Set(tables.claims.map(({ slug }) => idOf(slug)));
  return new Set([...mediators, ...[...targets, ...spoken].filter((id) => claims.has(id))]);
}

function namesIn(row: AnyRow): string[] {
  const slugs: string[] = [];
  forEachReference(row, (slug) => slugs.push(slug));
  return slugs;
}

function orderOf({ record }: AnyRow): readonly string[] {
  return "after" in record ? [record.slug, ...record.after, ...record.before] : [];
}

function likenessOf({ act, target, date }: Statement, caseSlug: string): Nearness["alike"][number] {
  return { act, target: makeId(caseSlug, target), date };
}

function sourcesOf({ table, record }: AnyRow): readonly string[] {
  if (table === "sources") return [record.slug];
  return "foundIn" in record ? record.foundIn : [];
}

/** Whether it is counted how much of a document is quoted, or whether that cannot be counted is told. */
function isMeasured(
  slug: string,
  states: readonly AnyRow[],
  { settings, tables }: Pick<Surroundings, "settings" | "tables">,
): boolean {
  if (Object.hasOwn(settings.documentWords, slug)) return true;
  const edited = states.flatMap((row) => (row.table === "sources" ? [row.record] : []));
  return [...tables.sources, ...edited].some((row) => row.slug === slug && row.coverage === "COMPLETE");
}

/** Actors and sources with other names than before: which source speaks for which actor may be another now. */
function renamedVoices([before, after]: readonly AnyRow[]): string[] {
  if (!before || !after || namesOf(before) === namesOf(after)) return [];
  return "slug" in after.record ? [after.record.slug] : [];
}

function namesOf({ table, record }: AnyRow): string {
  if (table === "actors") return JSON.stringify([record.name, record.aliases]);
  return table === "sources" ? JSON.stringify([record.publisher, record.author]) : "";
}
