import type { Question } from "./question.ts";

/** Which cases there are. */
export const casesQuestion: Question<{
  readonly cases: readonly { readonly slug: string; readonly title: string }[];
}> = {
  name: "Cases",
  document: "query Cases {\n  cases(sort: [{ slug: DESC }]) { slug title }\n}",
};

interface Count {
  readonly totalCount: number;
}

interface Dated {
  readonly slug: string;
  readonly name: string;
  readonly date: string | null;
}

export interface CaseSource {
  readonly id: string;
  readonly slug: string;
  readonly publisher: string | null;
  readonly author: readonly string[] | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly coverage: "COMPLETE" | "PARTIAL" | null;
}

export interface CaseDemand {
  readonly slug: string;
  readonly text: string;
  readonly value: number | null;
  readonly issue: { readonly slug: string; readonly name: string; readonly unit: string | null } | null;
  readonly statementsConnection: Count;
  readonly rejectedByConnection: Count;
}

export interface CaseAnswer {
  readonly cases: readonly {
    readonly slug: string;
    readonly title: string;
    readonly description: string | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly licence: string;
    readonly note: string | null;
    /** The documents that were read for it. */
    readonly compiledFrom: readonly CaseSource[];
  }[];
  readonly statementsConnection: Count;
  readonly actorsConnection: Count;
  readonly demands: readonly CaseDemand[];
  readonly claimsConnection: Count;
  readonly meetings: readonly (Dated & { readonly outcome: string | null })[];
  readonly proposals: readonly (Omit<Dated, "name"> & { readonly title: string })[];
  readonly issues: readonly {
    readonly slug: string;
    readonly name: string;
    readonly unit: string | null;
    readonly demands: readonly { readonly slug: string; readonly text: string }[];
  }[];
  readonly sources: readonly CaseSource[];
}

const SOURCE_FIELDS = "id slug publisher author title date url language coverage";

/** What a case is and how much of it there is. */
export const caseQuestion: Question<CaseAnswer> = {
  name: "Case",
  document: `query Case($case: String!) {
  cases(where: { slug: { eq: $case } }) { slug title description from to licence note compiledFrom { ${SOURCE_FIELDS} } }
  statementsConnection(where: { caseId: { eq: $case }, retractedAt: { eq: null } }) { totalCount }
  actorsConnection(where: { caseId: { eq: $case } }) { totalCount }
  demands(where: { caseId: { eq: $case } }, sort: [{ slug: ASC }], limit: 1000) {
    slug text value issue { slug name unit } statementsConnection { totalCount } rejectedByConnection { totalCount }
  }
  claimsConnection(where: { caseId: { eq: $case } }) { totalCount }
  meetings(where: { caseId: { eq: $case } }, sort: [{ earliest: ASC }], limit: 200) { slug name date outcome }
  proposals(where: { caseId: { eq: $case } }, sort: [{ earliest: ASC }], limit: 200) { slug title date }
  issues(where: { caseId: { eq: $case } }, sort: [{ name: ASC }], limit: 200) { slug name unit demands(limit: 50) { slug text } }
  sources(where: { caseId: { eq: $case } }, sort: [{ slug: ASC }], limit: 1000) { ${SOURCE_FIELDS} }
}`,
};
