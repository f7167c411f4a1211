import { beforeAll, describe, expect, it } from "vitest";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";
import { sendHostileRequests } from "./scenarios/hostile-requests.ts";

const own = useDatabase();
const TOKEN = "a token of the test";
const running = useServer(own, {
  access: { readers: "ANYONE", tokens: { kind: "ADMIN_TOKEN", token: TOKEN } },
});
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

  it("of an editor get no more, and leave a sound database", async () => {
    const { requests, faults } = await sendHostileRequests(running.server.url, 200, {
      seed: 9,
      token: TOKEN,
    });
    expect([requests, faults]).toEqual([200, []]);
    expect(running.log.filter(({ msg }) => msg !== "request" && msg !== "data changed")).toEqual([]);
    expect((await runDoctor(own.database)).isSound).toBe(true);
  });
});
