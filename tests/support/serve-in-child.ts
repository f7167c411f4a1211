import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { findPackageFile } from "../../src/cli/package-root.ts";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A `demarche serve` in a process of its own. */
export interface ServingChild {
  /** Address of the front page. */
  readonly url: string;
  readonly child: ChildProcess;
  /** The token that it takes from editors. */
  readonly adminToken: string;
  /** What it has logged, once it has ended. */
  readonly log: Promise<string>;
  /** Sends a signal and waits for the end; gives the exit code, null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/**
 * Starts `demarche serve` and waits until it serves.
 *
 * @param environment - Without `DEMARCHE_DATA`, its data folder goes when it ends.
 * @param folders - Folders of the cases that it loads.
 * @param isBuilt - Whether it is the program as it ships, built anew where it is out of date, whose memory is its own; else
 * it is run from the sources.
 */
export async function serveInChild(
  environment: Readonly<Record<string, string>>,
  {
    isBuilt = false,
    folders = [],
  }: { readonly isBuilt?: boolean; readonly folders?: readonly string[] } = {},
): Promise<ServingChild> {
  const { PATH = "", HOME = "" } = process.env;
  const ownFolder = mkdtempSync(join(tmpdir(), "demarche-serve-"));
  const dataFolder = environment.DEMARCHE_DATA ?? ownFolder;
  const program = isBuilt ? [build()] : ["--import", TSX, findPackageFile("src/cli/main.ts")];
  const cases = folders.length > 0 ? folders : ["--no-load"];
  const child = spawn(process.execPath, [...program, "serve", "--json", "--port", "0", ...cases], {
    env: { PATH, HOME, DEMARCHE_DATA: dataFolder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  child.once("close", () => rmSync(ownFolder, { recursive: true, force: true }));
  const log = text(child.stderr);
  const url = await readUrl(child, log);
  return {
    url,
    child,
    adminToken: readFileSync(join(dataFolder, "admin-token"), "utf8").trim(),
    log,
    end: async (signal) => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

/** Gives the file of the built program. */
function build(): string {
  execFileSync(process.execPath, [findPackageFile("scripts/build.mjs")], { stdio: "inherit" });
  return findPackageFile("dist/src/cli/main.js");
}

async function readUrl({ stdout }: ChildProcess, log: Promise<string>): Promise<string> {
  let output = "";
  for await (const chunk of stdout ?? []) {
    output += String(chunk);
    if (output.trimEnd().endsWith("}")) return (JSON.parse(output) as { url: string }).url;
  }
  throw new Error(`demarche serve ended before it served: ${await log}`);
}
