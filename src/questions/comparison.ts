import { FILTER_ARGUMENTS, FILTER_VARIABLES } from "./filters.ts";
import type { Question } from "./question.ts";

/** Analyses that are compared with and without sources where a view shows them. */
export type ComparedAnalysis =
  | "TRACE"
  | "POSITIONS"
  | "REVERSALS"
  | "BARGAINING_RANGE"
  | "DISPUTES"
  | "TIMELINE";

export interface SourceComparison {
  readonly differences: readonly {
    readonly id: string;
    readonly change: "LOST" | "GAINED" | "CHANGED";
    /** What it is about, in words. */
    readonly what: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly unchangedCount: number;
}

/** What leaving sources out changes in an answer. */
export const comparisonQuestion: Question<{ readonly compareWithoutSources: SourceComparison }> = {
  name: "Comparison",
  document: `query Comparison($case: String!, $analysis: ComparedAnalysis!, $about: [ID!], $sources: [ID!]!, ${FILTER_VARIABLES}) {
  compareWithoutSources(case: $case, analysis: $analysis, about: $about, sources: $sources, ${FILTER_ARGUMENTS}) {
    differences { id change what before after }
    unchangedCount
  }
}`,
};
