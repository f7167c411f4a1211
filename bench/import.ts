// Imports as many votes as the UN General Assembly has cast, and a GDELT file, each in a process of its own.
// `DEMARCHE_BENCH_VOTES` names a folder with the real votes; `DEMARCHE_BENCH_LINES` says how many GDELT lines (2,000,000).
import { spawnSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { COLUMNS } from "../src/importers/gdelt/columns.ts";
import { importCase } from "../src/importers/importers.ts";
import { voteLines } from "./support-votes.ts";

const LIMITS: Readonly<Record<string, { seconds: number | null; megabytes: number }>> = {
  unvotes: { seconds: 35, megabytes: 600 },
  gdelt: { seconds: null, megabytes: 400 },
};

const [format, input] = process.argv.slice(2);
if (format && input) await measure(format, input);
else await runAll();

/** Imports in this process, prints what it took, and fails when that is over the limit. */
async function measure(format: string, input: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-out-"));
  const start = performance.now();
  try {
    const { counts } = await importCase(format, [input], { case: "bench", out: join(folder, "case") });
    const seconds = (performance.now() - start) / 1000;
    const megabytes = process.resourceUsage().maxRSS / 1024;
    const rate = Math.round((counts.statements ?? 0) / seconds).toLocaleString("en");
    const statements = (counts.statements ?? 0).toLocaleString("en");
    console.log(
      `${format}: ${statements} statements in ${seconds.toFixed(1)} s (${rate} a second), ${megabytes.toFixed(0)} MB`,
    );
    const limit = LIMITS[format];
    if (limit && ((limit.seconds ?? Infinity) < seconds || limit.megabytes < megabytes)) {
      console.log(`  over the limit of ${limit.seconds ?? "any"} s and ${limit.megabytes} MB`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-bench-in-"));
  try {
    const votes = process.env.DEMARCHE_BENCH_VOTES ?? join(folder, "votes.csv");
    const events = join(folder, "events.CSV");
    if (!process.env.DEMARCHE_BENCH_VOTES) await write(votes, voteLines());
    await write(events, eventLines(Number(process.env.DEMARCHE_BENCH_LINES ?? 2_000_000)));
    const codes = [run("unvotes", votes), run("gdelt", events)];
    process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(format: string, input: string): number {
  const args = ["--import", "tsx", import.meta.filename, format, input];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}

function write(path: string, lines: Iterable<string>): Promise<void> {
  return pipeline(Readable.from(lines), createWriteStream(path));
}

function* eventLines(count: number): Generator<string> {
  const codes = ["010", "036", "042", "051", "1056", "112", "120", "138", "190", "045"];
  for (let event = 0; event < count; event += 1) {
    const cells = new Array<string>(COLUMNS.length).fill("");
    const set = (name: string, value: string) => {
      cells[COLUMNS.indexOf(name)] = value;
    };
    const day = `2024${String((event % 12) + 1).padStart(2, "0")}${String((event % 28) + 1).padStart(2, "0")}`;
    set("GlobalEventID", String(1_150_000_000 + event));
    for (const name of ["Day", "DATEADDED"]) set(name, day);
    for (const [side, seed] of [
      ["Actor1", event],
      ["Actor2", event * 7 + 1],
    ] as const) {
      set(`${side}Code`, `C${seed % 200}GOV`);
      set(`${side}Name`, `COUNTRY ${seed % 200} OFFICE ${seed % 7}`);
      set(`${side}Geo_FullName`, "Harbour, The Lake, Northland");
      set(`${side}Geo_Lat`, "50.4333");
    }
    set("EventCode", codes[event % codes.length] ?? "");
    set("AvgTone", "-2.4767801857585");
    set("SOURCEURL", `https://www.site${event % 5000}.example/news/article-${event}.html`);
    yield `${cells.join("\t")}\n`;
  }
}
