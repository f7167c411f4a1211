import {
  type AnswerNotes,
  FILTER_ARGUMENTS,
  FILTER_VARIABLES,
  NOTE_FIELDS,
  PAGE_FIELDS,
  type PageNotes,
} from "./filters.ts";
import type { Question } from "./question.ts";
import {
  type CitedSource,
  EVIDENCE_FIELDS,
  type FoundIn,
  type Ref,
  STATEMENT_FIELDS,
  type Statement,
} from "./statement.ts";

export interface TimelineEntry extends Ref {
  readonly subkind: string | null;
  readonly date: string | null;
  readonly dateBasis: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly isUncited: boolean;
  readonly cites: readonly CitedSource[];
  readonly foundIn: readonly FoundIn[];
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
  document: `query Timeline($case: String!, $after: String, ${FILTER_VARIABLES}) {
  timeline(case: $case, ${FILTER_ARGUMENTS}, first: 1000, after: $after) {
    entries {
      id slug name kind subkind date dateBasis earliest latest place outcome ${EVIDENCE_FIELDS}
      statement { ${STATEMENT_FIELDS} }
    }
    ${PAGE_FIELDS}
    ${NOTE_FIELDS}
  }
}`,
};
