import type { Database } from "../database/database.ts";
import type { ClaimStanding } from "../domain/vocabulary.ts";
import { compareTexts, makeRef, type Ref } from "./refs.ts";

/** What a claim is given as the reason for. */
export interface ExplainedRef extends Ref {
  readonly weight: "KEY" | "CONTRIBUTING";
}

/** A claim with how it stands. */
export interface ClaimRef extends Ref {
  /** Null where no statement is about it. */
  readonly standing: ClaimStanding | null;
  readonly about: readonly Ref[];
  /** Claims that cannot both hold with it. */
  readonly contradicts: readonly Ref[];
  readonly supports: readonly Ref[];
  readonly supportedBy: readonly Ref[];
  readonly explains: readonly ExplainedRef[];
}

type Named = readonly [id: string, labels: readonly string[], name: string | null];
type OtherClaim = readonly [id: string, text: string];

interface ClaimRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly text: string;
  readonly standing: ClaimStanding | null;
  readonly about: readonly Named[];
  readonly contradicts: readonly OtherClaim[];
  readonly supports: readonly OtherClaim[];
  readonly supportedBy: readonly OtherClaim[];
  readonly explains: readonly (readonly [...Named, weight: ExplainedRef["weight"]])[];
}

/** Fetches the claims of a case, by id. */
export async function fetchCaseClaims(
  database: Database,
  caseSlug: string,
): Promise<ReadonlyMap<string, ClaimRef>> {
  const rows = await database.read<ClaimRow>("analytics/claims-of-case", { case: caseSlug });
  return new Map(rows.map((row) => [row.id, makeClaim(row)]));
}

function makeClaim(row: ClaimRow): ClaimRef {
  return {
    ...makeRef(row.id, ["Claim"], row.text),
    standing: row.standing,
    about: sort(row.about.map(([id, labels, name]) => makeRef(id, labels, name))),
    contradicts: claimRefs(row.contradicts),
    supports: claimRefs(row.supports),
    supportedBy: claimRefs(row.supportedBy),
    explains: sort(
      row.explains.map(([id, labels, name, weight]) => ({ ...makeRef(id, labels, name), weight })),
    ),
  };
}

function claimRefs(rows: readonly OtherClaim[]): Ref[] {
  const refs = rows.map(([id, text]) => makeRef(id, ["Claim"], text));
  return sort([...new Map(refs.map((ref) => [ref.id, ref])).values()]);
}

function sort<T extends Ref>(refs: readonly T[]): T[] {
  return [...refs].sort((left, right) => compareTexts(left.id, right.id));
}
