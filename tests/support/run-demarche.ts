import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { findPackageFile } from "../../src/cli/package-root.ts";

// By its address: a program that runs in another folder would look for it there.
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Given to standard input, which then ends. */
  readonly input?: string;
  readonly cwd?: string;
}

/** Runs the command line as a process of its own, from the sources, with nothing of this environment but PATH and HOME. */
export async function runDemarche(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--import", TSX, findPackageFile("src/cli/main.ts"), ...words], {
    cwd: options.cwd ?? findPackageFile(),
    env: { PATH, HOME, NO_COLOR: "1", ...options.environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => {
    output.stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output.stderr += chunk.toString();
  });
  child.stdin.end(options.input ?? "");
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, ...output };
}
