import neo4j, { type Driver } from "neo4j-driver";
import { DemarcheError } from "../domain/errors.ts";
import { isNeo4jError, translateDatabaseError } from "./database-errors.ts";
import { readQueryText } from "./query-texts.ts";

/** Where a database is and how to get in. */
export interface DatabaseAddress {
  /** `neo4j://`, `bolt://`, or these with `+s` or `+ssc` for TLS. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Null or absent: the user's home database. */
  readonly database?: string | null;
  /** How long to wait for a connection, 10 seconds if absent. */
  readonly connectionTimeoutMs?: number;
  /** How long a transaction is tried again while Neo4j does not answer, 15 seconds if absent. */
  readonly retryTimeMs?: number;
}

/** A driver that has been tried. */
export interface OpenedDriver {
  readonly driver: Driver;
  /** As the server names itself, such as `5.26.30` or `2025.06.2`. */
  readonly version: string;
  /** Name of the database within the server, such as `neo4j`. */
  readonly databaseName: string;
}

/** The oldest Neo4j whose Cypher Demarche's queries are written in. */
export const OLDEST_NEO4J = "5.23";

const SCHEMES = ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"];

/** Opens a driver and proves that the server answers, takes the password and is new enough. */
export async function openDriver(address: DatabaseAddress): Promise<OpenedDriver> {
  const driver = createDriver(address);
  try {
    const { version, databaseName } = await fetchNames(driver, address);
    return { driver, version, databaseName };
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** Tells whether a version such as `5.22.0`, `5.27-aura` or `2025.06.2` is at least {@link OLDEST_NEO4J}. */
export function isSupportedVersion(version: string): boolean {
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NEO4J.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

function createDriver(address: DatabaseAddress): Driver {
  rejectForeignScheme(address.uri);
  try {
    return neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
      userAgent: "demarche",
      connectionTimeout: address.connectionTimeoutMs ?? 10_000,
      connectionAcquisitionTimeout: 30_000,
      // A connection that lay idle is tried before it is used: it may have died in silence with its machine.
      connectionLivenessCheckTimeout: 30_000,
      maxTransactionRetryTime: address.retryTimeMs ?? 15_000,
      disableLosslessIntegers: false,
    });
  } catch (cause) {
    throw new DemarcheError("BAD_INPUT", `"${withoutSecrets(address.uri)}" is not an address of Neo4j.`, {
      cause,
    });
  }
}

function rejectForeignScheme(uri: string): void {
  const scheme = /^([a-z0-9+]+):\/\//i.exec(uri)?.[1]?.toLowerCase();
  if (scheme !== undefined && SCHEMES.includes(scheme)) return;
  const known = SCHEMES.map((name) => `${name}://`).join(", ");
  throw new DemarcheError(
    "BAD_INPUT",
    `"${withoutSecrets(uri)}" is not an address of Neo4j: begin with one of ${known}.`,
  );
}

/** The version comes first: an old Neo4j may not even take the query. */
async function fetchNames(driver: Driver, address: DatabaseAddress): Promise<Omit<OpenedDriver, "driver">> {
  const where = address.database ? { database: address.database } : {};
  try {
    const info = await driver.getServerInfo(where);
    const version = (info.agent ?? "").replace(/^Neo4j\//, "");
    rejectOldVersion(version, address.uri);
    const { summary } = await driver.executeQuery(
      readQueryText("database/ping"),
      {},
      { ...where, routing: "READ" },
    );
    return { version, databaseName: summary.database.name ?? address.database ?? "neo4j" };
  } catch (error) {
    throw describeRefusal(error, address);
  }
}

function describeRefusal(error: unknown, address: DatabaseAddress): unknown {
  const translated = translateDatabaseError(error);
  if (!(translated instanceof DemarcheError)) return translated;
  const where = withoutSecrets(address.uri);
  if (isNeo4jError(error) && error.code === "Neo.ClientError.Security.Unauthorized") {
    const message = `Neo4j at ${where} refused user "${address.user}" with this password. Check NEO4J_USER and NEO4J_PASSWORD.`;
    return new DemarcheError("DATABASE_REFUSED", message, { cause: error });
  }
  const speaksNoBolt = isNeo4jError(error) && ["N/A", "ProtocolError"].includes(error.code);
  return speaksNoBolt || translated.code === "DATABASE_UNAVAILABLE" ? unreachable(where, error) : translated;
}

function unreachable(where: string, cause: unknown): DemarcheError {
  const message = `No Neo4j answers at ${where}${reasonOf(cause)}. Check that it runs and that NEO4J_URI is right (host, port, TLS), or leave NEO4J_URI empty for the embedded one.`;
  return new DemarcheError("DATABASE_UNAVAILABLE", message, { cause });
}

/** What the driver's words, down to the innermost cause, tell about the address. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, "nothing listens there"],
  [/ENOTFOUND/, "no such host"],
  [/EAI_AGAIN/, "the host's name cannot be looked up now"],
  [/EHOSTUNREACH|ENETUNREACH/, "no way to the host"],
  [/ETIMEDOUT|timed out|timeout/i, "no answer in time"],
  [/responded HTTP/, "HTTP answers there; Bolt usually has port 7687"],
  [/wrong version number|packet length too long/, "no TLS is spoken there"],
  [/certificate|SELF_SIGNED|CERT_/i, "its certificate is not trusted"],
];

function reasonOf(cause: unknown): string {
  const words = wordsOf(cause);
  const reason = REASONS.find(([pattern]) => pattern.test(words))?.[1];
  return reason === undefined ? "" : ` (${reason})`;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${wordsOf(error.cause)}` : "";
}

function rejectOldVersion(version: string, uri: string): void {
  if (isSupportedVersion(version)) return;
  const message = `Neo4j at ${withoutSecrets(uri)} is ${version}; Demarche needs ${OLDEST_NEO4J} or newer. Update it, or leave NEO4J_URI empty for the embedded one.`;
  throw new DemarcheError("DATABASE_TOO_OLD", message);
}

function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/[^/@]*@/, "//");
}
