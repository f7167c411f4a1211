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

export interface DisputedClaim {
  readonly id: string;
  readonly claim: Ref & {
    readonly contradicts: readonly Ref[];
    readonly explains: readonly Ref[];
  };
  readonly standing: string | null;
  /** Whom the document itself sides with. */
  readonly sidesWith: "ASSERTERS" | "DISPUTERS" | "NEITHER";
  readonly assertedBy: readonly Ref[];
  readonly disputedBy: readonly Ref[];
  readonly assertions: readonly Statement[];
  readonly denials: readonly Statement[];
}

export interface DisputesAnswer {
  readonly disputes: AnswerNotes & {
    readonly claims: readonly DisputedClaim[];
    readonly statements: readonly { readonly id: string; readonly statement: Statement }[];
    readonly pageInfo: PageNotes;
  };
}

/** Who asserts, who disputes. */
export const disputesQuestion: Question<DisputesAnswer> = {
  name: "Disputes",
  document: `query Disputes($case: String!, $all: Boolean, ${FILTER_VARIABLES}) {
  disputes(case: $case, all: $all, ${FILTER_ARGUMENTS}, first: 1000) {
    claims {
      id standing sidesWith
      claim { id slug name kind contradicts { id slug name kind } explains { id slug name kind } }
      assertedBy { id slug name kind } disputedBy { id slug name kind }
      assertions { ${STATEMENT_FIELDS} } denials { ${STATEMENT_FIELDS} }
    }
    statements { id statement { ${STATEMENT_FIELDS} } }
    ${PAGE_FIELDS}
    ${NOTE_FIELDS}
  }
}`,
};
