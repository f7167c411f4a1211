import type { Database } from "../database/database.ts";
import { type CaseActors, fetchCaseActors } from "./case-actors.ts";
import { fetchStatements } from "./fetch-statements.ts";
import { MAX_PAGE_SIZE } from "./paging.ts";
import { type FoundChains, MOST_STEPS, type PathRole } from "./path.ts";
import { type Ref, toRef } from "./refs.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import type { CaseSelection } from "./selection.ts";
import { findShortestChains, type Part } from "./shortest-chains.ts";
import type { StatementRef } from "./statement-ref.ts";
import { makeCounter, makeVoices } from "./voices.ts";

/** Finds the shortest chains where each statement counts for those for whom its actors stood at its time. */
export async function findRolledUpPaths(
  database: Database,
  selection: CaseSelection,
  ends: { readonly source: string; readonly target: string },
): Promise<FoundChains> {
  const [actors, all] = await Promise.all([
    fetchCaseActors(database, selection),
    fetchStatements(database, selection),
  ]);
  const leftOut = new LeftOutCount();
  const statements = selectStatements(all, selection, leftOut);
  const parts = listParts(statements, actors, selection);
  const chains = findShortestChains(parts, ends, { mostSteps: MOST_STEPS, limit: MAX_PAGE_SIZE });
  const refs = nameThings(statements, actors);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return {
    chains: chains.map((hops) =>
      hops.map(({ from, fromRole, to, toRole, statement }) => ({
        from: find(refs, from),
        fromRole,
        to: find(refs, to),
        toRole,
        statement: find(byId, statement),
      })),
    ),
    leftOut: leftOut.list(),
    isEndRolledUp: [ends.source, ends.target].some(
      (id) =>
        !parts.some(({ thing }) => thing === id) &&
        statements.some((statement) => partsOf(statement).some(([, ref]) => ref.id === id)),
    ),
  };
}

/** What has a part in a statement, as it is coded. */
function partsOf(statement: StatementRef): [PathRole, Ref][] {
  const as = (role: PathRole, refs: readonly Ref[]) => refs.map((ref): [PathRole, Ref] => [role, ref]);
  const { madeAt, madeAtOneOf } = statement;
  return [
    ...as("STATED", statement.actors),
    ...as("ON", [statement.target]),
    ...as("ADDRESSED_TO", statement.addressedTo),
    ...as("AGAINST", statement.against),
    ...as("ON_BEHALF_OF", statement.onBehalfOf),
    ...as("THROUGH", statement.through),
    ...as("MADE_AT", madeAt ? [madeAt, ...madeAtOneOf] : madeAtOneOf),
  ];
}

function listParts(
  statements: readonly StatementRef[],
  actors: CaseActors,
  { filter }: CaseSelection,
): Part<PathRole>[] {
  const count = makeCounter(actors, filter);
  const stated = makeVoices(statements, actors, filter, new LeftOutCount()).map(
    ({ statement, actor }): Part<PathRole> => ({
      statement: statement.id,
      role: "STATED",
      thing: actor,
    }),
  );
  const others = statements.flatMap((statement) =>
    partsOf(statement)
      .filter(([role]) => role !== "STATED")
      .flatMap(([role, ref]) =>
        (ref.kind === "Actor" ? count([ref.id], statement) : [ref.id]).map((thing) => ({
          statement: statement.id,
          role,
          thing,
        })),
      ),
  );
  const distinct = new Map([...stated, ...others].map((part) => [Object.values(part).join(" "), part]));
  return [...distinct.values()];
}

function nameThings(statements: readonly StatementRef[], actors: CaseActors): ReadonlyMap<string, Ref> {
  const things = statements.flatMap(partsOf).map(([, ref]) => toRef(ref));
  return new Map([...things, ...[...actors.byId.values()].map(toRef)].map((ref) => [ref.id, ref]));
}

function find<T>(known: ReadonlyMap<string, T>, id: string): T {
  const found = known.get(id);
  if (found === undefined) throw new Error(`path breaks at ${id}`);
  return found;
}
