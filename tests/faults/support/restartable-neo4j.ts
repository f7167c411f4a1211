import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedServer, startEmbedded } from "../../../src/database/servers/embedded.ts";
import { cacheFolder } from "../../support/server-desk.ts";

/** A Neo4j that dies and comes back at the same address with the same data. */
export interface RestartableNeo4j {
  readonly server: EmbeddedServer;
  /** Kills it with SIGKILL; resolves once it is gone. */
  kill(): Promise<void>;
  /** Resolves once it answers again. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an embedded Neo4j of its own in a folder. */
export async function startRestartable(dataFolder: string): Promise<RestartableNeo4j> {
  let server = await startEmbedded({ dataFolder, cacheFolder: cacheFolder(), port: 0 });
  const port = Number(new URL(server.uri).port);
  return {
    get server() {
      return server;
    },
    kill: async () => {
      process.kill(server.pid, "SIGKILL");
      while (isAlive(server.pid)) await sleep(20);
      await server.stop();
    },
    start: async () => {
      server = await startEmbedded({ dataFolder, cacheFolder: cacheFolder(), port });
    },
    stop: async () => await server.stop(),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
