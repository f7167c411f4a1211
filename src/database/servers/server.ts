/** The version of Neo4j that Demarche brings: the same in `embedded/pom.xml` and `docker-compose.yml`. */
export const NEO4J_VERSION = "5.26.30";

/** A Neo4j that Demarche may use, wherever it comes from. */
export interface Neo4jServer {
  readonly kind: "EXTERNAL" | "CONTAINER" | "EMBEDDED";
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** File that holds the password, readable by its owner alone; null where the user gave the password. */
  readonly passwordFile: string | null;
  /** Null for the user's home database. */
  readonly database: string | null;
  /** Null where only the server itself knows. */
  readonly version: string | null;
  /** Gives the server back: ends it where Demarche started it and nobody else uses it. */
  stop(): Promise<void>;
}

/** What is being done while a server is made ready, for a progress bar. */
export type ServerProgress =
  | { readonly step: "WAITING_FOR_OTHER"; readonly pid: number }
  | { readonly step: "FETCHING"; readonly done: number; readonly total: number }
  | { readonly step: "CHECKING" }
  | { readonly step: "RECOVERING"; readonly pid: number }
  | { readonly step: "STARTING" };
