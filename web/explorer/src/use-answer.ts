import { type Question, questionKey, type Variables } from "../../../src/questions/question.ts";
import { ask } from "./data/ask.ts";
import { type Answer, useAsked } from "./use-asked.ts";

/** Asks a question when its variables change. */
export function useAnswer<A>(question: Question<A>, variables: Variables): Answer<A> {
  return useAsked(questionKey(question.name, variables), () => ask(question, variables));
}
