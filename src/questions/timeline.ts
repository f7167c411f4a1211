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

export interface TimelineEntry extends Ref {
  readonly subkind: string | null;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly statement: Statement | null;
}

export interface TimelineAnswer {
  readonly timeline: AnswerNotes & {
    readonly entries: readonly TimelineEntry[];
    readonly pageInfo: PageNotes;
  };
}

/** Statements, meetings, proposals and events in order of time. */
export const timelineQuestion: Question<TimelineAnswer> = {
  name: "Timeline",
  document: `query Timeline($case: String!, ${FILTER_VARIABLES}) {
  timeline(case: $case, ${FILTER_ARGUMENTS}, first: 1000) {
    entries { id slug name kind subkind date earliest latest place outcome statement { ${STATEMENT_FIELDS} } }
    ${PAGE_FIELDS}
    ${NOTE_FIELDS}
  }
}`,
};
