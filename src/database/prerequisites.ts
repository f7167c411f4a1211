import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { DemarcheError } from "../domain/errors.ts";
import { childEnvironment, type Environment } from "./child-environment.ts";

/** A program that was found, with the version that it names itself. */
export interface Tool {
  readonly command: string;
  readonly version: string;
}

/** The oldest Java that Neo4j 5.26 runs on. */
export const OLDEST_JAVA = 17;

export interface ToolSearch {
  /** Preferred before all others: what `JAVA_HOME` names. */
  readonly javaHome?: string | null;
  /** Environment of the programs, whose `PATH` is searched; this process's own if absent. */
  readonly environment?: Environment;
  /** Folders that hold one folder for each installed Java, where a newer one may lie beside the one on the `PATH`. */
  readonly javaFolders?: readonly string[];
}

const JAVA_FOLDERS = [
  "/usr/lib/jvm",
  "/usr/lib64/jvm",
  "/usr/java",
  "/opt/java",
  "/opt/homebrew/opt",
  "/usr/local/opt",
  "/home/linuxbrew/.linuxbrew/opt",
  "/Library/Java/JavaVirtualMachines",
];

/**
 * Finds a Java of version 17 or newer: `JAVA_HOME`, the one on the `PATH`, else one of those that lie about.
 *
 * @throws DemarcheError JAVA_MISSING, naming the older one where there is one.
 */
export async function findJava(search: ToolSearch = {}): Promise<Tool> {
  let tooOld: Tool | null = null;
  for (const command of javaCommands(search)) {
    const version = parseJavaVersion(await readVersion(command, ["-version"], search));
    if (version === null) continue;
    if (javaMajor(version) >= OLDEST_JAVA) return { command, version };
    tooOld ??= { command, version };
  }
  throw javaMissing(tooOld);
}

/**
 * Finds Maven on the `PATH`.
 *
 * @throws DemarcheError MAVEN_MISSING.
 */
export async function findMaven(search: ToolSearch = {}): Promise<Tool> {
  const version = parseMavenVersion(await readVersion("mvn", ["--version"], search));
  if (version !== null) return { command: "mvn", version };
  const message = `Maven (mvn) is missing, which fetches the embedded Neo4j once. ${WAYS_OUT}`;
  throw new DemarcheError("MAVEN_MISSING", message);
}

/** Reads the version from what `java -version` prints, such as `17.0.15` or `1.8.0_402`; null when it names none. */
export function parseJavaVersion(text: string): string | null {
  const quoted = /\bversion "([^"\s]+)"/.exec(text)?.[1];
  const bare = /^(?:openjdk|java) (\d[\w.+-]*)/m.exec(text)?.[1];
  return quoted ?? bare ?? null;
}

/** Gives the number by which a version of Java is known: 8 for `1.8.0_402`, 17 for `17.0.15`, 22 for `22-ea`. */
export function javaMajor(version: string): number {
  const [first = 0, second = 0] = version.split(/[._+-]/).map(Number);
  return first === 1 ? second : first;
}

/** Reads the version from what `mvn --version` prints, such as `3.8.7`; null when it names none. */
export function parseMavenVersion(text: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Maven colours its version on some terminals.
  return /Apache Maven (\d[\w.-]*)/.exec(text.replace(/\u001b\[[\d;]*m/g, ""))?.[1] ?? null;
}

const WAYS_OUT =
  "Install it (`demarche serve --yes` does, with the system's package manager), or set NEO4J_URI to a running Neo4j, or use --docker.";

function javaMissing(tooOld: Tool | null): DemarcheError {
  const found = tooOld === null ? "Java is missing" : `Java ${tooOld.version} (${tooOld.command}) is too old`;
  const message = `${found}; the embedded Neo4j needs Java ${OLDEST_JAVA} or newer. ${WAYS_OUT}`;
  return new DemarcheError("JAVA_MISSING", message, { details: { found: tooOld?.version ?? null } });
}

function* javaCommands(search: ToolSearch): Generator<string> {
  if (search.javaHome) yield join(search.javaHome, "bin", "java");
  yield "java";
  for (const folder of search.javaFolders ?? JAVA_FOLDERS) {
    for (const name of foldersIn(folder)) {
      for (const inner of ["bin/java", "Contents/Home/bin/java"]) {
        const command = join(folder, name, inner);
        if (existsSync(command)) yield command;
      }
    }
  }
}

function foldersIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Gives what a program prints about its version, on either stream; empty where it is missing or broken. */
async function readVersion(command: string, args: readonly string[], search: ToolSearch): Promise<string> {
  try {
    const options = { timeout: 30_000, env: childEnvironment(search.environment) };
    const { stdout, stderr } = await promisify(execFile)(command, [...args], options);
    return `${stdout}\n${stderr}`;
  } catch {
    return "";
  }
}
