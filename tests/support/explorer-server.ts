import { pino } from "pino";
import { afterAll, beforeAll } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { type TestDatabase, useDatabase } from "./neo4j.ts";

/** The explorer on a server of its own, with cases loaded. */
export interface ExplorerServer {
  readonly test: TestDatabase;
  /** Gives the address of a view, such as `russia-ukraine/network`. */
  address(view: string): string;
  /** Stops answering, as a server that is gone. */
  stop(): Promise<void>;
}

/** Gives a test file the explorer with the shipped cases that it names. Call it once at the top of the file. */
export function useExplorer(...cases: readonly string[]): ExplorerServer {
  const test = useDatabase();
  let server: RunningServer | undefined;
  const stop = async () => {
    await server?.close();
    server = undefined;
  };
  let url = "";
  beforeAll(async () => {
    for (const name of cases) await loadDataset(test.database, findPackageFile("seed", name));
    server = await startServer({
      database: test.database,
      logger: pino({ level: "silent" }),
      settings: { port: 0, explorerFolder: findPackageFile("dist", "web") },
    });
    url = server.url;
  });
  afterAll(stop);
  return { test, address: (view) => new URL(`#/${view}`, url).href, stop };
}
