import fc from "fast-check";
import { ERROR_CODES } from "../../../src/domain/errors.ts";
import { makeSchema } from "../../../src/graphql/schema.ts";
import { type HostileRequest, hostileRequests } from "../support/hostile-requests.ts";

/** What a server answered to hostile requests. */
export interface HostileReport {
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that no client may get, each with the request that led to it. */
  readonly faults: readonly string[];
}

export interface HostileOptions {
  readonly seed: number;
  /** Of an editor, sent with some; none if absent. */
  readonly token?: string;
}

const AT_ONCE = 4;
const BATCH = 200;

/** Sends so many hostile requests, a few at once. */
export async function sendHostileRequests(
  url: string,
  count: number,
  { seed, token }: HostileOptions,
): Promise<HostileReport> {
  const arbitrary = hostileRequests(await makeSchema(), token ?? null);
  const statuses: Record<string, number> = {};
  const faults: string[] = [];
  const sendAll = async (requests: HostileRequest[]) => {
    for (let request = requests.pop(); request; request = requests.pop()) {
      const answer = await send(url, request);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      const fault = findFault(answer);
      if (fault !== null) faults.push(`${fault}: ${describe(request)} → ${answer.text.slice(0, 300)}`);
    }
  };
  // Some of them are of many megabytes: all at once would fill the memory.
  for (let made = 0; made < count; made += BATCH) {
    const numRuns = Math.min(BATCH, count - made);
    const requests = fc.sample(arbitrary, { numRuns, seed: seed + made });
    await Promise.all(Array.from({ length: AT_ONCE }, () => sendAll(requests)));
  }
  return { requests: count, statuses, faults };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

async function send(url: string, { path, method, headers, body }: HostileRequest): Promise<Answer> {
  const response = await fetch(new URL(path, url), { method, headers, body });
  return { status: response.status, text: await response.text() };
}

/** What no answer may hold: stacks, places in the program, Cypher, words of Neo4j or Lucene. */
const LEAK =
  /\n\s+at |\.ts:\d|\.js:\d|node_modules|\bMATCH \(|\bRETURN this|CALL \{|\bNeo\.[A-Z]\w+Error|org\.(apache|neo4j)|ParseException|\$param\d/;

function findFault({ status, text }: Answer): string | null {
  if (LEAK.test(text)) return "a leak";
  if (text.includes('"INTERNAL"') || status === 500) return "a fault of the server";
  if (status < 400) return null;
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? "";
  return Object.hasOwn(ERROR_CODES, code) ? null : `status ${status} without a documented code`;
}

function describe({ path, headers, body }: HostileRequest): string {
  return `${path} ${JSON.stringify(headers)} ${body?.slice(0, 600) ?? ""}`;
}
