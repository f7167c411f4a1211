import { AskError } from "./ask-error.ts";
import { readToken } from "./session-token.ts";

/** How long a reader waits for the server, whose own limit for a query is shorter. */
const PATIENCE_MS = 60_000;

/**
 * Asks the server behind the page, as the reader who is signed in.
 *
 * @param read - Reads the body of an answer that is no refusal.
 * @throws AskError
 */
export async function requestServer<T>(
  address: string,
  read: (response: Response) => Promise<T>,
  init: RequestInit = {},
): Promise<T> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE_MS);
  try {
    const response = await fetch(address, { ...init, headers: sign(init.headers), signal: waiting.signal });
    return response.ok ? await read(response) : throwRefusal((await response.json()) as Refusal);
  } catch (error) {
    if (error instanceof AskError) throw error;
    throw new AskError(waiting.signal.aborted ? "TIMEOUT" : "SERVER_GONE");
  } finally {
    clearTimeout(timer);
  }
}

/** What the server says in place of an answer. */
export interface Refusal {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Throws what a refusal says.
 *
 * @throws AskError
 */
export function throwRefusal({ errors }: Refusal): never {
  const [error] = errors ?? [];
  if (!error) throw new AskError("SERVER_GONE");
  switch (error.extensions?.code) {
    case "TIMEOUT":
      throw new AskError("TIMEOUT", error.message);
    case "UNAUTHENTICATED":
      throw new AskError("SIGN_IN", error.message);
    default:
      throw new AskError("REFUSED", error.message);
  }
}

function sign(headers: HeadersInit | undefined): Headers {
  const signed = new Headers(headers);
  signed.set("accept", "application/json");
  const token = readToken();
  if (token !== "") signed.set("authorization", `Bearer ${token}`);
  return signed;
}
