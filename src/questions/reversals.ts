import { type AnswerNotes, FILTER_ARGUMENTS, FILTER_VARIABLES, NOTE_FIELDS } from "./filters.ts";
import type { Question } from "./question.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./statement.ts";

export interface Reversal {
  readonly id: string;
  /** Such as OPPOSITE_SIGN. */
  readonly kind: string;
  readonly actor: Ref;
  readonly fromTarget: Ref;
  readonly toTarget: Ref;
  readonly from: Statement;
  readonly to: Statement;
  /** One of the two is only half for or against. */
  readonly isHalf: boolean;
}

export interface ReversalsAnswer {
  readonly reversals: AnswerNotes & { readonly reversals: readonly Reversal[] };
}

/** Who said the opposite of what they said before. */
export const reversalsQuestion: Question<ReversalsAnswer> = {
  name: "Reversals",
  document: `query Reversals($case: String!, ${FILTER_VARIABLES}) {
  reversals(case: $case, ${FILTER_ARGUMENTS}, first: 1000) {
    reversals {
      id kind isHalf
      actor { id slug name kind } fromTarget { id slug name kind } toTarget { id slug name kind }
      from { ${STATEMENT_FIELDS} } to { ${STATEMENT_FIELDS} }
    }
    ${NOTE_FIELDS}
  }
}`,
};
