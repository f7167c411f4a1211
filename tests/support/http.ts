import { pino } from "pino";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";
import { isSchemaApplied } from "../../src/loading/prepare-schema.ts";
import type { ServerSettings } from "../../src/server/server-settings.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests compare whole values
  readonly json: any;
}

export interface TestServer {
  readonly server: RunningServer;
  /** Lines that the server logged. */
  readonly log: readonly Record<string, unknown>[];
  /** Asks for a path. */
  get(path: string, init?: RequestInit): Promise<Answer>;
  /** Sends a query with its variables. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
}

// A machine that does other work as well may need longer than a user would wait.
const PATIENT = { ...DEFAULT_LIMITS, timeoutMs: 120_000 };

/** Gives a test file a server of its own on the database, on a free port; by default with time for slow machines. */
export function useServer(
  source: { readonly database: Database },
  settings: Partial<ServerSettings> = {},
): TestServer {
  let running: RunningServer | null = null;
  const log: Record<string, unknown>[] = [];
  const logger = pino({ level: "info" }, { write: (line) => void log.push(JSON.parse(line)) });
  beforeAll(async () => {
    running = await startServer({
      database: source.database,
      logger,
      isSchemaApplied: () => isSchemaApplied(source.database),
      settings: { port: 0, limits: PATIENT, ...settings },
    });
  });
  afterAll(async () => {
    await running?.close();
  });
  const use = () => {
    if (running === null) throw new Error("The server is there in tests and hooks only.");
    return running;
  };
  const get = async (path: string, init?: RequestInit) =>
    readAnswer(await fetch(new URL(path, use().url), init));
  return {
    get server() {
      return use();
    },
    log,
    get,
    ask: (query, variables) =>
      get("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      }),
  };
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
