import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { findPackageFile } from "../../src/cli/package-root.ts";

const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** A `demarche serve` in a process of its own. */
export interface ServingChild {
  /** Address of the front page. */
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has logged, once it has ended. */
  readonly log: Promise<string>;
  /** Sends a signal and waits for the end; gives the exit code, null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `demarche serve`, from the sources, and waits until it serves. */
export async function serveInChild(
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = ["--no-load"],
): Promise<ServingChild> {
  const { PATH = "", HOME = "" } = process.env;
  const program = [findPackageFile("src/cli/main.ts"), "serve", "--json", "--port", "0", ...words];
  const child = spawn(process.execPath, ["--import", TSX, ...program], {
    env: { PATH, HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const log = text(child.stderr);
  const url = await readUrl(child, log);
  return {
    url,
    child,
    log,
    end: async (signal) => {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

async function readUrl({ stdout }: ChildProcess, log: Promise<string>): Promise<string> {
  let output = "";
  for await (const chunk of stdout ?? []) {
    output += String(chunk);
    if (output.trimEnd().endsWith("}")) return (JSON.parse(output) as { url: string }).url;
  }
  throw new Error(`demarche serve ended before it served: ${await log}`);
}
