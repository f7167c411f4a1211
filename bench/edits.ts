// Times an edit of a case of 100,000 statements, as it is made and as it would be if all of the case were read, against one
// of the first case. The limit is ten times what that takes.
import { fileURLToPath } from "node:url";
import { editRow } from "../src/curation/edit-row.ts";
import type { Neo4jDatabase } from "../src/database/neo4j-database.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { medianTimes, withBench } from "./support-http.ts";
import { makeLargeCase } from "./support-large-case.ts";

const MOST = 10;
const FIRST_CASE = fileURLToPath(new URL("../seed/russia-ukraine", import.meta.url));
const SMALL = { case: "russia-ukraine", target: "thirty-day-ceasefire", actors: ["russia"] };
const LARGE = { case: "large", target: "d7", actors: ["a3"] };

await withBench(
  async (database) => {
    await loadDataset(database, FIRST_CASE);
    await loadDataset(database, makeLargeCase());
  },
  async ({ database }) => {
    const [small = 0, large = 0] = await medianTimes(
      [() => record(database, SMALL), () => record(database, LARGE)],
      { rounds: 10, warmUp: 5 },
    );
    const [whole = 0] = await medianTimes([() => record(database, LARGE, 1_000_000)], {
      rounds: 1,
      warmUp: 0,
    });
    const ratio = (large / small).toFixed(1);
    console.log(
      `an edit: first case ${small.toFixed(0)} ms, 100,000 statements ${large.toFixed(0)} ms (ratio ${ratio}); if all of them were read ${whole.toFixed(0)} ms`,
    );
    if (large / small <= MOST) return;
    console.log(`  over the limit of ${MOST}`);
    process.exitCode = 1;
  },
);

/** Records a statement that is unlike all others. */
async function record(
  database: Neo4jDatabase,
  { case: caseSlug, target, actors }: typeof SMALL,
  mostWhole?: number,
): Promise<unknown> {
  const fields = {
    act: "BACKED",
    actors,
    target,
    status: "REPORTED",
    foundIn: [caseSlug === SMALL.case ? "al-jazeera-2022" : "w1"],
    quote: `words of ${performance.now()}`,
    locator: "p. 1",
  };
  const request = { action: "RECORD", table: "statements", case: caseSlug, slug: null, fields } as const;
  const context = { by: "bench", why: null, ...(mostWhole === undefined ? {} : { mostWhole }) };
  return await editRow(database, request, context);
}
