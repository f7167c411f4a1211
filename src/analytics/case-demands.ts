import type { Database } from "../database/database.ts";
import type { Bound } from "../domain/vocabulary.ts";
import { type MaybeOfCase, readWhileUnchanged } from "./keep-while-unchanged.ts";
import { makeRef, type Ref } from "./refs.ts";
import { type RelationEvidence, relationFalls, type Selection } from "./select-statements.ts";

/** An issue with the unit of its values; null where it is not measured. */
export interface IssueRef extends Ref {
  readonly unit: string | null;
}

/** A demand with its value, and how it stands to others. */
export interface CaseDemand extends Ref {
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly bound: Bound | null;
  readonly valuePrinted: string | null;
  readonly issue: IssueRef | null;
  /** Its issue and those that this is part of. */
  readonly issues: readonly string[];
  readonly proposals: readonly Ref[];
  /** Ids of demands; contradictions hold either way, the others from the new to the old. */
  readonly contradicts: readonly string[];
  readonly hardens: readonly string[];
  readonly softens: readonly string[];
}

type OtherDemand = readonly [id: string, evidence: RelationEvidence];

interface DemandRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly text: string;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly bound: Bound | null;
  readonly valuePrinted: string | null;
  readonly issue: readonly [id: string, name: string, unit: string | null] | null;
  readonly wider: readonly string[];
  readonly proposals: readonly (readonly [id: string, title: string, evidence: RelationEvidence])[];
  readonly contradicts: readonly OtherDemand[];
  readonly hardens: readonly OtherDemand[];
  readonly softens: readonly OtherDemand[];
}

/** Fetches the demands of a case, by id; without relations that fall with the sources left out. */
export async function fetchCaseDemands(
  database: Database,
  selection: MaybeOfCase,
): Promise<ReadonlyMap<string, CaseDemand>> {
  const rows = await readWhileUnchanged<DemandRow>(database, selection, "demands-of-case");
  return new Map(rows.map((row) => [row.id, makeDemand(row, selection)]));
}

function makeDemand(row: DemandRow, selection: Selection): CaseDemand {
  const { id, text, issue, wider, proposals, ...rest } = row;
  const standing = (others: readonly OtherDemand[]) => [
    ...new Set(others.filter(([, evidence]) => !relationFalls(evidence, selection)).map(([other]) => other)),
  ];
  return {
    ...makeRef(id, ["Demand"], text),
    value: rest.value,
    valueMax: rest.valueMax,
    bound: rest.bound,
    valuePrinted: rest.valuePrinted,
    issue: issue && { ...makeRef(issue[0], ["Issue"], issue[1]), unit: issue[2] },
    issues: issue ? [issue[0], ...wider] : [],
    proposals: proposals
      .filter(([, , evidence]) => !relationFalls(evidence, selection))
      .map(([proposal, title]) => makeRef(proposal, ["Proposal"], title)),
    contradicts: standing(rest.contradicts),
    hardens: standing(rest.hardens),
    softens: standing(rest.softens),
  };
}
