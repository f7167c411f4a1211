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
  readonly isInternalSplit: boolean;
  readonly statementCount: number;
  readonly last: readonly Statement[];
}

export interface PositionsAnswer {
  readonly positions: AnswerNotes & {
    readonly actors: readonly Ref[];
    readonly targets: readonly Ref[];
    readonly cells: readonly PositionCell[];
    readonly pageInfo: PageNotes;
  };
}

/** Who stands where. */
export const positionsQuestion: Question<PositionsAnswer> = {
  name: "Positions",
  document: `query Positions($case: String!, $by: PositionsBy, ${FILTER_VARIABLES}) {
  positions(case: $case, by: $by, ${FILTER_ARGUMENTS}, first: 1000) {
    actors { id slug name kind }
    targets { id slug name kind }
    cells {
      id actor { id slug name kind } target { id slug name kind } issue { id slug name kind }
      position date isInternalSplit statementCount last { ${STATEMENT_FIELDS} }
    }
    ${PAGE_FIELDS}
    ${NOTE_FIELDS}
  }
}`,
};
