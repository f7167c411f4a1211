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

/** What is traced; null where the tables say nothing, or it is of another kind. */
export interface TraceRoot extends Ref {
  readonly subkind: string | null;
  readonly aliases: readonly string[];
  readonly state: string | null;
  readonly summary: string | null;
  readonly points: number | null;
  readonly bound: string | null;
  readonly valuePrinted: string | null;
  readonly standing: string | null;
  readonly date: string | null;
  readonly dateBasis: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly isUncited: boolean;
  readonly cites: readonly CitedSource[];
  readonly foundIn: readonly FoundIn[];
}

export interface TraceNeighbour {
  readonly relation: string;
  readonly direction: "IN" | "OUT";
  readonly other: Ref;
  readonly item: string | null;
  readonly role: string | null;
  readonly change: string | null;
  readonly kind: string | null;
  readonly status: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
}

export interface TraceGroup {
  readonly act: string;
  readonly title: string;
  readonly statements: readonly Statement[];
}

export interface Trace extends AnswerNotes {
  readonly root: TraceRoot;
  readonly neighbours: readonly TraceNeighbour[];
  readonly groups: readonly TraceGroup[];
  readonly pageInfo: PageNotes;
}

/** The whole story of one thing. */
export const traceQuestion: Question<{ readonly trace: Trace }> = {
  name: "Trace",
  document: `query Trace($id: ID!, ${FILTER_VARIABLES}) {
  trace(id: $id, ${FILTER_ARGUMENTS}) {
    root {
      id slug name kind subkind aliases state summary points bound valuePrinted standing
      date dateBasis place outcome note ${EVIDENCE_FIELDS}
    }
    neighbours { relation direction item role change kind status quote locator other { id slug name kind } }
    groups { act title statements { ${STATEMENT_FIELDS} } }
    ${PAGE_FIELDS}
    ${NOTE_FIELDS}
  }
}`,
};
