import { execFile } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DemarcheError } from "../../../domain/errors.ts";
import { childEnvironment } from "../../child-environment.ts";
import { packageRoot } from "../../package-root.ts";
import type { DataFolder } from "./data-folder.ts";
import { ADD_OPENS } from "./supervised-java.ts";

/** A Java and the jars that it runs. */
export interface Runtime {
  readonly java: string;
  readonly jars: string;
}

/** How much memory Neo4j may take, in megabytes. */
export interface Memory {
  readonly heapMb: number;
  readonly pageCacheMb: number;
}

/** Enough for the cases that people code by hand. */
const USUAL_MEMORY: Memory = { heapMb: 512, pageCacheMb: 64 };
const MOST_PAGE_CACHE_MB = 512;
/** Stores beyond this size, in megabytes: some hundred thousand statements. */
const LARGE_STORE_MB = 128;

/** How a server is started: its memory, and whether Java compiles for a long run rather than for a quick start. */
export interface Tuning {
  readonly memory: Memory;
  readonly isForLongRun: boolean;
}

/** Fits the server to its store: one that lies wholly in the page cache answers several times as fast. */
export function chooseTuning(paths: DataFolder, wish: Partial<Memory> = {}): Tuning {
  const storeMb = measureStoreMb(paths);
  const pageCacheMb = Math.min(Math.max(USUAL_MEMORY.pageCacheMb, storeMb), MOST_PAGE_CACHE_MB);
  return { memory: { ...USUAL_MEMORY, pageCacheMb, ...wish }, isForLongRun: storeMb > LARGE_STORE_MB };
}

function measureStoreMb({ neo4jHome }: DataFolder): number {
  const store = join(neo4jHome, "data", "databases", "neo4j");
  if (!existsSync(store)) return 0;
  const files = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
  return Math.ceil(bytes / (1 << 20));
}

/** Writes Neo4j's settings: 127.0.0.1 and Bolt alone, no report of usage, small files. */
export function writeConfig(paths: DataFolder, port: number, memory: Memory): void {
  const settings = {
    "server.default_listen_address": "127.0.0.1",
    "server.bolt.listen_address": `127.0.0.1:${port}`,
    "server.bolt.advertised_address": `127.0.0.1:${port}`,
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "dbms.usage_report.enabled": "false",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "server.memory.pagecache.size": `${memory.pageCacheMb}m`,
    "db.tx_log.preallocate": "false",
    // A disk that was full leaves half a transaction at the end of the log, which nobody was told was stored: Neo4j is to
    // cut it off, and not to refuse the whole database.
    "internal.dbms.tx_log.fail_on_corrupted_log_files": "false",
    "db.tx_log.rotation.retention_policy": "100M size",
    // Neo4j waits twice 5 s here for requests that can no longer come: its databases are closed by then.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
    "db.transaction.monitor.check.interval": "500ms",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(
    join(paths.configFolder, "neo4j.conf"),
    `# Written by Demarche at every start.\n${lines.join("")}`,
  );
}

/**
 * Makes an empty store with the password of the folder, unless Neo4j has answered on it before.
 *
 * A start that was cut short before its first answer may have left half a store, in which nobody has written anything.
 */
export async function prepareStore(paths: DataFolder, runtime: Runtime): Promise<void> {
  if (existsSync(paths.readyMarker)) return;
  rmSync(join(paths.neo4jHome, "data"), { recursive: true, force: true });
  // The file stands for its content (`@file`), so that no list of processes ever shows the password.
  await execAdminTool(paths, runtime, ["dbms", "set-initial-password", `@${paths.passwordFile}`]);
}

/** The folders of a Neo4j that need not be the one of a data folder. */
export type Neo4jFolders = Pick<DataFolder, "neo4jHome" | "configFolder">;

/**
 * Runs Neo4j's own administration program (`database import full`, `dbms set-initial-password` …) on a folder whose server
 * is stopped. It ends with this process, in whatever way that ends.
 *
 * @returns What the program printed.
 * @throws DemarcheError NO_SPACE, or INTERNAL with the program's own words.
 */
export async function execAdminTool(
  { neo4jHome, configFolder }: Neo4jFolders,
  runtime: Runtime,
  args: readonly string[],
  { heapMb = 512, onOutput }: { heapMb?: number; onOutput?: (text: string) => void } = {},
): Promise<string> {
  const script = join(packageRoot(), "embedded", "supervise.sh");
  const flags = [`-Xmx${heapMb}m`, "-XX:+UseSerialGC", ...ADD_OPENS, "-cp", join(runtime.jars, "*")];
  const java = [runtime.java, ...flags, "org.neo4j.cli.AdminTool", ...args];
  const environment = childEnvironment(undefined, { NEO4J_HOME: neo4jHome, NEO4J_CONF: configFolder });
  // The program's hold on this process is its standard input, an unnamed pipe, so there is no pipe to remove.
  const words = [script, join(neo4jHome, "no-pipe"), join(neo4jHome, "admin-pid"), ...java];
  const running = promisify(execFile)("sh", words, { env: environment, maxBuffer: 64 << 20 });
  running.child.stdout?.on("data", (chunk) => onOutput?.(String(chunk)));
  running.child.stderr?.on("data", (chunk) => onOutput?.(String(chunk)));
  try {
    const { stdout, stderr } = await running;
    return `${stdout}${stderr}`;
  } catch (error) {
    throw adminToolFailed(args, error);
  }
}

function adminToolFailed(args: readonly string[], error: unknown): DemarcheError {
  const said = String((error as { stderr?: unknown }).stderr ?? "").trim();
  const what = args.slice(0, 2).join(" ");
  if (/no space left/i.test(said)) {
    return new DemarcheError(
      "NO_SPACE",
      `The disk became full during neo4j-admin ${what}: free some space and try again.`,
      { cause: error },
    );
  }
  const reason = said.split("\n").find((line) => line.trim() !== "") ?? "no reason given";
  return new DemarcheError("INTERNAL", `neo4j-admin ${what} failed: ${reason.slice(0, 300)}`, {
    cause: error,
    details: { said: said.slice(0, 8000) },
  });
}
