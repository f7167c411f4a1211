import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";

const FIRST_CASE = fileURLToPath(new URL("../../seed/russia-ukraine", import.meta.url));
const neo4j = useDatabase();

test("the first case loads into a database that the doctor finds sound", async () => {
  const report = await loadDataset(neo4j.database, FIRST_CASE);
  const { isSound, findings, cases } = await runDoctor(neo4j.database);
  const faults = findings.filter(({ count }) => count > 0).map(({ name, ids }) => [name, ids]);
  expect([report.outcome, isSound, faults, cases.map(({ slug }) => slug)]).toEqual([
    "ADDED",
    true,
    [],
    ["russia-ukraine"],
  ]);
});

test("loading it again changes nothing", async () => {
  const report = await loadDataset(neo4j.database, FIRST_CASE);
  expect(report).toMatchObject({ outcome: "UNCHANGED", writtenRowCount: 0, removedRowCount: 0 });
});
