import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Asks as a friendly client does, one request after the other, until told to stop. */
export interface PoliteReader {
  /** Ends it, and gives the time in milliseconds that 95 of 100 answers stayed within. */
  stop(): Promise<number>;
}

const PROGRAM = fileURLToPath(new URL("./polite-program.ts", import.meta.url));

/** An address for documentation, which nobody has. */
const ADDRESS = "192.0.2.1";

/** Starts a friendly client with an address of its own, for a server that believes one proxy. */
export function startPoliteReader(url: string): PoliteReader {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, url, ADDRESS], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const output = text(child.stdout);
  return {
    stop: async () => {
      child.stdin.end();
      return Number(await output);
    },
  };
}
