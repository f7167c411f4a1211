import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedServer, startEmbedded } from "../../src/database/servers/embedded.ts";

/** What a test file is told about its worker's Neo4j. */
export interface ServerCard {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
  readonly version: string | null;
}

/** Where test files ask for a Neo4j; see `openServerDesk`. */
export interface ServerDesk {
  readonly url: string;
  close(): Promise<void>;
}

/** The folder of fetched jars, the same as a user's own, so that they are fetched once. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "demarche");
}

/**
 * Opens a desk in Vitest's main process that starts an embedded Neo4j for a worker when it first asks for one, and keeps
 * it until the end of the run: test files of one worker run in processes of their own, one after the other.
 */
export async function openServerDesk(): Promise<ServerDesk> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-tests-"));
  const servers = new Map<string, Promise<EmbeddedServer>>();
  const http = createServer((request, response) => {
    const worker = (request.url ?? "/").slice(1);
    const server = servers.get(worker) ?? startForWorker(join(folder, `worker-${worker}`));
    servers.set(worker, server);
    server.then(
      (started) => response.end(JSON.stringify(toCard(started))),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  http.requestTimeout = 0;
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: async () => {
      http.closeAllConnections();
      http.close();
      const started = await Promise.allSettled(servers.values());
      await Promise.all(
        started.map((server) => (server.status === "fulfilled" ? server.value.stop() : undefined)),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startForWorker(dataFolder: string): Promise<EmbeddedServer> {
  return startEmbedded({ dataFolder, cacheFolder: cacheFolder(), port: 0, onProgress: tellDownload });
}

/** A first run fetches 125 MB: say so, or it looks as if nothing happened. */
function tellDownload(progress: { readonly step: string; readonly done?: number }): void {
  if (progress.step === "FETCHING" && progress.done === 0)
    console.error("Fetching the embedded Neo4j, once ...");
}

function toCard({ uri, user, password, database, version }: EmbeddedServer): ServerCard {
  return { uri, user, password, database, version };
}
