import type { Database } from "../database/database.ts";
import type { Representation } from "../domain/coded-statement.ts";
import type { ActorKind, CaseRole } from "../domain/vocabulary.ts";
import { type MaybeOfCase, readWhileUnchanged } from "./keep-while-unchanged.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";
import { type RelationEvidence, relationFalls, type Selection } from "./select-statements.ts";

/** An actor with its part in the case. */
export interface CaseActor extends Ref {
  readonly actorKind: ActorKind;
  readonly caseRole: CaseRole | null;
  readonly aliases: readonly string[];
}

/** The actors of a case, for rolling statements up and for naming those reached. */
export interface CaseActors {
  readonly byId: ReadonlyMap<string, CaseActor>;
  readonly kinds: ReadonlyMap<string, ActorKind>;
  readonly representations: readonly Representation[];
  /** For an actor that is the same as another of the case, the one that stands for both. */
  readonly sameAs: ReadonlyMap<string, string>;
}

interface ActorRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ActorKind;
  readonly caseRole: CaseRole | null;
  readonly ties: readonly (readonly [
    relation: Representation["relation"],
    of: string,
    from: string | null,
    to: string | null,
    meeting: string | null,
    evidence: RelationEvidence,
  ])[];
  readonly sameAs: readonly string[];
}

/** Fetches the actors of a case; without ties that fall with the sources left out. */
export async function fetchCaseActors(database: Database, selection: MaybeOfCase): Promise<CaseActors> {
  const rows = await readWhileUnchanged<ActorRow>(database, selection, "actors-of-case");
  return {
    byId: new Map(rows.map((row) => [row.id, makeActor(row)])),
    kinds: new Map(rows.map((row) => [row.id, row.kind])),
    representations: rows.flatMap((row) => readTies(row, selection)),
    sameAs: joinSame(rows),
  };
}

function makeActor({ id, name, aliases, kind, caseRole }: ActorRow): CaseActor {
  return { ...makeRef(id, ["Actor"], name), aliases, actorKind: kind, caseRole };
}

function readTies({ id, ties }: ActorRow, selection: Selection): Representation[] {
  return ties
    .filter(([, , , , , evidence]) => !relationFalls(evidence, selection))
    .map(([relation, of, from, to, meeting]) => ({ actor: id, relation, of, from, to, meeting }));
}

/** Joins actors that are linked, also by way of another case; the first by id stands for all. */
function joinSame(rows: readonly ActorRow[]): Map<string, string> {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const next = leader.get(id);
    return next === undefined || next === id ? id : find(next);
  };
  for (const { id, sameAs } of rows) {
    for (const other of sameAs) leader.set(find(other), find(id));
  }
  const groups = new Map<string, string[]>();
  for (const { id } of rows) groups.set(find(id), [...(groups.get(find(id)) ?? []), id]);
  return new Map([...groups.values()].flatMap(pairWithFirst));
}

function pairWithFirst(group: readonly string[]): [string, string][] {
  const [first = "", ...others] = [...group].sort(compareTexts);
  return others.map((other) => [other, first]);
}
