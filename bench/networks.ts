// Computes the congruence network of all votes of the UN General Assembly: by a running server, from a first request and again
// with another filter; and the computation alone, beside networkx and scipy's sparse product in the same run.
// The limits are 10 s and 1 s, three times scipy's time, and 1 GB of memory. `DEMARCHE_BENCH_VOTES` names the folder with the
// votes; without it the benchmark is passed over.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";
import { ACTS, type Act } from "../src/domain/acts.ts";
import { importCase } from "../src/importers/importers.ts";
import { dayNumber } from "../src/network/days.ts";
import type { NetworkData } from "../src/network/network-data.ts";
import { parseNetworkOptions } from "../src/network/parse-network-options.ts";
import { projectNetwork } from "../src/network/project-network.ts";
import { StatementTableBuilder } from "../src/network/statement-table.ts";

const LIMITS = { firstSeconds: 10, againSeconds: 1, timesScipy: 3, megabytes: 1_024 };
/** The best of as many counts, for scipy as for us. */
const ROUNDS = 7;
const CASE = "votes";
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const votes = process.env.DEMARCHE_BENCH_VOTES;

if (votes === undefined) {
  console.log("passed over: DEMARCHE_BENCH_VOTES names no folder with the UN votes");
} else {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
  try {
    const caseFolder = join(folder, "case");
    await importCase("unvotes", [votes], { case: CASE, out: caseFolder });
    await compareComputations(caseFolder, folder);
    await measureServer(caseFolder, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly seconds: number;
  readonly sum: number;
  readonly edges: number;
}

/** Processor time is compared, which other work on the machine disturbs least. */
async function compareComputations(caseFolder: string, folder: string): Promise<void> {
  const signed = join(folder, "signed.csv");
  const data = await readVotes(join(caseFolder, "statements.csv"), signed);
  const ours = Array.from({ length: ROUNDS }, () => compute(data)).reduce((best, one) =>
    one.seconds < best.seconds ? one : best,
  );
  const { stdout } = spawnSync(
    join(ROOT, ".venv/bin/python"),
    [join(ROOT, "bench/networks.py"), signed, String(ROUNDS)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const { networkx, scipy } = JSON.parse(stdout) as { networkx: Measured; scipy: Measured };
  for (const other of [networkx, scipy]) {
    if (other.sum !== ours.sum || other.edges !== ours.edges)
      throw new Error(`${JSON.stringify([ours, other])} differ`);
  }
  const ratio = ours.seconds / scipy.seconds;
  console.log(
    `computation: ${ours.edges.toLocaleString("en")} edges in ${ours.seconds.toFixed(2)} s; ` +
      `scipy ${scipy.seconds.toFixed(2)} s (ours ${ratio.toFixed(1)} times that), networkx ${networkx.seconds.toFixed(1)} s`,
  );
  check("times scipy", ratio, LIMITS.timesScipy);
}

function compute(data: NetworkData): Measured {
  const start = process.cpuUsage();
  const network = projectNetwork(data, parseNetworkOptions(CASE, { on: "proposal" }));
  const { user, system } = process.cpuUsage(start);
  let sum = 0;
  for (let edge = 0; edge < network.edgeCount; edge++) sum += network.weightOf(edge);
  return { seconds: (user + system) / 1_000_000, sum, edges: network.edgeCount };
}

/** Reads the statements as columns, and writes those with a sign for the other programs. */
async function readVotes(path: string, signed: string): Promise<NetworkData> {
  const builder = new StatementTableBuilder();
  const lines = ["actor,target,sign"];
  const rows = createReadStream(path).pipe(parse({ columns: true }));
  for await (const { slug, act, actors, target, date } of rows as AsyncIterable<Record<string, string>>) {
    const place = ACTS.findIndex(({ name }) => name === (act as Act));
    const day = dayNumber(date || null);
    builder.pushActor(actors ?? "");
    builder.addCoded(slug ?? "", {
      act: place,
      status: 0,
      target: builder.codeOfTarget(target ?? "", "Proposal"),
      date: -1,
      earliest: day,
      latest: day,
      madeAt: -1,
    });
    const sign = Math.sign(ACTS[place]?.polarity ?? 0);
    if (sign !== 0) lines.push(`${actors},${target},${sign}`);
  }
  writeFileSync(signed, lines.join("\n"));
  const nothing = { actors: [], targets: [], meetings: [], sources: [], representations: [], sameAs: [] };
  return { case: CASE, title: CASE, statements: builder.build(), ...nothing };
}

async function measureServer(caseFolder: string, folder: string): Promise<void> {
  const program = join(ROOT, "dist/src/cli/main.js");
  const words = ["serve", caseFolder, "--data", join(folder, "data"), "--port", "0", "--json"];
  const child = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "ignore"] });
  const closed = once(child, "close");
  try {
    const url = await readUrl(child.stdout);
    const ask = async (query: string) => {
      const start = performance.now();
      const response = await fetch(new URL(`export/${CASE}/actors.edges.csv?on=proposal${query}`, url));
      if (!response.ok) throw new Error(await response.text());
      await response.text();
      return (performance.now() - start) / 1000;
    };
    const [first, again] = [await ask(""), await ask("&from=1990")];
    const memory = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
    const megabytes = Number(memory) / 1024;
    console.log(
      `server: first request ${first.toFixed(1)} s, again with another filter ${again.toFixed(2)} s, Node ${megabytes.toFixed(0)} MB at most`,
    );
    check("s for the first request", first, LIMITS.firstSeconds);
    check("s with another filter", again, LIMITS.againSeconds);
    check("MB", megabytes, LIMITS.megabytes);
  } finally {
    child.kill("SIGTERM");
    await closed;
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

function check(unit: string, value: number, limit: number): void {
  if (value <= limit) return;
  console.log(`  over the limit of ${limit} ${unit}`);
  process.exitCode = 1;
}
