import type { Database } from "../database/database.ts";
import { ACT_NAMES, type Act } from "../domain/acts.ts";
import type { CodedStatement } from "../domain/coded-statement.ts";
import { STATUSES, type Status, TARGET_KINDS, type TargetKind } from "../domain/vocabulary.ts";
import { dayNumber } from "../network/days.ts";
import {
  makeStatementTable,
  type StatementTable,
  StatementTableBuilder,
} from "../network/statement-table.ts";

/**
 * How long each query may take that reads a whole case: once until the case changes, and for all who ask, hence longer than
 * one question may.
 */
export const WHOLE_CASE = { timeoutMs: 300_000 };

/**
 * Fetches the statements of a case that stand, as columns: a million in a few seconds.
 *
 * They come by the derived relations, target by target, grouped by act and date, and are laid out as they come; what few
 * statements have (citations, on whose behalf, where) comes on its own and is laid beside them.
 */
export async function fetchStatementTable(database: Database, caseSlug: string): Promise<StatementTable> {
  const builder = new StatementTableBuilder();
  const beside = fetchBeside(database, caseSlug);
  const [targets] = await Promise.all([addActs(builder, database, caseSlug, beside), beside]);
  const silent = targets.length === 0 ? [] : await readStatements(database, { case: null, targets });
  for (const statement of silent) builder.add(statement);
  return builder.build();
}

/** Fetches every statement that a case ever held, with the times of recording and retraction, for looks back. */
export async function fetchFullStatementTable(database: Database, caseSlug: string): Promise<StatementTable> {
  return makeStatementTable(await readStatements(database, { case: caseSlug, targets: [] }));
}

interface TargetRow extends Record<string, unknown> {
  readonly target: string;
  readonly kind: TargetKind;
  readonly onCount: number;
  readonly groups: readonly Group[];
}

type Group = readonly [
  act: Act,
  status: Status,
  date: string | null,
  earliest: string | null,
  latest: string | null,
  actors: readonly string[],
  statements: readonly string[],
];

type ListColumn = "onBehalfOf" | "foundIn" | "cites" | "citesParagraph" | "citesOneOf";

/** What statements have beside act, actor, target and date. */
interface Ties {
  readonly madeAt: string | null;
  readonly lists: readonly (readonly [ListColumn, readonly string[]])[];
}

interface Beside {
  readonly ties: ReadonlyMap<string, Ties>;
  /** Documents of a statement. */
  readonly findings: (statement: string) => readonly string[];
}

async function fetchBeside(database: Database, caseSlug: string): Promise<Beside> {
  const [ties, findings] = await Promise.all([
    fetchTies(database, caseSlug),
    fetchFindings(database, caseSlug),
  ]);
  return { ties, findings };
}

/** A row holds all statements on a target: few rows at once do not live long enough to burden the garbage collector. */
const ROWS_AT_ONCE = 100;

/** Adds the statements that have actors, and gives the targets of further ones: retracted, or without an actor. */
async function addActs(
  builder: StatementTableBuilder,
  database: Database,
  caseSlug: string,
  beside: Promise<Beside>,
): Promise<string[]> {
  const others: string[] = [];
  const options = { ...WHOLE_CASE, rowsAtOnce: ROWS_AT_ONCE };
  const rows = database.stream<TargetRow>("analytics/network-acts", { case: caseSlug }, options);
  for await (const { target, kind, onCount, groups } of rows) {
    const code = builder.codeOfTarget(target, kind);
    let added = 0;
    for (const group of groups) added += addGroup(builder, code, group, await beside);
    if (added < onCount) others.push(target);
  }
  return others;
}

/** Adds the statements of a group, and gives their number. */
function addGroup(builder: StatementTableBuilder, target: number, group: Group, beside: Beside): number {
  const [act, status, date, earliest, latest, actors, statements] = group;
  const codes = {
    act: ACT_NAMES.indexOf(act),
    status: STATUSES.indexOf(status),
    target,
    date: builder.codeOfDate(date),
    earliest: dayNumber(earliest),
    latest: dayNumber(latest),
  };
  const places = placesOfStatements(statements);
  for (const [statement, own] of places) {
    if (typeof own === "number") builder.pushActor(actors[own] ?? "");
    else for (const place of own) builder.pushActor(actors[place] ?? "");
    const madeAt = pushBeside(builder, statement, beside);
    builder.addCoded(statement, { ...codes, madeAt });
  }
  return places.size;
}

