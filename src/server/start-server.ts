import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { startApiServer } from "../graphql/api-server.ts";
import { makeSchema } from "../graphql/schema.ts";
import { makeApp } from "./make-app.ts";
import { makeMetrics } from "./metrics.ts";
import { DEFAULT_SERVER_SETTINGS, type ServerSettings } from "./server-settings.ts";

export interface ServerOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** Tells, for `/readyz`, whether the database has the shape that this program needs; taken for granted if absent. */
  readonly isSchemaApplied?: () => Promise<boolean>;
  /** Those left out have their defaults. */
  readonly settings?: Partial<ServerSettings>;
}

export interface RunningServer {
  /** Address of the front page, such as `http://127.0.0.1:4000/`. */
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets those that run finish, then stops. */
  close(): Promise<void>;
}

/**
 * Starts the server: pages, playground, GraphQL, exports and health on one port.
 *
 * The database stays the caller's: closing the server leaves it open.
 *
 * @throws DemarcheError PORT_IN_USE when the port is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { logger } = options;
  const settings = { ...DEFAULT_SERVER_SETTINGS, ...options.settings };
  const metrics = makeMetrics();
  const api = await startApiServer(await makeSchema(), {
    limits: settings.limits,
    logger,
    observe: metrics.observeOperation,
  });
  const { isSchemaApplied = async () => true } = options;
  const server = createServer(makeApp({ ...options, isSchemaApplied, api, metrics, settings }));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = REQUEST_MS;
  server.setTimeout(IDLE_MS);
  await listen(server, settings);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}/`,
    port,
    close: async () => {
      await drain(server, settings.drainMs);
      await api.stop();
    },
  };
}

/**
 * Longer than the minute for which balancers keep a connection: where the server closes first, a request that is just
 * being sent is lost.
 */
const KEEP_ALIVE_MS = 65_000;

/** A request that is not there as a whole after so long is answered 408. */
const REQUEST_MS = 30_000;

/** A connection on which nothing moves for so long, as its client does not take the answer, is cut off. */
const IDLE_MS = 300_000;

async function listen(server: Server, { host, port }: ServerSettings): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explainListening(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function explainListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const code = error.code;
  if (code === "EADDRINUSE")
    return new DemarcheError(
      "PORT_IN_USE",
      `Port ${port} of ${host} is taken: choose another with --port, or 0 for any free one.`,
      { cause: error },
    );
  if (code === "EACCES" || code === "EADDRNOTAVAIL")
    return new DemarcheError(
      "USAGE",
      `Demarche cannot listen on ${host}, port ${port} (${code}): choose others.`,
      { cause: error },
    );
  return error;
}

/** Waits for running requests, closing each connection once it is idle; cuts off what is left after `drainMs`. */
async function drain(server: Server, drainMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), drainMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
