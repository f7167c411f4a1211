import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";
import { sendHostileRequests } from "./scenarios/hostile-requests.ts";

const own = useDatabase();
const running = useServer(own);
beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

// A few hundred for every run; `npm run faults -- hostile-crowd` sends ten thousand beside a friendly client.
describe("hostile requests", () => {
  it("get documented refusals alone, no stack and no Cypher, and change nothing", async () => {
    const before = await readGraph(own.database);
    const { requests, faults } = await sendHostileRequests(running.server.url, 300, { seed: 8 });
    expect([requests, faults]).toEqual([300, []]);
    expect(running.log.filter(({ msg }) => msg !== "request")).toEqual([]);
    expect(await readGraph(own.database)).toEqual(before);
    expect((await running.ask("{ cases { slug } }")).json).toEqual({
      data: { cases: [{ slug: "lake-talks" }] },
    });
  });
});