/** A joint statement comes once for each of its actors, in one group; nearly all have one. */
function placesOfStatements(statements: readonly string[]): ReadonlyMap<string, number | number[]> {
  const places = new Map<string, number | number[]>();
  for (const [place, statement] of statements.entries()) {
    const known = places.get(statement);
    if (known === undefined) places.set(statement, place);
    else places.set(statement, [known, place].flat());
  }
  return places;
}

/** Pushes what lies beside a statement, and gives the place where it was made. */
function pushBeside(builder: StatementTableBuilder, statement: string, { ties, findings }: Beside): number {
  const own = ties.get(statement);
  for (const source of findings(statement)) builder.pushTo("foundIn", source);
  for (const [column, ids] of own?.lists ?? []) for (const id of ids) builder.pushTo(column, id);
  return own?.madeAt ? builder.codeOfTarget(own.madeAt, "Meeting") : -1;
}

function kindOf(labels: readonly string[]): TargetKind {
  return TARGET_KINDS.find((kind) => labels.includes(kind)) ?? "Claim";
}

const COLUMN_OF: Readonly<Record<string, ListColumn>> = {
  ON_BEHALF_OF: "onBehalfOf",
  CITES: "cites",
  CITES_PARAGRAPH: "citesParagraph",
  CITES_ONE_OF: "citesOneOf",
};

async function fetchTies(database: Database, caseSlug: string): Promise<ReadonlyMap<string, Ties>> {
  const rows = await database.read<{ statements: string[]; relation: string; other: string }>(
    "analytics/network-ties",
    { case: caseSlug },
    WHOLE_CASE,
  );
  const ties = new Map<string, Ties>();
  for (const { statements, relation, other } of rows.sort((a, b) => (a.other < b.other ? -1 : 1))) {
    for (const statement of statements) ties.set(statement, addTie(ties.get(statement), relation, other));
  }
  return ties;
}

function addTie(known: Ties | undefined, relation: string, other: string): Ties {
  const { madeAt, lists } = known ?? { madeAt: null, lists: [] };
  const column = COLUMN_OF[relation];
  if (!column) return { madeAt: other, lists };
  const own = lists.find(([name]) => name === column)?.[1] ?? [];
  return { madeAt, lists: [...lists.filter(([name]) => name !== column), [column, [...own, other]]] };
}

/** Where a case was read from one document, every statement was found there, and nothing has to be fetched. */
async function fetchFindings(
  database: Database,
  caseSlug: string,
): Promise<(statement: string) => readonly string[]> {
  const readers = await database.read<{ id: string; count: number }>(
    "analytics/network-readers",
    { case: caseSlug },
    WHOLE_CASE,
  );
  const only = readers.map(({ id }) => id);
  if (only.length <= 1) return () => only;
  const rows = await database.read<{ source: string; own: boolean; statements: string[] }>(
    "analytics/network-findings",
    { case: caseSlug },
    WHOLE_CASE,
  );
  const found = new Map<string, [string, boolean][]>();
  for (const { source, own, statements } of rows) {
    for (const statement of statements) {
      const known = found.get(statement);
      if (known) known.push([source, own]);
      else found.set(statement, [[source, own]]);
    }
  }
  return (statement) => orderFindings(found.get(statement) ?? []);
}

/** The document that a statement was coded from comes before further findings. */
function orderFindings(findings: readonly (readonly [string, boolean])[]): string[] {
  const sorted = [...findings].sort(
    ([a, ownA], [b, ownB]) => Number(ownB) - Number(ownA) || (a < b ? -1 : 1),
  );
  return [...new Set(sorted.map(([source]) => source))];
}

interface StatementRow extends Record<string, unknown>, Omit<CodedStatement, "targetKind" | "foundIn"> {
  readonly kinds: readonly string[];
  readonly foundIn: readonly (readonly [string, boolean])[];
}

async function readStatements(
  database: Database,
  wanted: { readonly case: string | null; readonly targets: readonly string[] },
): Promise<CodedStatement[]> {
  const rows = await database.read<StatementRow>("analytics/network-statements", wanted, WHOLE_CASE);
  return rows.map(({ kinds, foundIn, ...row }) => ({
    ...row,
    actors: [...row.actors].sort(),
    onBehalfOf: [...row.onBehalfOf].sort(),
    cites: [...row.cites].sort(),
    citesParagraph: [...row.citesParagraph].sort(),
    citesOneOf: [...row.citesOneOf].sort(),
    targetKind: kindOf(kinds),
    foundIn: orderFindings(foundIn),
  }));
}
