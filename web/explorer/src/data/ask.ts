import { type Question, questionKey, type Variables } from "../../../../src/questions/question.ts";
import { askPublished } from "./ask-published.ts";
import { isPublished } from "./published.ts";
import { type Refusal, requestServer, throwRefusal } from "./request-server.ts";

const answers = new Map<string, Promise<unknown>>();

/**
 * Asks the server, or the answers that the page was published with. An answer is asked for once and then kept.
 *
 * @throws AskError
 */
export function ask<A>(question: Question<A>, variables: Variables): Promise<A> {
  const key = questionKey(question.name, variables);
  const known = answers.get(key);
  if (known) return known as Promise<A>;
  const asked = isPublished() ? askPublished(question, variables) : askServer(question, variables);
  answers.set(key, asked);
  // a failure is not kept: the reader may try again
  asked.catch(() => answers.delete(key));
  return asked as Promise<A>;
}

async function askServer(question: Question<unknown>, variables: Variables): Promise<unknown> {
  const { data, ...refusal } = await requestServer<GraphqlBody>("./graphql", (response) => response.json(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: question.document, operationName: question.name, variables }),
  });
  return refusal.errors || !data ? throwRefusal(refusal) : data;
}

interface GraphqlBody extends Refusal {
  readonly data?: unknown;
}
