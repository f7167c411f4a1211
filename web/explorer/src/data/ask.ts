import { type Question, questionKey, type Variables } from "../../../../src/questions/question.ts";
import { AskError } from "./ask-error.ts";
import { askPublished } from "./ask-published.ts";
import { isPublished } from "./published.ts";

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
  const response = await post({ query: question.document, operationName: question.name, variables });
  const body = (await response.json().catch(() => null)) as GraphqlBody | null;
  const error = body?.errors?.[0];
  if (error?.extensions?.code === "TIMEOUT") throw new AskError("TIMEOUT", error.message);
  if (error) throw new AskError("REFUSED", error.message);
  if (!body?.data) throw new AskError("SERVER_GONE");
  return body.data;
}

interface GraphqlBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function post(body: unknown): Promise<Response> {
  try {
    return await fetch("./graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw new AskError("SERVER_GONE");
  }
}
