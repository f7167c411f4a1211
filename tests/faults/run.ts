// `npm run faults [-- SCENARIO [TIMES [SEED]]]`: kills things many times at random moments, and sends what no friend would
// send; prints what became of it and which promises were kept, and fails where one was not. TIMES counts kills, loads
// (disk-full), requests (hostile-crowd) or minutes (soak).
import { diskFull } from "./scenarios/disk-full.ts";
import { hostileCrowd } from "./scenarios/hostile-crowd.ts";
import { killBulkLoad } from "./scenarios/kill-bulk-load.ts";
import { killNeo4j } from "./scenarios/kill-neo4j.ts";
import { killRestore } from "./scenarios/kill-restore.ts";
import { killUnderEdits } from "./scenarios/kill-under-edits.ts";
import { killUpgrade } from "./scenarios/kill-upgrade.ts";
import { soak } from "./scenarios/soak.ts";
import { makeChance } from "./support/chance.ts";
import { withNeo4j } from "./support/with-server.ts";

type Promises = Readonly<Record<string, boolean>>;

interface Scenario {
  readonly times: number;
  readonly run: (times: number, chance: () => number) => Promise<{ report: object; promises: Promises }>;
}

function scenario<Report extends object>(
  times: number,
  play: (times: number, chance: () => number) => Promise<Report>,
  judge: (report: Report) => Promises,
): Scenario {
  return {
    times,
    run: async (count, chance) => {
      const report = await play(count, chance);
      return { report, promises: judge(report) };
    },
  };
}

const RECOVERY_MS = 5_000;
/** What two looks at the memory of a process that does the same all the time may differ by; a fifteenth of it. */
const FLAT_MB = 20;

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "kill-neo4j": scenario(20, killNeo4j, (report) => ({
    "every acknowledged load is there": report.lost.length === 0,
    "no load is there in part": report.halves.length === 0,
    "doctor finds nothing": report.findings.length === 0,
    "readers are answered 503 meanwhile": report.statusesMeanwhile.every((status) => status === 503),
    "the server is well within 5 s of Neo4j's return": report.recoveryMs.every((ms) => ms <= RECOVERY_MS),
  })),
  "kill-neo4j-under-edits": scenario(
    20,
    (times, chance) => killUnderEdits("NEO4J", times, chance),
    judgeEdits,
  ),
  "kill-demarche": scenario(20, (times, chance) => killUnderEdits("DEMARCHE", times, chance), judgeEdits),
  "kill-bulk-load": scenario(20, killBulkLoad, judgeWork),
  "kill-restore": scenario(
    20,
    (times, chance) => withNeo4j((own) => killRestore(own, times, chance)),
    judgeWork,
  ),
  "kill-upgrade": scenario(
    20,
    (times, chance) => withNeo4j((own) => killUpgrade(own, times, chance)),
    ({ failures }) => ({ "the next try finishes, with all that was there": failures.length === 0 }),
  ),
  "disk-full": scenario(5, diskFull, ({ codes, isOldWhole, isSound, isWritable }) => ({
    "the error is a clear one": codes.every((code) => code === "NO_SPACE" || code === "DATABASE_UNAVAILABLE"),
    "the old state is whole and sound": isOldWhole && isSound,
    "loads work again": isWritable,
  })),
  "hostile-crowd": scenario(10_000, hostileCrowd, ({ faults, politeP95Ms, memoryMb }) => ({
    "no undocumented fault, no stack, no Cypher": faults.length === 0,
    "the p95 of another client at most doubles": politeP95Ms.amongHostile <= politeP95Ms.alone * 2,
    "memory is back where it was": memoryMb.after - memoryMb.before <= FLAT_MB,
  })),
  soak: scenario(60, soak, ({ statuses, growthMb }) => ({
    "every friendly reader is answered": Object.keys(statuses).every((status) => status === "200"),
    "memory is flat": growthMb <= FLAT_MB,
  })),
};

function judgeEdits(report: Awaited<ReturnType<typeof killUnderEdits>>): Promises {
  return {
    "every acknowledged edit is there": report.lost.length === 0,
    "each is there once, with its derived relation": report.notOnce.length === 0,
    "doctor finds nothing": report.findings.length === 0,
  };
}

function judgeWork(report: Awaited<ReturnType<typeof killBulkLoad | typeof killRestore>>): Promises {
  return {
    "nothing is there in part": report.halves.length === 0,
    "doctor finds nothing": report.findings.length === 0,
    "the last try does all": report.isFinished,
  };
}

const [name, times, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
for (const chosen of name === undefined ? Object.keys(SCENARIOS) : [name]) {
  const picked = SCENARIOS[chosen];
  if (!picked) throw new Error(`no scenario ${chosen}: there are ${Object.keys(SCENARIOS).join(", ")}`);
  const count = times === undefined ? picked.times : Number(times);
  console.error(`${chosen}, ${count}, seed ${seed} …`);
  const { report, promises } = await picked.run(count, makeChance(Number(seed)));
  console.log(JSON.stringify({ scenario: chosen, seed: Number(seed), ...report }, null, 2));
  for (const [promise, isKept] of Object.entries(promises)) {
    console.log(`${isKept ? "kept" : "BROKEN"}: ${promise}`);
    if (!isKept) process.exitCode = 1;
  }
}
