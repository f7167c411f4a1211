import { beforeAll, describe, expect, it } from "vitest";
import { kindOfTable, RECORD_TABLES } from "../../src/curation/editable-tables.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const neo4j = useDatabase();
const { get, log } = useServer(neo4j, {
  access: { readers: "ANYONE", tokens: { kind: "ADMIN_TOKEN", token: "s3cret" } },
});

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

async function mutate(call: string) {
  const { json } = await get("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: "Bearer s3cret" },
    body: JSON.stringify({
      query: `mutation { edit: ${call} { by action record version keptAs changes { field before after } } }`,
    }),
  });
  return json.errors ?? json.data.edit;
}

/** What each kind cannot be without, as GraphQL writes it. */
const FIELDS: Readonly<Record<string, string>> = {
  Actor: 'name: "Eastland", kind: STATE',
  Issue: 'name: "Fog"',
  Demand: 'text: "a lamp"',
  Proposal: 'title: "The lamp plan", kind: PLAN',
  Meeting: 'name: "Third round", kind: ROUND',
  Event: 'name: "A storm"',
  Claim: 'text: "there was fog"',
  Source: 'title: "Another report"',
};

describe("a mutation", () => {
  it.each(RECORD_TABLES.map(kindOfTable))("creates and updates a record (%s)", async (kind) => {
    const slug = `new-${kind.toLowerCase()}`;
    const made = await mutate(
      `create${kind}(case: "lake-talks", slug: "${slug}", fields: {${FIELDS[kind]}})`,
    );
    expect(made).toMatchObject({ by: "admin", action: "CREATE", record: `lake-talks/${slug}`, keptAs: null });
    const call = `update${kind}(id: "${made.record}", seen: "${made.version}", fields: {note: "seen"}, why: "test")`;
    expect(await mutate(call)).toMatchObject({
      action: "UPDATE",
      keptAs: `lake-talks/${slug}~1`,
      changes: [{ field: "note", before: [], after: ["seen"] }],
    });
  });

  it("records, corrects and retracts a statement, and leaves a line in the log for each", async () => {
    const made = await mutate(
      'recordStatement(case: "lake-talks", fields: {act: BACKED, actors: ["westmark"], target: "zone-20", status: REPORTED, foundIn: ["lake-report"]})',
    );
    const named = `id: "${made.record}", why: "test"`;
    const corrected = await mutate(
      `correctStatement(${named}, seen: "${made.version}", fields: {act: REJECTED})`,
    );
    const retracted = await mutate(`retractStatement(${named}, seen: "${corrected.version}")`);
    expect([made.action, corrected.action, retracted.action]).toEqual(["RECORD", "CORRECT", "RETRACT"]);
    const lines = log.filter(({ msg, record }) => msg === "data changed" && record === made.record);
    expect(lines.map(({ by, action }) => [by, action])).toEqual([
      ["admin", "RECORD"],
      ["admin", "CORRECT"],
      ["admin", "RETRACT"],
    ]);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
  });

  it("hears which fields break which rules", async () => {
    const [error] = await mutate(
      'recordStatement(case: "lake-talks", fields: {act: BACKED, target: "zone-20"})',
    );
    expect([
      error.extensions.code,
      error.extensions.problems.map(({ field }: { field: string }) => field),
    ]).toEqual(["INVALID_EDIT", ["status", "actors", "quote", "foundIn"]]);
  });
});
