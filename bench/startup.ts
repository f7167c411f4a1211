// Starts the built program as a user does: first on an empty data folder, then again; prints when the page answers with
// the case loaded, what memory Node and Java take, how long the load took, and how long `--help` takes.
// The limits are 15 s, 250 MB and 600 MB; 3 s for a load and 1 s for one that changes nothing; 300 ms for the help.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));
const HELP_ROUNDS = 9;

if (!existsSync(PROGRAM)) {
  console.log("The program is not built: run `npm run build` first.");
  process.exit(1);
}
const dataFolder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
try {
  await measureStart("first start");
  await measureStart("second start");
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
measureHelp();

async function measureStart(title: string): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, [PROGRAM, "serve", "--data", dataFolder, "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
  try {
    const url = await readUrl(child.stdout);
    if (!(await fetch(url)).ok) throw new Error(`${url} does not answer`);
    const seconds = (performance.now() - start) / 1000;
    const load = said.find((line) => line.startsWith("russia-ukraine:")) ?? "nothing said of a load";
    const memory = `Node ${peakMegabytes(child.pid ?? 0)} MB, Java ${peakMegabytes(javaPid())} MB at most`;
    console.log(`${title}: page and case after ${seconds.toFixed(1)} s; ${load}; ${memory}`);
  } finally {
    child.kill("SIGTERM");
    await once(child, "close");
  }
}

async function readUrl(stdout: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stdout) {
    text += String(chunk);
    const url = /"url": "([^"]+)"/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The program ended before it was ready: ${text}`);
}

function javaPid(): number {
  return Number(readFileSync(join(dataFolder, "pid"), "utf8"));
}

/** Linux alone tells this. */
function peakMegabytes(pid: number): string {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return kilobytes === undefined ? "?" : (Number(kilobytes) / 1024).toFixed(0);
}

function measureHelp(): void {
  const times = Array.from({ length: HELP_ROUNDS }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [PROGRAM, "--help"], { stdio: "ignore" });
    return performance.now() - start;
  }).sort((left, right) => left - right);
  const bare = performance.now();
  spawnSync(process.execPath, ["--eval", "0"], { stdio: "ignore" });
  const bareMs = performance.now() - bare;
  const median = times[HELP_ROUNDS >> 1] ?? 0;
  console.log(
    `--help: ${median.toFixed(0)} ms at the median (Node alone ${bareMs.toFixed(0)} ms, ratio ${(median / bareMs).toFixed(1)})`,
  );
}
