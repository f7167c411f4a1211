// Traces a demand: by `trace` in this process, over HTTP, and as hand-written Cypher through the driver, by turns in one run;
// on the first case, and on a case of 100,000 statements of which 50 are on the demand.
// The limit is one and a half times the driver's time at the median.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { trace } from "../src/analytics/trace.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { type Bench, medianTimes, runBare, sortLists, withBench } from "./support-http.ts";
import { makeLargeCase } from "./support-large-case.ts";

const MOST = 1.5;
const DEMANDS = { "first case": "russia-ukraine/thirty-day-ceasefire", "100,000 statements": "large/d7" };

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const CYPHER = readFileSync(fileOf("trace.cypher"), "utf8");
const GRAPHQL = readFileSync(fileOf("trace.graphql"), "utf8");

await withBench(
  async (database) => {
    await loadDataset(database, fileOf("../seed/russia-ukraine"));
    await loadDataset(database, makeLargeCase());
  },
  async (bench) => {
    for (const [name, id] of Object.entries(DEMANDS)) await compare(bench, name, id);
  },
);

async function compare({ database, ask }: Bench, name: string, id: string): Promise<void> {
  const inProcess = () => trace(database, { id });
  const overHttp = async () => ((await ask(GRAPHQL, { id })) as { trace: unknown }).trace;
  const throughDriver = () => runBare(database, CYPHER, { id });
  await checkSame(overHttp, throughDriver);
  const [own = 0, http = 0, driver = 0] = await medianTimes([inProcess, overHttp, throughDriver], {
    rounds: 200,
    warmUp: 50,
  });
  const ratio = (time: number) => (time / driver).toFixed(2);
  console.log(
    `trace, ${name}: driver ${driver.toFixed(1)} ms, trace ${own.toFixed(1)} ms (ratio ${ratio(own)}), HTTP ${http.toFixed(1)} ms (ratio ${ratio(http)}) at the median`,
  );
  if (own / driver > MOST) {
    console.log(`  over the limit of ${MOST}`);
    process.exitCode = 1;
  }
}

/** The two must speak of the same statements; the root stands first among what `trace` tells of. */
async function checkSame(
  overHttp: () => Promise<unknown>,
  throughDriver: () => Promise<unknown>,
): Promise<void> {
  const [left, right] = [await overHttp(), await throughDriver()] as { statements: unknown }[];
  if (JSON.stringify(sortLists(left?.statements)) !== JSON.stringify(sortLists(right?.statements))) {
    throw new Error("the two do not give the same statements");
  }
}
