import {
  type AnswerNotes,
  FILTER_ARGUMENTS,
  FILTER_VARIABLES,
  NOTE_FIELDS,
  PAGE_FIELDS,
  type PageNotes,
} from "./filters.ts";
import type { Question } from "./question.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./statement.ts";

export type Position = "FOR" | "CONDITIONAL" | "RESERVED" | "AGAINST" | "MIXED" | "WITHDRAWN";

export interface PositionCell {
  readonly id: string;
  readonly actor: Ref;
  readonly target: Ref;
  readonly issue: Ref | null;
  readonly position: Position;
  readonly date: string | null;
  /** ISO day on which the position was last taken. */
  readonly latest: string;
  readonly isInternalSplit: boolean;
  readonly isAmbiguousRollUp: boolean;
  /** All that take a stand, in order. */
  readonly statements: readonly Statement[];
  /** Where the columns are issues: the position on each of its demands. */
  readonly demands: readonly { readonly demand: Ref; readonly position: Position }[];
}

export interface PositionsAnswer {
  readonly positions: AnswerNotes & {
    readonly cells: readonly PositionCell[];
    readonly pageInfo: PageNotes;
  };
}

/** Gives the ISO days on which a position changed, in order. */
export function changeDays(cells: readonly Pick<PositionCell, "statements">[]): readonly string[] {
  const days = cells.flatMap(({ statements }) => statements.flatMap(({ latest }) => latest ?? []));
  return [...new Set(days)].sort();
}

/** Who stands where. */
export const positionsQuestion: Question<PositionsAnswer> = {
  name: "Positions",
  document: `query Positions($case: String!, $by: PositionsBy, $after: String, ${FILTER_VARIABLES}) {
  positions(case: $case, by: $by, ${FILTER_ARGUMENTS}, first: 1000, after: $after) {
    cells {
      id actor { id slug name kind } target { id slug name kind } issue { id slug name kind }
      position date latest isInternalSplit isAmbiguousRollUp
      demands { demand { id slug name kind } position }
      statements { ${STATEMENT_FIELDS} }
    }
    ${PAGE_FIELDS}
    ${NOTE_FIELDS}
  }
}`,
};
