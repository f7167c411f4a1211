import { type AnswerNotes, FILTER_ARGUMENTS, FILTER_VARIABLES, NOTE_FIELDS } from "./filters.ts";
import type { Question } from "./question.ts";

export interface SourcesAnswer {
  readonly sourceDependence: AnswerNotes & {
    readonly works: readonly {
      readonly work: {
        readonly id: string;
        readonly publisher: string | null;
        readonly title: string | null;
        readonly date: string | null;
        readonly language: string | null;
      };
      readonly supportCount: number;
      readonly fallsWithout: readonly string[];
    }[];
    readonly findingCount: number;
    readonly uncitedCount: number;
    readonly onePublisherCount: number;
  };
}

/** What rests on which source. */
export const sourcesQuestion: Question<SourcesAnswer> = {
  name: "Sources",
  document: `query Sources($case: String!, ${FILTER_VARIABLES}) {
  sourceDependence(case: $case, ${FILTER_ARGUMENTS}, first: 1) {
    works { work { id publisher title date language } supportCount fallsWithout }
    findingCount
    uncitedCount
    onePublisherCount
    ${NOTE_FIELDS}
  }
}`,
};
