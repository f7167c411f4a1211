import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, constants, existsSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { packageRoot } from "../../package-root.ts";
import type { DataFolder } from "./data-folder.ts";
import { identifyProcess, type ProcessIdentity } from "./process-identity.ts";

/** Flags without which Neo4j does not start on Java 17 and newer. */
export const ADD_OPENS = [
  "java.base/java.nio",
  "java.base/java.io",
  "java.base/sun.nio.ch",
  "java.base/java.util.concurrent",
].map((module) => `--add-opens=${module}=ALL-UNNAMED`);

/** A Java that runs for as long as anybody holds its pipe open. */
export interface SupervisedJava {
  /** Null once it has ended. */
  identify(): ProcessIdentity | null;
  /** Named pipe that every process that uses the server holds open for writing. */
  readonly pipe: string;
  /** This process's hold on it. */
  readonly hold: Hold;
  /** Ends when Java has ended. */
  readonly ended: Promise<void>;
  /** Lets this process end without waiting for Java to end. */
  leave(): void;
}

/** One process's hold on a server: the writing end of the pipe that its supervisor reads. */
export class Hold {
  #descriptor: number | null;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  release(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }
}

/**
 * Takes a hold on a server that is running already; null when nobody watches over it (any more).
 *
 * To open a pipe for writing without waiting fails where nobody reads it, which makes this a test of the supervisor.
 */
export function takeHold(pipe: string): Hold | null {
  try {
    return new Hold(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch (error) {
    if (["ENXIO", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
}

/**
 * Starts Java under `embedded/supervise.sh`, in a session of its own, so that a Ctrl-C on the terminal does not end it
 * before Demarche has finished its work.
 */
export function startSupervised(paths: DataFolder, command: string, args: readonly string[]): SupervisedJava {
  rmSync(paths.pidFile, { force: true });
  const pipe = makePipe(paths.folder);
  const { reader, hold } = openBothEnds(pipe);
  const console = openSync(paths.consoleFile, "w", 0o600);
  const script = join(packageRoot(), "embedded", "supervise.sh");
  const shell = spawn("sh", [script, pipe, paths.pidFile, command, ...args], {
    cwd: paths.neo4jHome,
    detached: true,
    stdio: [reader, console, console],
  });
  closeSync(reader);
  closeSync(console);
  return {
    pipe,
    hold,
    ended: endOf(shell),
    leave: () => shell.unref(),
    identify: () => identifyRecorded(paths),
  };
}

/** Waits until the supervisor has written down which process Java is; null when it ended before. */
export async function waitForPid(java: SupervisedJava): Promise<ProcessIdentity | null> {
  let ended = false;
  java.ended.then(() => {
    ended = true;
  });
  while (!ended) {
    const identity = java.identify();
    if (identity !== null) return identity;
    await sleep(10);
  }
  return null;
}

/** Looks up the process that the supervisor wrote down, if it is a Neo4j on this folder. */
export function identifyRecorded(paths: DataFolder): ProcessIdentity | null {
  if (!existsSync(paths.pidFile)) return null;
  const pid = Number(readFileSync(paths.pidFile, "utf8"));
  const identity = Number.isInteger(pid) && pid > 0 ? identifyProcess(pid) : null;
  return identity?.command.includes(`--home-dir=${paths.neo4jHome} `) ? identity : null;
}

/** Each start has a pipe of its own, so that the supervisor of the last one, still clearing up, never touches it. */
function makePipe(folder: string): string {
  for (const name of readdirSync(folder))
    if (name.startsWith("users-")) rmSync(join(folder, name), { force: true });
  const pipe = join(folder, `users-${randomBytes(4).toString("hex")}`);
  execFileSync("mkfifo", ["-m", "600", pipe]);
  return pipe;
}

/**
 * Opens both ends of a pipe without waiting for anybody: reading and writing at once never waits, and with that one open
 * the plain ends do not wait either.
 */
function openBothEnds(pipe: string): { reader: number; hold: Hold } {
  const both = openSync(pipe, constants.O_RDWR);
  const reader = openSync(pipe, constants.O_RDONLY);
  const writer = openSync(pipe, constants.O_WRONLY);
  closeSync(both);
  return { reader, hold: new Hold(writer) };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
}
