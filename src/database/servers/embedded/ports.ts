import { createServer } from "node:net";
import { DemarcheError } from "../../../domain/errors.ts";

/** The port on which Neo4j usually speaks Bolt. */
export const USUAL_BOLT_PORT = 7687;

/**
 * Chooses the port for Bolt: the one asked for, else the usual one if it is free, else any free one.
 *
 * @param wanted - A port, 0 for any free one, null for no wish.
 * @throws DemarcheError PORT_IN_USE when the one asked for is taken.
 */
export async function choosePort(wanted: number | null): Promise<number> {
  if (wanted !== null && wanted !== 0) return await requireFree(wanted);
  if (wanted === null && (await findFree(USUAL_BOLT_PORT)) !== null) return USUAL_BOLT_PORT;
  const port = await findFree(0);
  if (port === null) throw new DemarcheError("PORT_IN_USE", "No port is free on 127.0.0.1.");
  return port;
}

async function requireFree(port: number): Promise<number> {
  if ((await findFree(port)) !== null) return port;
  const message = `Port ${port} of 127.0.0.1 is taken. Choose another one for Neo4j, or 0 for any free one.`;
  throw new DemarcheError("PORT_IN_USE", message, { details: { port } });
}

/** Opens the port and closes it again; gives its number, or null if it is taken. */
function findFree(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : null));
    });
  });
}
