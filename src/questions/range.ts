import { type AnswerNotes, FILTER_ARGUMENTS, FILTER_VARIABLES, NOTE_FIELDS } from "./filters.ts";
import type { Question } from "./question.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./statement.ts";

export interface StatedValue {
  readonly low: number;
  readonly high: number;
  readonly bound: string | null;
  readonly valuePrinted: string | null;
  readonly demand: Ref;
  readonly statement: Statement;
}

export interface RangeAnswer {
  readonly bargainingRange: AnswerNotes & {
    readonly issue: Ref & { readonly unit: string | null };
    readonly isMeasured: boolean;
    readonly unitNote: string | null;
    readonly ranges: readonly {
      readonly actor: Ref;
      readonly steps: readonly {
        readonly from: string;
        readonly until: string | null;
        readonly values: readonly StatedValue[];
      }[];
      readonly current: readonly StatedValue[];
    }[];
    readonly gaps: readonly {
      readonly left: Ref;
      readonly right: Ref;
      readonly history: readonly { readonly from: string; readonly gap: number | null }[];
      readonly gap: number | null;
      readonly trend: string;
    }[];
    readonly held: readonly {
      readonly actor: Ref;
      readonly demand: Ref;
      readonly position: string;
      readonly statements: readonly Statement[];
    }[];
  };
}

const VALUE = `low high bound valuePrinted demand { id slug name kind } statement { ${STATEMENT_FIELDS} }`;

/** Each actor's values on an issue over time, and the gap between them. */
export const rangeQuestion: Question<RangeAnswer> = {
  name: "Range",
  document: `query Range($case: String!, $issue: ID!, ${FILTER_VARIABLES}) {
  bargainingRange(case: $case, issue: $issue, ${FILTER_ARGUMENTS}) {
    issue { id slug name kind unit }
    isMeasured
    unitNote
    ranges { actor { id slug name kind } steps { from until values { ${VALUE} } } current { ${VALUE} } }
    gaps { left { id slug name kind } right { id slug name kind } history { from gap } gap trend }
    held { actor { id slug name kind } demand { id slug name kind } position statements { ${STATEMENT_FIELDS} } }
    ${NOTE_FIELDS}
  }
}`,
};
