import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { identifyProcess } from "../database/servers/embedded/process-identity.ts";
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "../database/servers/embedded.ts";

const LOOK_EVERY_MS = 1_000;
/** Waits before the tries to start it; after the last one it stays down, and requests are answered 503. */
const WAITS_MS = [0, 5_000, 30_000];

/**
 * Starts an embedded Neo4j again, at its address and with its data, whenever its process ends by itself.
 *
 * @param server - The one that runs now; its caller stops it.
 * @returns What ends the watch, and with it a Neo4j that it has started.
 */
export function keepRunning(
  server: EmbeddedServer,
  options: EmbeddedOptions,
  logger: Logger,
): () => Promise<void> {
  const end = new AbortController();
  const port = Number(new URL(server.uri).port);
  let current: EmbeddedServer | null = server;
  const watching = (async () => {
    while (current !== null) {
      await untilGone(current, end.signal);
      logger.error({ pid: current.pid, neo4jLog: current.logFile }, "Neo4j has ended: starting it again");
      await current.stop();
      current = await startAgain({ ...options, port }, { logger, signal: end.signal });
    }
  })();
  return async () => {
    end.abort();
    await watching.catch(ignoreAbort);
    if (current !== server) await current?.stop();
  };
}

async function untilGone({ pid }: EmbeddedServer, signal: AbortSignal): Promise<void> {
  while (identifyProcess(pid) !== null) await sleep(LOOK_EVERY_MS, undefined, { signal });
}

/** Gives null where no try succeeds. */
async function startAgain(
  options: EmbeddedOptions,
  { logger, signal }: { readonly logger: Logger; readonly signal: AbortSignal },
): Promise<EmbeddedServer | null> {
  for (const wait of WAITS_MS) {
    await sleep(wait, undefined, { signal });
    try {
      const server = await startEmbedded(options);
      logger.info({ pid: server.pid }, "Neo4j runs again");
      return server;
    } catch (error) {
      logger.error({ err: error }, "Neo4j could not be started");
    }
  }
  logger.fatal("Neo4j stays down: mend what the log tells, then start Demarche again");
  return null;
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === "AbortError")) throw error;
}
