// Takes all votes of the UN General Assembly from their table to a sound graph, by the commands that a user types: import,
// validate, and load into an empty embedded database, which the doctor looks at.
// `DEMARCHE_BENCH_VOTES` names a folder with the real votes; else as many are made up.
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { voteLines } from "./support-votes.ts";

const MOST_SECONDS = 150;
const MOST_MEGABYTES = 600;

const folder = mkdtempSync(join(tmpdir(), "demarche-bench-votes-"));
try {
  const votes = process.env.DEMARCHE_BENCH_VOTES ?? join(folder, "votes.csv");
  if (!process.env.DEMARCHE_BENCH_VOTES) await pipeline(Readable.from(voteLines()), createWriteStream(votes));
  const out = join(folder, "case");
  const steps = [
    demarche("import", "unvotes", votes, "--case", "votes", "--out", out),
    demarche("validate", out),
    demarche("load", out, "--data", join(folder, "data")),
  ];
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  const megabytes = Math.max(...steps.map((step) => step.megabytes));
  console.log(`all: ${seconds.toFixed(1)} s, Node at most ${megabytes.toFixed(0)} MB`);
  if (seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES) {
    console.log(`  over the limit of ${MOST_SECONDS} s and ${MOST_MEGABYTES} MB`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a command, and tells how long it took and how much memory Node had. */
function demarche(...words: string[]): { seconds: number; megabytes: number } {
  const memory = join(folder, "memory");
  const preload = join(import.meta.dirname, "support-memory.ts");
  const program = join(import.meta.dirname, "..", "src", "cli", "main.ts");
  const start = performance.now();
  const { status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--import", preload, program, ...words, "--quiet"],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, BENCH_MEMORY: memory } },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`demarche ${words[0]} failed with ${status}`);
  const megabytes = Number(readFileSync(memory, "utf8"));
  console.log(`${words[0]}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
  return { seconds, megabytes };
}
