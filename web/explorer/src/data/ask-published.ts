import { type Question, questionKey, type Variables } from "../../../../src/questions/question.ts";
import { readPublished } from "./published.ts";

/**
 * Gives an answer that the page was published with, or works it out where it can.
 *
 * @throws AskError NEEDS_SERVER where it cannot.
 */
export async function askPublished(question: Question<unknown>, variables: Variables): Promise<unknown> {
  if (question.name === "Search") {
    const { searchPublished } = await import("./published-search.ts");
    return await searchPublished(String(variables.text));
  }
  return await readPublished(questionKey(question.name, variables));
}
