import type { Database } from "../database/database.ts";
import { ACT_NAMES, type Act } from "../domain/acts.ts";
import type { CodedStatement } from "../domain/coded-statement.ts";
import { STATUSES, type Status, TARGET_KINDS, type TargetKind } from "../domain/vocabulary.ts";
import { dayNumber } from "../network/days.ts";
import { type StatementTable, StatementTableBuilder } from "../network/statement-table.ts";

/**
 * How long each query may take that reads a whole case: once until the case changes, and for all who ask, hence longer than
 * one question may.
 */
export const WHOLE_CASE = { timeoutMs: 300_000 };

/**
 * Fetches the statements of a case that stand, as columns: a million in a few seconds.
 *
 * They come by the derived relations, target by target, grouped by act and date; what few statements have (citations, on whose
 * behalf, where) comes on its own and is laid beside them.
 */
export async function fetchStatementTable(database: Database, caseSlug: string): Promise<StatementTable> {
  const [targets, ties, findings, silent] = await Promise.all([
    database.read<TargetRow>("analytics/network-acts", { case: caseSlug }, WHOLE_CASE),
    fetchTies(database, caseSlug),
    fetchFindings(database, caseSlug),
    readStatements(database, caseSlug, true),
  ]);
  const builder = new StatementTableBuilder();
  for (const statement of silent) builder.add(statement);
  for (const { target, kind, groups } of targets) {
    const code = builder.codeOfTarget(target, kind);
    for (const group of groups) addGroup(builder, code, group, { ties, findings });
  }
  return builder.build();
}

/** Fetches every statement that a case ever held, with the times of recording and retraction, for looks back. */
export async function fetchFullStatementTable(database: Database, caseSlug: string): Promise<StatementTable> {
  const builder = new StatementTableBuilder();
  for (const statement of await readStatements(database, caseSlug, false)) builder.add(statement);
  return builder.build();
}

interface TargetRow extends Record<string, unknown> {
  readonly target: string;
  readonly kind: TargetKind;
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

function addGroup(builder: StatementTableBuilder, target: number, group: Group, beside: Beside): void {
  const [act, status, date, earliest, latest, actors, statements] = group;
  const codes = {
    act: ACT_NAMES.indexOf(act),
    status: STATUSES.indexOf(status),
    target,
    date: builder.codeOfDate(date),
    earliest: dayNumber(earliest),
    latest: dayNumber(latest),
  };
  for (const [statement, own] of actorsOfStatements(statements, actors)) {
    for (const actor of own) builder.pushActor(actor);
    const ties = beside.ties.get(statement);
    for (const source of beside.findings(statement)) builder.pushTo("foundIn", source);
    for (const [column, ids] of ties?.lists ?? []) for (const id of ids) builder.pushTo(column, id);
    const madeAt = ties?.madeAt ? builder.codeOfTarget(ties.madeAt, "Meeting") : -1;
    builder.addCoded(statement, { ...codes, madeAt });
  }
}

/** A joint statement comes once for each of its actors, in one group. */
function actorsOfStatements(
  statements: readonly string[],
  actors: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [place, statement] of statements.entries()) {
    const actor = actors[place] ?? "";
    const known = found.get(statement);
    if (known) known.push(actor);
    else found.set(statement, [actor]);
  }
  return found;
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
  caseSlug: string,
  onlyWithoutActor: boolean,
): Promise<CodedStatement[]> {
  const rows = await database.read<StatementRow>(
    "analytics/network-statements",
    { case: caseSlug, onlyWithoutActor },
    WHOLE_CASE,
  );
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
