/** Why an answer could not be had, in the words of the interface (`texts.errors`). */
export type AskFailure = "SERVER_GONE" | "REFUSED" | "NEEDS_SERVER" | "TIMEOUT";

/** A question that got no answer; `message` is what the server said, empty where it said nothing. */
export class AskError extends Error {
  readonly failure: AskFailure;

  constructor(failure: AskFailure, message = "") {
    super(message);
    this.failure = failure;
  }
}

/** A GraphQL query by name; `A` is the shape of its answer. */
export interface Question<A> {
  readonly name: string;
  readonly document: string;
  /** Never there: it only carries the type. */
  readonly answer?: A;
}

/** The answers that a published page was given, by the key of the question. */
interface PublishedAnswers {
  readonly publishedAt: string;
  readonly version: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

declare global {
  interface Window {
    demarchePublished?: PublishedAnswers;
  }
}

const answers = new Map<string, Promise<unknown>>();

/** Whether this page was published with its answers and has no server behind it. */
export function isPublished(): boolean {
  return window.demarchePublished !== undefined;
}

/**
 * Asks the server, or the answers that the page was published with. An answer is asked for once and then kept.
 *
 * @throws AskError
 */
export function ask<A>(question: Question<A>, variables: Readonly<Record<string, unknown>>): Promise<A> {
  const key = questionKey(question.name, variables);
  const known = answers.get(key);
  if (known) return known as Promise<A>;
  const asked = isPublished() ? lookUp(key) : askServer(question, variables);
  answers.set(key, asked);
  // a failure is not kept: the reader may try again
  asked.catch(() => answers.delete(key));
  return asked as Promise<A>;
}

/** Names a question with its variables; publishing uses the same key. */
export function questionKey(name: string, variables: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value !== null);
  return `${name} ${JSON.stringify(Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1))))}`;
}

async function lookUp(key: string): Promise<unknown> {
  const published = window.demarchePublished?.answers;
  if (!published || !(key in published)) throw new AskError("NEEDS_SERVER");
  return published[key];
}

async function askServer(
  question: Question<unknown>,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
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
