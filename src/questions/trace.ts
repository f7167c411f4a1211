import { type AnswerNotes, FILTER_ARGUMENTS, FILTER_VARIABLES, NOTE_FIELDS } from "./filters.ts";
import type { Question } from "./question.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./statement.ts";

export interface TraceAnswer {
  readonly trace: AnswerNotes & {
    readonly root: Ref & {
      readonly aliases: readonly string[];
      readonly summary: string | null;
      readonly date: string | null;
      readonly place: string | null;
      readonly outcome: string | null;
      readonly quote: string | null;
      readonly note: string | null;
    };
    readonly neighbours: readonly {
      readonly relation: string;
      readonly direction: string;
      readonly other: Ref;
      readonly quote: string | null;
    }[];
    readonly groups: readonly {
      readonly act: string;
      readonly title: string;
      readonly statements: readonly Statement[];
    }[];
    readonly pageInfo: { readonly totalCount: number };
  };
}

/** The whole story of one thing. */
export const traceQuestion: Question<TraceAnswer> = {
  name: "Trace",
  document: `query Trace($id: ID!, ${FILTER_VARIABLES}) {
  trace(id: $id, ${FILTER_ARGUMENTS}) {
    root { id slug name kind aliases summary date place outcome quote note }
    neighbours { relation direction quote other { id slug name kind } }
    groups { act title statements { ${STATEMENT_FIELDS} } }
    pageInfo { totalCount }
    ${NOTE_FIELDS}
  }
}`,
};
