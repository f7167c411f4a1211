import { beforeEach, describe, expect, it } from "vitest";
import { readQueryText } from "../../src/database/query-texts.ts";
import { ACT_NAMES } from "../../src/domain/acts.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import type { DOCTOR_CHECKS } from "../../src/loading/doctor-checks.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { emptyDatabase, useDatabase } from "../support/neo4j.ts";

const neo4j = useDatabase();

/** Runs Cypher that breaks what holds. */
async function damage(cypher: string): Promise<void> {
  const session = neo4j.database.driver.session(neo4j.database.sessionConfig);
  await session.run(cypher);
  await session.close();
}

async function findFaults(): Promise<Record<string, readonly string[]>> {
  const { findings } = await runDoctor(neo4j.database);
  return Object.fromEntries(findings.filter(({ count }) => count > 0).map(({ name, ids }) => [name, ids]));
}

beforeEach(async () => {
  await damage("MATCH (n) DETACH DELETE n");
  await prepareSchema(neo4j.database);
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

const BREAKAGES: Record<
  Exclude<(typeof DOCTOR_CHECKS)[number]["name"], "slug-twice">,
  readonly [string, readonly string[]]
> = {
  "unfinished-load": [
    "CREATE (:Load {id: 'x', caseId: 'lake-talks', state: 'STAGING'}) CREATE (:Staged {id: 'lake-talks/s-99'})",
    ["lake-talks/s-99", "load of lake-talks"],
  ],
  indexes: ["DROP INDEX statementAct", ["statementAct"]],
  orphan: [
    "MATCH (n:FormerId) WITH n LIMIT 1 MATCH (n)-[r:NOW]->() DELETE r",
    ["lake-talks/plan-of-eastmark"],
  ],
  "not-in-case": [
    "MATCH (:Record {id: 'lake-talks/zone-40'})-[r:IN_CASE]->() DELETE r",
    ["lake-talks/zone-40"],
  ],
  "id-disagrees": [
    "MATCH (n:Record {id: 'lake-talks/zone-40'}) SET n.slug = 'zone-41'",
    ["lake-talks/zone-40"],
  ],
  "across-cases": [
    "MATCH (n:Record {id: 'lake-talks/eastmark'}) CREATE (c:Case {id: 'b', slug: 'b'})<-[:IN_CASE]-(m:Record:Actor {id: 'b/x', slug: 'x', caseId: 'b'}) CREATE (n)-[:MEMBER_OF]->(m)",
    ["lake-talks/eastmark -[MEMBER_OF]-> b/x"],
  ],
  "statement-without-source": [
    "MATCH (:Record {id: 'lake-talks/s-01'})-[r:FOUND_IN]->() DELETE r",
    ["lake-talks/s-01"],
  ],
  "statement-target": [
    "MATCH (s:Record {id: 'lake-talks/s-01'})-[on:ON]->() MATCH ()-[r {statementId: s.id}]->() DELETE on, r",
    ["lake-talks/s-01"],
  ],
  "statement-without-actor": [
    "MATCH (a)-[r:STATED]->(s:Record {id: 'lake-talks/s-03'}) MATCH (a)-[d {statementId: s.id}]->() DELETE r, d",
    ["lake-talks/s-03"],
  ],
  "act-fits-target": [
    "MATCH (s:Record {id: 'lake-talks/s-03'}) MATCH (a)-[:STATED]->(s)-[:ON]->(t) MATCH (a)-[r {statementId: s.id}]->(t) DELETE r SET s.act = 'ABSTAINED', s.polarity = 0.0 CREATE (a)-[:ABSTAINED {statementId: s.id, date: s.date, earliest: s.earliest, latest: s.latest, status: s.status}]->(t)",
    ["lake-talks/s-03"],
  ],
  "derived-without-statement": [
    "MATCH (a:Record {id: 'lake-talks/eastmark'}) MATCH (t:Record {id: 'lake-talks/zone-40'}) CREATE (a)-[:BACKED]->(t)",
    ["lake-talks/eastmark -[BACKED]-> lake-talks/zone-40"],
  ],
  "statement-without-derived": [
    "MATCH ()-[r {statementId: 'lake-talks/s-03'}]->() DELETE r",
    ["lake-talks/s-03"],
  ],
  "derived-disagrees": [
    "MATCH ()-[r {statementId: 'lake-talks/s-03'}]->() SET r.status = 'OPINION'",
    ["lake-talks/s-03"],
  ],
  "derived-of-retracted": [
    "MATCH (s:Record {id: 'lake-talks/s-03'}) SET s.retractedAt = datetime()",
    ["lake-talks/s-03"],
  ],
  "statement-polarity": [
    "MATCH (s:Record {id: 'lake-talks/s-03'}) SET s.polarity = 0.5",
    ["lake-talks/s-03"],
  ],
  "mediator-label": [
    "MATCH (a:Record {id: 'lake-talks/northland'}) SET a:Mediator",
    ["lake-talks/northland"],
  ],
  "claim-standing": [
    "MATCH (c:Claim) WITH c ORDER BY c.id LIMIT 1 SET c.standing = 'WRONG'",
    ["lake-talks/northland-broke-accord"],
  ],
  dates: [
    "MATCH (m:Record {id: 'lake-talks/first-round'}) SET m.latest = date('2021-03-04')",
    ["lake-talks/first-round"],
  ],
};

describe("doctor/tally-derived", () => {
  it("counts the relations of every act", () => {
    const lists = [...readQueryText("doctor/tally-derived").matchAll(/\[r:([A-Z_|]+)\]/g)];
    const expected = [...ACT_NAMES].sort();
    expect(lists.map(([, types]) => types?.split("|").sort())).toEqual([expected, expected]);
  });
});

describe("runDoctor(database)", () => {
  it("finds nothing in what was loaded, and lists the cases", async () => {
    const report = await runDoctor(neo4j.database);
    expect(await findFaults()).toEqual({});
    expect(report.isSound).toBe(true);
    expect(report.cases).toEqual([
      {
        slug: "lake-talks",
        title: "The Lake Talks",
        counts: expect.objectContaining({ Actor: 11, Demand: 7 }),
      },
    ]);
  });

  it("finds nothing in an empty database, but what is missing in its schema", async () => {
    await emptyDatabase(neo4j.database);
    expect(Object.keys(await findFaults())).toEqual(["indexes"]);
  });

  it.each(Object.entries(BREAKAGES))(
    "finds %s alone where only that is broken",
    async (name, [cypher, ids]) => {
      await damage(cypher);
      expect(await findFaults()).toEqual({ [name]: ids });
    },
  );

  it("finds a slug that two records share, whose ids then cannot both be right", async () => {
    await damage(
      "MATCH (n:Record {id: 'lake-talks/zone-40'})-[:IN_CASE]->(c) CREATE (:Record:Demand {id: 'lake-talks/zone-41', slug: 'zone-40', caseId: 'lake-talks'})-[:IN_CASE]->(c)",
    );
    expect(await findFaults()).toEqual({
      "id-disagrees": ["lake-talks/zone-41"],
      "slug-twice": ["lake-talks/zone-40"],
    });
  });
});
