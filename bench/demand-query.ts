// Asks from a demand for all that is around it: over HTTP, and as hand-written Cypher through the driver, by turns in one run.
// The limit is twice the driver's time at the median.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { medianTimes, runBare, sortLists, withBench } from "./support-http.ts";

const DEMAND = "russia-ukraine/thirty-day-ceasefire";
const MOST = 2;

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const CYPHER = readFileSync(fileOf("demand-query.cypher"), "utf8");
const GRAPHQL = readFileSync(fileOf("demand-query.graphql"), "utf8");

await withBench(
  (database) => loadDataset(database, fileOf("../seed/russia-ukraine")),
  async ({ database, ask }) => {
    const overHttp = async () => ((await ask(GRAPHQL, { id: DEMAND })) as { demands: unknown[] }).demands[0];
    const throughDriver = () => runBare(database, CYPHER, { id: DEMAND });
    const [left, right] = [sortLists(await overHttp()), sortLists(await throughDriver())];
    if (JSON.stringify(left) !== JSON.stringify(right))
      throw new Error("the two do not give the same answer");
    const [http = 0, driver = 0] = await medianTimes([overHttp, throughDriver], { rounds: 500, warmUp: 100 });
    const ratio = http / driver;
    console.log(
      `demand query: HTTP ${http.toFixed(1)} ms, driver ${driver.toFixed(1)} ms at the median; ratio ${ratio.toFixed(2)}`,
    );
    if (ratio > MOST) {
      console.log(`  over the limit of ${MOST}`);
      process.exitCode = 1;
    }
  },
);
