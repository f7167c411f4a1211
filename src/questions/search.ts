import type { Question } from "./question.ts";
import type { Ref } from "./statement.ts";

export interface SearchHit extends Ref {
  readonly matches: readonly { readonly field: string; readonly snippet: string }[];
  readonly statement: { readonly target: Ref } | null;
}

/** Finds things by their names and texts. */
export const searchQuestion: Question<{ readonly search: { readonly hits: readonly SearchHit[] } }> = {
  name: "Search",
  document: `query Search($text: String!, $case: String) {
  search(text: $text, case: $case, first: 12) {
    hits { id slug name kind matches { field snippet } statement { target { id slug name kind } } }
  }
}`,
};
