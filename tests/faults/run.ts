// `npm run faults [-- SCENARIO [TIMES [SEED]]]`: kills things many times at random moments, and sends what no friend would
// send; prints what became of it. TIMES counts kills, loads (disk-full), requests
// (hostile-crowd) or minutes (soak).
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

interface Scenario {
  readonly times: number;
  readonly run: (times: number, chance: () => number) => Promise<object>;
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  "kill-neo4j": { times: 20, run: killNeo4j },
  "kill-neo4j-under-edits": { times: 20, run: (times, chance) => killUnderEdits("NEO4J", times, chance) },
  "kill-demarche": { times: 20, run: (times, chance) => killUnderEdits("DEMARCHE", times, chance) },
  "kill-bulk-load": { times: 20, run: killBulkLoad },
  "kill-restore": { times: 20, run: (times, chance) => withNeo4j((own) => killRestore(own, times, chance)) },
  "kill-upgrade": { times: 20, run: (times, chance) => withNeo4j((own) => killUpgrade(own, times, chance)) },
  "disk-full": { times: 5, run: diskFull },
  "hostile-crowd": { times: 10_000, run: hostileCrowd },
  soak: { times: 60, run: soak },
};

const [name, times, seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
for (const chosen of name === undefined ? Object.keys(SCENARIOS) : [name]) {
  const scenario = SCENARIOS[chosen];
  if (!scenario) throw new Error(`no scenario ${chosen}: there are ${Object.keys(SCENARIOS).join(", ")}`);
  const count = times === undefined ? scenario.times : Number(times);
  console.error(`${chosen}, ${count}, seed ${seed} …`);
  const report = await scenario.run(count, makeChance(Number(seed)));
  console.log(JSON.stringify({ scenario: chosen, seed: Number(seed), ...report }, null, 2));
}
