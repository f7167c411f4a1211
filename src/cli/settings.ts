import { homedir, userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { DemarcheError } from "../domain/errors.ts";
import { isLoopback } from "../domain/loopback.ts";
import { DEFAULT_LIMITS, type Limits } from "../graphql/limits/limits.ts";
import type { AccessSettings, TokenSettings } from "../server/access-settings.ts";

/** An environment variable that Demarche reads; `docs/settings.md` is drawn from this table. */
export interface VariableDefinition {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

export const VARIABLES = [
  {
    name: "NEO4J_URI",
    default: "",
    description:
      "Address of a Neo4j to use instead of the embedded one, such as `neo4j+s://host` or `bolt://127.0.0.1:7687`.",
  },
  { name: "NEO4J_USER", default: "neo4j", description: "User at NEO4J_URI." },
  { name: "NEO4J_PASSWORD", default: "", description: "Password at NEO4J_URI." },
  {
    name: "NEO4J_DATABASE",
    default: "",
    description: "Database at NEO4J_URI; empty: the user's home database.",
  },
  {
    name: "DEMARCHE_DATA",
    default: "$XDG_DATA_HOME/demarche",
    description: "Folder of the embedded database; `--data` goes before it.",
  },
  {
    name: "DEMARCHE_PORT",
    default: "4000",
    description: "Port of the server; 0 takes any free one; `--port` goes before it.",
  },
  { name: "DEMARCHE_HOST", default: "127.0.0.1", description: "Address that the server listens on." },
  {
    name: "DEMARCHE_LOG",
    default: "info",
    description: "Least level that is logged: trace, debug, info, warn, error, fatal or silent.",
  },
  {
    name: "DEMARCHE_QUERY_TIMEOUT_MS",
    default: "10000",
    description: "Time that one query may take, in milliseconds.",
  },
  {
    name: "DEMARCHE_LIMITS",
    default: "",
    description:
      "Limits of the server that are to be others than the usual ones, such as `maxDepth=20,requestsPerMinute=600`; see errors.md#limits.",
  },
  {
    name: "DEMARCHE_TRUST_PROXY",
    default: "0",
    description:
      "How many proxies stand before the server; so many entries of `X-Forwarded-For` are believed when clients are told apart.",
  },
  {
    name: "DEMARCHE_READERS",
    default: "anyone",
    description: "Who may read over HTTP: `anyone`, or `signed-in` for those with a valid token.",
  },
  {
    name: "DEMARCHE_JWT_SECRET",
    default: "",
    description:
      "Secret of at least 32 bytes that signs the tokens of editors and admins (JWT, HS256). Neither this nor DEMARCHE_JWKS_URL: there is one token, made at the first start, in the file `admin-token` of the data folder.",
  },
  {
    name: "DEMARCHE_JWKS_URL",
    default: "",
    description:
      "Address (https) of the public keys that tokens are held against (RS256, PS256, ES256, EdDSA), in place of DEMARCHE_JWT_SECRET.",
  },
  { name: "DEMARCHE_JWT_ISSUER", default: "", description: "Who must have given out a token (`iss`)." },
  { name: "DEMARCHE_JWT_AUDIENCE", default: "", description: "Whom a token must be meant for (`aud`)." },
  {
    name: "DEMARCHE_JWT_CLOCK_SKEW_S",
    default: "30",
    description: "Seconds by which the clock of who gives out tokens may differ, 0 to 300.",
  },
  {
    name: "DEMARCHE_EDITOR",
    default: "",
    description:
      "Name that edits and loads from the command line stand under; empty: the user of the system. `--by` goes before it.",
  },
  { name: "JAVA_HOME", default: "", description: "Java for the embedded Neo4j; empty: `java` on the PATH." },
  { name: "XDG_DATA_HOME", default: "~/.local/share", description: "Where data folders lie." },
  { name: "XDG_CACHE_HOME", default: "~/.cache", description: "Where the Neo4j jars are kept." },
  {
    name: "CI",
    default: "",
    description:
      "`true` installs what is missing without a question; what cannot be taken back still wants `--yes`.",
  },
  { name: "NO_COLOR", default: "", description: "Anything but empty turns colours off." },
] as const satisfies readonly VariableDefinition[];

export interface Settings {
  readonly neo4j: {
    readonly uri: string;
    readonly user: string;
    readonly password: string;
    readonly database: string | null;
  } | null;
  readonly useDocker: boolean;
  readonly dataFolder: string;
  readonly cacheFolder: string;
  readonly javaHome: string | null;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly queryTimeoutMs: number;
  readonly limits: Limits;
  readonly trustedProxies: number;
  readonly access: {
    readonly readers: AccessSettings["readers"];
    /** Null: the admin token of the data folder. */
    readonly jwt: Extract<TokenSettings, { kind: "JWT" }> | null;
  };
  /** Name that edits and loads stand under. */
  readonly editor: string;
  /** Answer every question with yes. */
  readonly isYes: boolean;
  /** Nobody is there to answer: do what a person would most likely say yes to. */
  readonly isCi: boolean;
  readonly useColour: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const port = z.coerce.number().int().min(0).max(65_535);
/** Keys that come over a line that somebody could listen in on prove nothing. */
const keysAddress = z
  .url({ protocol: /^https?$/ })
  .refine(
    (text) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(text),
    "give an https address",
  );
const secret = z.string().refine((text) => Buffer.byteLength(text) >= 32, "it has fewer than 32 bytes");

const schema = z.object({
  DEMARCHE_READERS: z.enum(["anyone", "signed-in"]).default("anyone"),
  DEMARCHE_JWT_SECRET: secret.optional(),
  DEMARCHE_JWKS_URL: keysAddress.optional(),
  DEMARCHE_JWT_CLOCK_SKEW_S: z.coerce.number().int().min(0).max(300).default(30),
  DEMARCHE_PORT: port.default(4000),
  DEMARCHE_QUERY_TIMEOUT_MS: z.coerce.number().int().min(1).max(3_600_000).default(10_000),
  DEMARCHE_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DEMARCHE_LOG: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
});

/** Options of the command line that go before the environment. */
export interface GlobalOptions {
  readonly data?: string;
  readonly docker?: boolean;
  readonly yes?: boolean;
  readonly port?: string;
}

/**
 * Reads the settings from the environment and the global options.
 *
 * @throws DemarcheError USAGE when a value is malformed, naming the variable.
 */
export function readSettings(environment: Environment, options: GlobalOptions = {}): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse({
    ...given,
    ...(options.port === undefined ? {} : { DEMARCHE_PORT: options.port }),
  });
  if (!parsed.success) throw describeMistake(parsed.error, given, options);
  const home = given.HOME ?? homedir();
  const host = given.DEMARCHE_HOST ?? "127.0.0.1";
  const dataHome = given.XDG_DATA_HOME ?? join(home, ".local/share");
  return {
    neo4j: given.NEO4J_URI === undefined ? null : externalNeo4j(given, given.NEO4J_URI),
    useDocker: options.docker === true,
    dataFolder: options.data ?? given.DEMARCHE_DATA ?? join(dataHome, "demarche"),
    cacheFolder: join(given.XDG_CACHE_HOME ?? join(home, ".cache"), "demarche"),
    javaHome: given.JAVA_HOME ?? null,
    host,
    port: parsed.data.DEMARCHE_PORT,
    logLevel: parsed.data.DEMARCHE_LOG,
    queryTimeoutMs: parsed.data.DEMARCHE_QUERY_TIMEOUT_MS,
    limits: {
      ...DEFAULT_LIMITS,
      requestsPerMinute: isLoopback(host) ? DEFAULT_LIMITS.requestsPerMinute : PUBLIC_REQUESTS_PER_MINUTE,
      timeoutMs: parsed.data.DEMARCHE_QUERY_TIMEOUT_MS,
      ...parseLimits(given.DEMARCHE_LIMITS),
    },
    trustedProxies: parsed.data.DEMARCHE_TRUST_PROXY,
    access: readAccess(parsed.data, given),
    editor: given.DEMARCHE_EDITOR ?? systemUser(),
    isYes: options.yes === true,
    isCi: given.CI === "true",
    useColour: given.NO_COLOR === undefined,
  };
}

/** What one client of a server that other machines can reach may ask. */
const PUBLIC_REQUESTS_PER_MINUTE = 1_200;

function parseLimits(text = ""): Partial<Limits> {
  const parts = text.split(",").filter((part) => part.trim() !== "");
  return Object.fromEntries(parts.map(parseLimit));
}

function parseLimit(part: string): [string, number] {
  const [, name = "", digits = ""] = /^\s*(\w+)\s*=\s*(\d{1,12})\s*$/.exec(part) ?? [];
  // The rate alone has a meaning for 0: any number.
  const isFit = Number(digits) > 0 || name === "requestsPerMinute";
  if (isFit && Object.hasOwn(DEFAULT_LIMITS, name)) return [name, Number(digits)];
  const names = Object.keys(DEFAULT_LIMITS).join(", ");
  throw new DemarcheError(
    "USAGE",
    `DEMARCHE_LIMITS cannot have "${part.trim()}": write name=number, 1 or more, separated by commas, with names of ${names}. See docs/errors.md.`,
  );
}

/** A container may run under a number that no user has. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

function readAccess(
  { DEMARCHE_READERS: readers, ...values }: z.infer<typeof schema>,
  given: Environment,
): Settings["access"] {
  const { DEMARCHE_JWT_SECRET: secretText, DEMARCHE_JWKS_URL: jwksUrl } = values;
  const who = readers === "anyone" ? "ANYONE" : "SIGNED_IN";
  if (secretText === undefined && jwksUrl === undefined) return { readers: who, jwt: null };
  if (secretText !== undefined && jwksUrl !== undefined)
    throw new DemarcheError("USAGE", "Set DEMARCHE_JWT_SECRET or DEMARCHE_JWKS_URL, not both.");
  const { DEMARCHE_JWT_ISSUER: issuer, DEMARCHE_JWT_AUDIENCE: audience } = given;
  if (issuer === undefined || audience === undefined)
    throw new DemarcheError(
      "USAGE",
      "Tokens are only good for one issuer and one audience: set DEMARCHE_JWT_ISSUER and DEMARCHE_JWT_AUDIENCE.",
    );
  const key = secretText === undefined ? { jwksUrl: jwksUrl ?? "" } : { secret: secretText };
  const clockSkewS = values.DEMARCHE_JWT_CLOCK_SKEW_S;
  return { readers: who, jwt: { kind: "JWT", key, issuer, audience, clockSkewS } };
}

function externalNeo4j(given: Environment, uri: string): NonNullable<Settings["neo4j"]> {
  return {
    uri,
    user: given.NEO4J_USER ?? "neo4j",
    password: given.NEO4J_PASSWORD ?? "",
    database: given.NEO4J_DATABASE ?? null,
  };
}

function describeMistake(error: z.ZodError, given: Environment, options: GlobalOptions): DemarcheError {
  const issue = error.issues[0];
  const name = String(issue?.path[0]);
  const isOption = name === "DEMARCHE_PORT" && options.port !== undefined;
  const value = isOption ? options.port : name === "DEMARCHE_JWT_SECRET" ? "…" : given[name];
  return new DemarcheError(
    "USAGE",
    `${isOption ? "--port" : name} cannot be "${value}": ${issue?.message}. See docs/settings.md.`,
  );
}
