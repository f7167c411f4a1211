import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const folder = fileURLToPath(new URL("../golden/queries", import.meta.url));
const own = useDatabase();
const { ask } = useServer(own);

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
});

describe("browsing", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".graphql")))
    it(`answers ${file} as its golden file has it`, async () => {
      const { status, json } = await ask(readFileSync(`${folder}/${file}`, "utf8"));
      expect(status).toBe(200);
      const answer = `${JSON.stringify(json, null, 2)}\n`;
      await expect(answer).toMatchFileSnapshot(`${folder}/${file.replace(/graphql$/, "json")}`);
    });

  it("finds by days that a date spans, both ends included", async () => {
    const dated = (where: string) =>
      ask(
        `{ meetings(where: {caseId: {eq: "lake-talks"}, ${where}}, sort: [{slug: ASC}]) { slug earliest latest } }`,
      );
    const { json: all } = await dated("");
    const days = all.data.meetings as { slug: string; earliest: string | null; latest: string | null }[];
    const [first] = days.filter((meeting) => meeting.earliest !== null && meeting.latest !== null);
    if (!first) throw new Error("the example case has no dated meeting");
    const { json } = await dated(`earliest: {gte: "${first.earliest}"}, latest: {lte: "${first.latest}"}`);
    const expected = days.filter(
      ({ earliest, latest }) =>
        earliest !== null &&
        latest !== null &&
        earliest >= (first.earliest ?? "") &&
        latest <= (first.latest ?? ""),
    );
    expect(json.data.meetings).toEqual(expected);
  });

  it("goes through pages by cursor without loss or repetition", async () => {
    const page = async (after: string | null) => {
      const query = `query ($after: String) { statementsConnection(first: 3, after: $after, sort: [{slug: ASC}]) { totalCount pageInfo { hasNextPage endCursor } edges { node { slug } } } }`;
      return (await ask(query, { after })).json.data.statementsConnection;
    };
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { totalCount, pageInfo, edges } = await page(after);
      total = totalCount;
      seen.push(...edges.map((edge: { node: { slug: string } }) => edge.node.slug));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen.length).toBe(total);
  });

  it("gives at most 1000 rows where no page size is asked for, also with limit: null", async () => {
    const session = own.database.driver.session(own.database.sessionConfig);
    await session.run(
      "UNWIND range(1, 1050) AS n CREATE (:Issue:Record {id: 'many/' + n, slug: toString(n), caseId: 'many', name: 'n'})",
    );
    await session.close();
    const counts = [];
    for (const limit of ["", ", limit: null", ", limit: 120", ", offset: 1000"]) {
      const { json } = await ask(`{ issues(where: {caseId: {eq: "many"}}${limit}) { id } }`);
      counts.push(json.data.issues.length);
    }
    expect(counts).toEqual([1000, 1000, 120, 50]);
  });
});
