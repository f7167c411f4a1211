import type { Question } from "./ask.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./shapes.ts";

/** The questions that the views ask, one each; publishing asks the same. */

export const casesQuestion: Question<{
  readonly cases: readonly { readonly slug: string; readonly title: string }[];
}> = {
  name: "Cases",
  document: "query Cases { cases { slug title } }",
};

export interface SearchHit extends Ref {
  readonly matches: readonly { readonly field: string; readonly snippet: string }[];
  readonly statement: { readonly target: Ref } | null;
}

export const searchQuestion: Question<{ readonly search: { readonly hits: readonly SearchHit[] } }> = {
  name: "Search",
  document: `query Search($text: String!, $case: String) {
    search(text: $text, case: $case, first: 12) { hits { id slug name kind matches { field snippet } statement { target { id slug name kind } } } }
  }`,
};

export interface TraceAnswer {
  readonly trace: {
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
    readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
    readonly emptyBecause: "NOT_STATED" | "NOT_CODED" | null;
  };
}

export const traceQuestion: Question<TraceAnswer> = {
  name: "Trace",
  document: `query Trace($id: ID!, $from: String, $to: String, $statuses: [Status!], $withoutSources: [ID!]) {
    trace(id: $id, from: $from, to: $to, statuses: $statuses, withoutSources: $withoutSources) {
      root { id slug name kind aliases summary date place outcome quote note }
      neighbours { relation direction quote other { id slug name kind } }
      groups { act title statements { ${STATEMENT_FIELDS} } }
      pageInfo { totalCount }
      leftOut { reason count }
      emptyBecause
    }
  }`,
};

interface Count {
  readonly totalCount: number;
}

interface Dated {
  readonly slug: string;
  readonly name: string;
  readonly date: string | null;
}

export interface CaseAnswer {
  readonly cases: readonly {
    readonly title: string;
    readonly description: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly licence: string;
    readonly note: string | null;
  }[];
  readonly statementsConnection: Count;
  readonly actorsConnection: Count;
  readonly demandsConnection: Count;
  readonly claimsConnection: Count;
  readonly meetings: readonly (Dated & { readonly outcome: string | null })[];
  readonly proposals: readonly (Omit<Dated, "name"> & { readonly title: string })[];
  readonly issues: readonly {
    readonly slug: string;
    readonly name: string;
    readonly demands: readonly { readonly slug: string; readonly text: string }[];
  }[];
  readonly sources: readonly {
    readonly slug: string;
    readonly publisher: string | null;
    readonly language: string | null;
  }[];
}

export const caseQuestion: Question<CaseAnswer> = {
  name: "Case",
  document: `query Case($case: String!) {
    cases(where: { slug: { eq: $case } }) { title description from to licence note }
    statementsConnection(where: { caseId: { eq: $case }, retractedAt: { eq: null } }) { totalCount }
    actorsConnection(where: { caseId: { eq: $case } }) { totalCount }
    demandsConnection(where: { caseId: { eq: $case } }) { totalCount }
    claimsConnection(where: { caseId: { eq: $case } }) { totalCount }
    meetings(where: { caseId: { eq: $case } }, sort: [{ earliest: ASC }], limit: 200) { slug name date outcome }
    proposals(where: { caseId: { eq: $case } }, sort: [{ earliest: ASC }], limit: 200) { slug title date }
    issues(where: { caseId: { eq: $case } }, sort: [{ name: ASC }], limit: 200) { slug name demands(limit: 50) { slug text } }
    sources(where: { caseId: { eq: $case } }, limit: 1000) { slug publisher language }
  }`,
};
