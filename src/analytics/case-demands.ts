import type { Database } from "../database/database.ts";
import type { Bound } from "../domain/vocabulary.ts";
import { makeRef, type Ref } from "./refs.ts";

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
  readonly proposals: readonly (readonly [id: string, title: string])[];
  readonly contradicts: readonly string[];
  readonly hardens: readonly string[];
  readonly softens: readonly string[];
}

/** Fetches the demands of a case, by id. */
export async function fetchCaseDemands(
  database: Database,
  caseSlug: string,
): Promise<ReadonlyMap<string, CaseDemand>> {
  const rows = await database.read<DemandRow>("analytics/demands-of-case", { case: caseSlug });
  return new Map(rows.map((row) => [row.id, makeDemand(row)]));
}

function makeDemand({ id, text, issue, wider, proposals, ...rest }: DemandRow): CaseDemand {
  return {
    ...makeRef(id, ["Demand"], text),
    value: rest.value,
    valueMax: rest.valueMax,
    bound: rest.bound,
    valuePrinted: rest.valuePrinted,
    issue: issue && { ...makeRef(issue[0], ["Issue"], issue[1]), unit: issue[2] },
    issues: issue ? [issue[0], ...wider] : [],
    proposals: proposals.map(([proposal, title]) => makeRef(proposal, ["Proposal"], title)),
    contradicts: [...new Set(rest.contradicts)],
    hardens: rest.hardens,
    softens: rest.softens,
  };
}
