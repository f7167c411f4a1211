import { DemarcheError } from "../../domain/errors.ts";
import type { DatabaseAddress } from "../open-driver.ts";
import { startContainer } from "./container.ts";
import { type EmbeddedOptions, startEmbedded } from "./embedded.ts";
import { describeExternal } from "./external.ts";
import type { Neo4jServer } from "./server.ts";

export interface ServerOptions {
  /** The Neo4j that `NEO4J_URI` names; null or absent where none is named. */
  readonly external?: DatabaseAddress | null;
  /** Whether a container was asked for. */
  readonly docker?: boolean;
  readonly embedded: EmbeddedOptions;
}

/**
 * Gives the Neo4j to use: the user's own where one is named, a container where asked for, else the embedded one.
 *
 * @throws DemarcheError UNSUPPORTED_COMBINATION where one is named and a container is asked for as well; else what
 * `startContainer` and `startEmbedded` throw.
 */
export async function locateServer({
  external,
  docker = false,
  embedded,
}: ServerOptions): Promise<Neo4jServer> {
  if (external && docker) throw twoWishes();
  if (external) return describeExternal(external);
  if (!docker) return await startEmbedded(embedded);
  const { dataFolder, port, onProgress } = embedded;
  return await startContainer({
    dataFolder,
    port: port ?? null,
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(embedded.tools?.environment === undefined ? {} : { environment: embedded.tools.environment }),
  });
}

function twoWishes(): DemarcheError {
  const message =
    "NEO4J_URI names a Neo4j and --docker asks for another one: leave out --docker, or empty NEO4J_URI.";
  return new DemarcheError("UNSUPPORTED_COMBINATION", message);
}
