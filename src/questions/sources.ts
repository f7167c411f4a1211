import {
  type AnswerNotes,
  FILTER_ARGUMENTS,
  FILTER_VARIABLES,
  NOTE_FIELDS,
  PAGE_FIELDS,
  type PageNotes,
} from "./filters.ts";
import type { Question } from "./question.ts";
import { type Ref, type SourceRef, STATEMENT_FIELDS, type Statement } from "./statement.ts";

export interface WorkRef {
  readonly id: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly kind: string | null;
  /** The entries of reference lists that name it. */
  readonly entries: readonly SourceRef[];
}

export interface WorkDependence {
  readonly work: WorkRef;
  /** For how many statements and relations it is cited, as one of several or alone. */
  readonly supportCount: number;
  /** Ids of what falls away without it, as findings name them. */
  readonly fallsWithout: readonly string[];
}

export type RestsOn = "DOCUMENT_ONLY" | "ONE_WORK" | "ONE_PUBLISHER" | "SEVERAL" | "NOTHING";

/** A statement or a relation of structure, with what it rests on. */
export interface Finding {
  readonly id: string;
  readonly statement: Statement | null;
  readonly relation: {
    readonly type: string;
    readonly from: Ref;
    readonly to: Ref;
    readonly quote: string | null;
    readonly locator: string | null;
  } | null;
  readonly publishers: readonly string[];
  readonly restsOn: RestsOn;
}

export interface SourceTally {
  readonly name: string | null;
  readonly workCount: number;
  readonly supportCount: number;
  /** Those for which nothing else is cited. */
  readonly soleCount: number;
}

export interface SourceDependence extends AnswerNotes {
  readonly findings: readonly Finding[];
  readonly pageInfo: PageNotes;
  readonly works: readonly WorkDependence[];
  readonly byPublisher: readonly SourceTally[];
  readonly byLanguage: readonly SourceTally[];
  readonly byKind: readonly SourceTally[];
  readonly citedNotListed: readonly SourceRef[];
  readonly listedNotCited: readonly SourceRef[];
  readonly olderThanSupported: readonly string[];
  readonly findingCount: number;
  readonly uncitedCount: number;
  readonly onePublisherCount: number;
}

const TALLY = "{ name workCount supportCount soleCount }";
const SOURCE = "{ id slug publisher title date url citationKey listed }";

/** What rests on which source. */
export const sourcesQuestion: Question<{ readonly sourceDependence: SourceDependence }> = {
  name: "Sources",
  document: `query Sources($case: String!, $after: String, ${FILTER_VARIABLES}) {
  sourceDependence(case: $case, ${FILTER_ARGUMENTS}, first: 1000, after: $after) {
    findings {
      id restsOn publishers
      statement { ${STATEMENT_FIELDS} }
      relation { type quote locator from { id slug name kind } to { id slug name kind } }
    }
    ${PAGE_FIELDS}
    works {
      work { id publisher title date language kind entries ${SOURCE} }
      supportCount
      fallsWithout
    }
    byPublisher ${TALLY}
    byLanguage ${TALLY}
    byKind ${TALLY}
    citedNotListed ${SOURCE}
    listedNotCited ${SOURCE}
    olderThanSupported
    findingCount
    uncitedCount
    onePublisherCount
    ${NOTE_FIELDS}
  }
}`,
};
