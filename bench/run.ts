// `npm run bench [NAME …]`: runs the benchmarks one after another, each in a process of its own, beside a calibration.
// Ratios measured side by side in one run are what counts; absolute figures depend on the machine.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { cpus } from "node:os";
import { basename, join } from "node:path";

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && file !== "run.ts" && !file.startsWith("support"))
  .map((file) => basename(file, ".ts"))
  .sort();

const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(2);
}

console.log(`machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`);
let failed = 0;
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n== ${name} (calibration: ${calibrateMs()} ms for 200,000 hashes)`);
  const result = spawnSync(process.execPath, ["--import", "tsx", join(folder, `${name}.ts`)], {
    stdio: "inherit",
  });
  if (result.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);

/** Times a fixed piece of work, so that figures of different days can be held against each other. */
function calibrateMs(): number {
  const start = performance.now();
  let digest = "";
  for (let round = 0; round < 200_000; round += 1) digest = createHash("sha256").update(digest).digest("hex");
  return Math.round(performance.now() - start);
}
