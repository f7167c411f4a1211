import type { Question, Variables } from "../../../../src/questions/question.ts";

/** Gives the address that opens a question, with its variables, in the playground. */
export function playgroundLink({ document }: Question<unknown>, variables: Variables): string {
  const query = new URLSearchParams({ query: document, variables: JSON.stringify(variables, null, 2) });
  return `./graphql?${query}`;
}
