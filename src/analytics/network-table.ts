import type { Database } from "../database/database.ts";
import { ACT_NAMES, type Act } from "../domain/acts.ts";
import type { CodedStatement } from "../domain/coded-statement.ts";
import { STATUSES, type Status, TARGET_KINDS, type TargetKind } from "../domain/vocabulary.ts";
import { dayNumber } from "../network/days.ts";
import { type StatementTable, StatementTableBuilder } from "../network/statement-table.ts";

/**
 * Fetches the statements of a case that stand, as columns: a million in a few seconds.
 *
 * They come by the derived relations, grouped by target, act and date; what few statements have (citations, on whose behalf,
 * where) comes on its own and is laid beside them.
 */
export async function fetchStatementTable(
  database: Database,
  caseSlug: string,
  actorIds: readonly string[],
): Promise<StatementTable> {
  const [ties, findings, silent] = await Promise.all([
    fetchTies(database, caseSlug),
    fetchFindings(database, caseSlug),
    readStatements(database, caseSlug, true),
  ]);
  const builder = new StatementTableBuilder();
  for (const statement of silent) builder.add(statement);
  for await (const group of database.stream<GroupRow>("analytics/network-acts", { case: caseSlug })) {
    addGroup(builder, group, { actorIds, ties, findings });
  }
  return builder.build();
}

/** Fetches every statement that a case ever held, with the times of recording and retraction, for looks back. */
export async function fetchFullStatementTable(database: Database, caseSlug: string): Promise<StatementTable> {
  const builder = new StatementTableBuilder();
  for (const statement of await readStatements(database, caseSlug, false)) builder.add(statement);
  return builder.build();
}

interface GroupRow extends Record<string, unknown> {
  readonly target: string;
  readonly kinds: readonly string[];
  readonly act: Act;
  readonly status: Status;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly actors: readonly number[];
  readonly statements: readonly string[];
}

type ListColumn = "onBehalfOf" | "foundIn" | "cites" | "citesParagraph" | "citesOneOf";

/** What statements have beside act, actor, target and date. */
interface Ties {
  readonly madeAt: string | null;
  readonly lists: readonly (readonly [ListColumn, readonly string[]])[];
}

interface Beside {
  readonly actorIds: readonly string[];
  readonly ties: ReadonlyMap<string, Ties>;
  /** Documents of a statement. */
  readonly findings: (statement: string) => readonly string[];
}

/** A joint statement comes once for each of its actors, in one group. */
function addGroup(builder: StatementTableBuilder, group: GroupRow, beside: Beside): void {
  const actors = new Map<string, number[]>();
  for (const [place, statement] of group.statements.entries()) {
    const actor = group.actors[place] ?? 0;
    const known = actors.get(statement);
    if (known) known.push(actor);
    else actors.set(statement, [actor]);
  }
  const codes = {
    act: ACT_NAMES.indexOf(group.act),
    status: STATUSES.indexOf(group.status),
    target: builder.codeOfTarget(group.target, kindOf(group.kinds)),
    date: builder.codeOfDate(group.date),
    earliest: dayNumber(group.earliest),
    latest: dayNumber(group.latest),
  };
  for (const [statement, own] of actors) {
    for (const actor of own) builder.pushActor(beside.actorIds[actor] ?? "");
    const ties = beside.ties.get(statement);
    for (const source of beside.findings(statement)) builder.pushTo("foundIn", source);
    for (const [column, ids] of ties?.lists ?? []) for (const id of ids) builder.pushTo(column, id);
    const madeAt = ties?.madeAt ? builder.codeOfTarget(ties.madeAt, "Meeting") : -1;
    builder.addCoded(statement, { ...codes, madeAt });
  }
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
  const readers = await database.read<{ id: string; count: number }>("analytics/network-readers", {
    case: caseSlug,
  });
  const only = readers.map(({ id }) => id);
  if (only.length <= 1) return () => only;
  const rows = await database.read<{ source: string; own: boolean; statements: string[] }>(
    "analytics/network-findings",
    { case: caseSlug },
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
  const rows = await database.read<StatementRow>("analytics/network-statements", {
    case: caseSlug,
    onlyWithoutActor,
  });
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
