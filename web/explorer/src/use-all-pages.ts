import type { PageNotes } from "../../../src/questions/filters.ts";
import { type Question, questionKey, type Variables } from "../../../src/questions/question.ts";
import { ask } from "./data/ask.ts";
import { type Answer, useAsked } from "./use-asked.ts";

/** Asks for every page of an answer, one after the other, whose question takes `$after`. */
export function useAllPages<A>(
  question: Question<A>,
  variables: Variables,
  pageOf: (answer: A) => PageNotes,
): Answer<readonly [A, ...A[]]> {
  return useAsked(questionKey(question.name, variables), () => askPages(question, variables, pageOf));
}

async function askPages<A>(
  question: Question<A>,
  variables: Variables,
  pageOf: (answer: A) => PageNotes,
): Promise<readonly [A, ...A[]]> {
  let page = await ask(question, variables);
  const pages: [A, ...A[]] = [page];
  while (pageOf(page).hasNextPage) {
    page = await ask(question, { ...variables, after: pageOf(page).endCursor });
    pages.push(page);
  }
  return pages;
}
