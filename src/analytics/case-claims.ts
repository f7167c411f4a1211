import type { Database } from "../database/database.ts";
import { type MaybeOfCase, readWhileUnchanged } from "./keep-while-unchanged.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";
import { type RelationEvidence, relationFalls, type Selection } from "./select-statements.ts";

/** What a claim is given as the reason for. */
export interface ExplainedRef extends Ref {
  readonly weight: "KEY" | "CONTRIBUTING";
}

/** A claim with what it is about, and how it stands to others. */
export interface ClaimRef extends Ref {
  readonly about: readonly Ref[];
  /** Claims that cannot both hold with it. */
  readonly contradicts: readonly Ref[];
  readonly supports: readonly Ref[];
  readonly supportedBy: readonly Ref[];
  readonly explains: readonly ExplainedRef[];
}

type Named = readonly [id: string, labels: readonly string[], name: string | null];
type OtherClaim = readonly [id: string, text: string, evidence: RelationEvidence];

interface ClaimRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly text: string;
  readonly about: readonly Named[];
  readonly contradicts: readonly OtherClaim[];
  readonly supports: readonly OtherClaim[];
  readonly supportedBy: readonly OtherClaim[];
  readonly explains: readonly (readonly [
    ...Named,
    evidence: RelationEvidence,
    weight: ExplainedRef["weight"],
  ])[];
}

/** Fetches the claims of a case, by id; without relations that fall with the sources left out. */
export async function fetchCaseClaims(
  database: Database,
  selection: MaybeOfCase,
): Promise<ReadonlyMap<string, ClaimRef>> {
  const rows = await readWhileUnchanged<ClaimRow>(database, selection, "claims-of-case");
  return new Map(rows.map((row) => [row.id, makeClaim(row, selection)]));
}

function makeClaim(row: ClaimRow, selection: Selection): ClaimRef {
  const claimRefs = (others: readonly OtherClaim[]) =>
    readOthers(others.filter(([, , evidence]) => !relationFalls(evidence, selection)));
  return {
    ...makeRef(row.id, ["Claim"], row.text),
    about: sort(row.about.map(([id, labels, name]) => makeRef(id, labels, name))),
    contradicts: claimRefs(row.contradicts),
    supports: claimRefs(row.supports),
    supportedBy: claimRefs(row.supportedBy),
    explains: sort(
      row.explains
        .filter(([, , , evidence]) => !relationFalls(evidence, selection))
        .map(([id, labels, name, , weight]) => ({ ...makeRef(id, labels, name), weight })),
    ),
  };
}

function readOthers(rows: readonly OtherClaim[]): Ref[] {
  const refs = rows.map(([id, text]) => makeRef(id, ["Claim"], text));
  return sort([...new Map(refs.map((ref) => [ref.id, ref])).values()]);
}

function sort<T extends Ref>(refs: readonly T[]): T[] {
  return [...refs].sort((left, right) => compareTexts(left.id, right.id));
}
