// Asks from each demand for all that is around it: over HTTP, and as hand-written Cypher through the driver, by turns in one run.
// The limit is twice the driver's time at the median.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { medianTimes, runBare, sortLists, withBench } from "./support-http.ts";

const MOST = 2;

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const CYPHER = readFileSync(fileOf("demand-query.cypher"), "utf8");
const DEMANDS = `{ demands(where: { caseId: { eq: "russia-ukraine" } }, sort: [{ slug: ASC }]) { id } }`;
const GRAPHQL = readFileSync(fileOf("demand-query.graphql"), "utf8");

await withBench(
  (database) => loadDataset(database, fileOf("../seed/russia-ukraine")),
  async ({ database, ask }) => {
    const { demands } = (await ask(DEMANDS)) as { demands: { id: string }[] };
    const ids = demands.map(({ id }) => id);
    const overHttp = async (id: string) =>
      ((await ask(GRAPHQL, { id })) as { demands: unknown[] }).demands[0];
    const throughDriver = (id: string) => runBare(database, CYPHER, { id });
    for (const id of ids) {
      const [left, right] = [sortLists(await overHttp(id)), sortLists(await throughDriver(id))];
      if (JSON.stringify(left) !== JSON.stringify(right))
        throw new Error(`the two do not give the same answer for ${id}`);
    }
    const inTurn = (work: (id: string) => Promise<unknown>) => {
      let turn = 0;
      return () => work(ids[turn++ % ids.length] as string);
    };
    const [http = 0, driver = 0] = await medianTimes([inTurn(overHttp), inTurn(throughDriver)], {
      rounds: 500,
      warmUp: 100,
    });
    const ratio = http / driver;
    console.log(
      `demand query, ${ids.length} demands: HTTP ${http.toFixed(1)} ms, driver ${driver.toFixed(1)} ms at the median; ratio ${ratio.toFixed(2)}`,
    );
    if (ratio > MOST) {
      console.log(`  over the limit of ${MOST}`);
      process.exitCode = 1;
    }
  },
);
