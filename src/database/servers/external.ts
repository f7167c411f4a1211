import type { DatabaseAddress } from "../open-driver.ts";
import type { Neo4jServer } from "./server.ts";

/** Describes a Neo4j that the user runs: a single server, a cluster or Aura. `stop` leaves it alone. */
export function describeExternal({ uri, user, password, database }: DatabaseAddress): Neo4jServer {
  return {
    kind: "EXTERNAL",
    uri,
    user,
    password,
    passwordFile: null,
    database: database ?? null,
    version: null,
    stop: async () => undefined,
  };
}
