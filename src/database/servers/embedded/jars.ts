import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { DemarcheError } from "../../../domain/errors.ts";
import { childEnvironment } from "../../child-environment.ts";
import { packageRoot } from "../../package-root.ts";
import { findMaven, type ToolSearch } from "../../prerequisites.ts";
import { NEO4J_VERSION, type ServerProgress } from "../server.ts";
import { type ReadFreeBytes, requireSpace } from "./free-space.ts";

/** Jars, Maven's own copy of them, its plugins. */
const FETCH_NEEDS_MB = 400;

export interface JarOptions {
  /** Where fetched jars are kept, for all databases of this user. */
  readonly cacheFolder: string;
  readonly tools?: ToolSearch;
  readonly onProgress?: (progress: ServerProgress) => void;
  readonly readFreeBytes?: ReadFreeBytes;
}

/**
 * Gives the folder that holds the jars of the embedded Neo4j, fetched by Maven where they are not there yet.
 *
 * Every jar is checked against `embedded/sha256sums.txt` each time, and none but those may lie there. A folder that does
 * not match is fetched anew, once.
 *
 * @throws DemarcheError MAVEN_MISSING, DOWNLOAD_FAILED or NO_SPACE.
 */
export async function provideJars(options: JarOptions): Promise<string> {
  const sums = readSums();
  const folder = jarFolder(options.cacheFolder);
  options.onProgress?.({ step: "CHECKING" });
  if (existsSync(folder) && (await findTampered(folder, sums)).length === 0) return folder;
  await fetchJars(folder, sums, options);
  return folder;
}

/** Tells whether the jars were fetched before, so that Maven is not needed; whether they are whole is checked later. */
export function hasJars(cacheFolder: string): boolean {
  return existsSync(jarFolder(cacheFolder));
}

/** Reads the list of jars: file name to SHA-256 in hexadecimal digits. */
export function readSums(): ReadonlyMap<string, string> {
  const lines = readFileSync(join(packageRoot(), "embedded", "sha256sums.txt"), "utf8")
    .trim()
    .split("\n");
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Lists what is missing, changed or not on the list, in the order of names. */
export async function findTampered(
  folder: string,
  sums: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const present = readdirSync(folder);
  const strange = present.filter((file) => !sums.has(file));
  const missing = [...sums.keys()].filter((file) => !present.includes(file));
  const changed: string[] = [];
  for (const file of present) {
    const sum = sums.get(file);
    if (sum !== undefined && (await hashFile(join(folder, file))) !== sum) changed.push(file);
  }
  return [...strange, ...missing, ...changed].sort();
}

function jarFolder(cacheFolder: string): string {
  return join(cacheFolder, `neo4j-${NEO4J_VERSION}`);
}

/** Works in a folder of its own beside the real one, so that a fetch that is cut short leaves nothing that looks whole. */
async function fetchJars(
  folder: string,
  sums: ReadonlyMap<string, string>,
  options: JarOptions,
): Promise<void> {
  await requireSpace(options.cacheFolder, FETCH_NEEDS_MB, {
    what: "fetching the embedded Neo4j",
    ...(options.readFreeBytes === undefined ? {} : { readFreeBytes: options.readFreeBytes }),
  });
  const maven = await findMaven(options.tools);
  mkdirSync(options.cacheFolder, { recursive: true });
  removeAbandoned(options.cacheFolder);
  const fresh = `${folder}.fetching-${process.pid}`;
  try {
    await runMaven(maven.command, fresh, sums.size, options);
    const tampered = await findTampered(fresh, sums);
    if (tampered.length > 0) throw mismatch(tampered);
    rmSync(folder, { recursive: true, force: true });
    moveIntoPlace(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Another process may have put the very same jars there first. */
function moveIntoPlace(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}

/** Removes what a process that has gone left half fetched. */
function removeAbandoned(cacheFolder: string): void {
  for (const name of readdirSync(cacheFolder)) {
    const pid = Number(/\.fetching-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(pid) && pid !== process.pid && !isAlive(pid)) {
      rmSync(join(cacheFolder, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function runMaven(command: string, folder: string, total: number, options: JarOptions): Promise<void> {
  const pom = join(packageRoot(), "embedded", "pom.xml");
  const args = ["-B", "-Dstyle.color=never", "-f", pom, `-Djars=${folder}`, "dependency:copy-dependencies"];
  const maven = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: options.cacheFolder,
    env: childEnvironment(options.tools?.environment),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    maven.once("error", reject);
    maven.once("close", resolve);
  });
  const errors: string[] = [];
  maven.stderr.on("data", (chunk: Buffer) => errors.push(String(chunk)));
  let [downloaded, copied] = [0, 0];
  options.onProgress?.({ step: "FETCHING", done: 0, total });
  for await (const line of createInterface({ input: maven.stdout })) {
    if (/Downloaded from .*\.jar \(/.test(line)) downloaded++;
    else if (/Copying .*\.jar to /.test(line)) copied++;
    else {
      if (/ERROR/.test(line)) errors.push(line);
      continue;
    }
    options.onProgress?.({ step: "FETCHING", done: Math.min(total, Math.max(downloaded, copied)), total });
  }
  if ((await ended) !== 0) throw mavenFailed(errors);
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

function mavenFailed(errors: readonly string[]): DemarcheError {
  const said = errors.join("\n");
  if (/no space left/i.test(said)) {
    return new DemarcheError(
      "NO_SPACE",
      "The disk became full while the embedded Neo4j was fetched: free some space and try again.",
    );
  }
  const reason =
    errors.map((line) => line.replace(/^\[ERROR\]\s*/, "").trim()).find((line) => line !== "") ?? "";
  const message = `Maven could not fetch the embedded Neo4j: ${reason.slice(0, 300).replace(/[.:]?$/, ".")} Check the network (or the mirror in Maven's settings.xml) and try again.`;
  return new DemarcheError("DOWNLOAD_FAILED", message, { details: { maven: said.slice(0, 4000) } });
}

function mismatch(files: readonly string[]): DemarcheError {
  const named = files.slice(0, 5).join(", ") + (files.length > 5 ? `, and ${files.length - 5} more` : "");
  const message = `What Maven fetched is not what embedded/sha256sums.txt lists: ${named}. Remove these from Maven's repository (~/.m2) and try again; if that does not help, its source cannot be trusted.`;
  return new DemarcheError("DOWNLOAD_FAILED", message, { details: { files } });
}
