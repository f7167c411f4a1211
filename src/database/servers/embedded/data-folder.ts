import { randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { DemarcheError } from "../../../domain/errors.ts";
import { identifyProcess } from "./process-identity.ts";

/** Where everything of one embedded database lies. */
export interface DataFolder {
  readonly folder: string;
  readonly passwordFile: string;
  /** Which server runs on this folder. */
  readonly stateFile: string;
  /** Held while a server is being started, or the database is worked on without one. */
  readonly lockFile: string;
  /** Number of the Java process that runs, or ran last. */
  readonly pidFile: string;
  readonly neo4jHome: string;
  readonly configFolder: string;
  readonly logFile: string;
  /** What Java itself prints: faults before Neo4j's own log begins. */
  readonly consoleFile: string;
  /** There once Neo4j has answered for the first time; before that, nothing in the store is worth keeping. */
  readonly readyMarker: string;
}

/** Names the files of a data folder, and makes the folder, readable by its owner alone. */
export function prepareDataFolder(path: string): DataFolder {
  const paths = dataFolderAt(resolve(path));
  const { folder, neo4jHome } = paths;
  try {
    mkdirSync(join(neo4jHome, "logs"), { recursive: true, mode: 0o700 });
    mkdirSync(join(neo4jHome, "conf"), { recursive: true, mode: 0o700 });
    const probe = join(folder, `probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  return paths;
}

/** Tells whether a folder holds a database that has answered once: one that may hold something. */
export function holdsDatabase(path: string): boolean {
  return existsSync(dataFolderAt(resolve(path)).readyMarker);
}

/** Reads the password of this folder's database, or makes a new one up. */
export function ensurePassword(paths: DataFolder): string {
  if (existsSync(paths.passwordFile)) return readFileSync(paths.passwordFile, "utf8").trim();
  const password = randomBytes(24).toString("hex");
  writeWhole(paths.passwordFile, `${password}\n`);
  return password;
}

/** Writes a file that only its owner may read, so that nobody ever sees half of it. */
export function writeWhole(file: string, text: string): void {
  const half = `${file}.${process.pid}.new`;
  writeFileSync(half, text, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, file);
}

const SCRATCH = "scratch-";

/** Names this process's own folder for what it makes beside the database. */
export function scratchFolder(folder: string): string {
  return join(folder, `${SCRATCH}${process.pid}`);
}

/** Removes what processes that have gone left half made beside the database. */
export function removeAbandonedScratch(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.startsWith(SCRATCH))) {
    const pid = Number(name.slice(SCRATCH.length));
    if (pid === process.pid || identifyProcess(pid) !== null) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function dataFolderAt(folder: string): DataFolder {
  const neo4jHome = join(folder, "neo4j");
  return {
    folder,
    passwordFile: join(folder, "password"),
    stateFile: join(folder, "server.json"),
    lockFile: join(folder, "lock"),
    pidFile: join(folder, "pid"),
    neo4jHome,
    configFolder: join(neo4jHome, "conf"),
    logFile: join(neo4jHome, "logs", "neo4j.log"),
    consoleFile: join(neo4jHome, "logs", "console.log"),
    readyMarker: join(folder, "ready"),
  };
}

function unwritable(folder: string, cause: unknown): DemarcheError {
  if ((cause as NodeJS.ErrnoException).code === "ENOSPC") {
    return new DemarcheError(
      "NO_SPACE",
      `The disk of ${folder} is full: free some space, or choose another folder with --data.`,
      { cause },
    );
  }
  const message = `The data folder ${folder} may not be written: choose another one with --data, or change its rights.`;
  return new DemarcheError("FILE_UNREADABLE", message, { cause });
}
