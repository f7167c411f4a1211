import { pino } from "pino";
import { afterAll, beforeAll } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import type { ServerSettings } from "../../src/server/server-settings.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { type TestDatabase, useDatabase } from "./neo4j.ts";

/** The explorer on a server of its own, with cases loaded. */
export interface ExplorerServer {
  readonly test: TestDatabase;
  /** Gives the address of a view, such as `russia-ukraine/network`. */
  address(view: string): string;
  /** Stops answering, as a server that is gone. */
  stop(): Promise<void>;
  /** Answers again, at the same address. */
  start(): Promise<void>;
}

// a machine that does other work as well may need longer than a user would wait
const PATIENT = { ...DEFAULT_LIMITS, timeoutMs: 120_000 };

/** Gives a test file the explorer with the shipped cases that it names. Call it once at the top of the file. */
export function useExplorer(...cases: readonly string[]): ExplorerServer {
  return useExplorerOn(useDatabase(), cases);
}

/** Gives a test file the explorer on a database of its own, with settings of its own. */
export function useExplorerOn(
  test: TestDatabase,
  cases: readonly string[],
  settings: Partial<ServerSettings> = {},
): ExplorerServer {
  let server: RunningServer | undefined;
  let url = "";
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  const start = async () => {
    server = await startServer({
      database: test.database,
      logger: pino({ level: "silent" }),
      settings: {
        port: url === "" ? 0 : Number(new URL(url).port),
        limits: PATIENT,
        explorerFolder: findPackageFile("dist", "web"),
        ...settings,
      },
    });
    url = server.url;
  };
  beforeAll(async () => {
    for (const name of cases) await loadDataset(test.database, findPackageFile("seed", name));
    await start();
  });
  afterAll(stop);
  return { test, address: (view) => new URL(`#/${view}`, url).href, stop, start };
}
