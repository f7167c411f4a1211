import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { isOutdated, isSchemaApplied, prepareSchema } from "../../src/loading/prepare-schema.ts";
import { listSchemaSteps, SCHEMA_VERSION } from "../../src/loading/schema-steps.ts";
import { verifyDumpFile } from "../../src/packaging/dump-file.ts";
import { upgradeDatabase } from "../../src/packaging/upgrade.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { emptyDatabase, useDatabase } from "../support/neo4j.ts";
import { makeOldDatabase } from "../support/old-database.ts";

const neo4j = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "demarche-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => await emptyDatabase(neo4j.database));

const ALL_STEPS = listSchemaSteps().map(({ query, checksum }) => `${query} ${checksum}`);
const NOW = () => new Date("2026-03-01T12:00:00Z");

async function run(cypher: string, parameters: Record<string, unknown> = {}) {
  const session = neo4j.database.driver.session(neo4j.database.sessionConfig);
  try {
    return (await session.run(cypher, parameters)).records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

const readSteps = async () =>
  (await run("MATCH (s:Schema) RETURN s.version AS version, s.steps AS steps"))[0];

describe("prepareSchema(database)", () => {
  it("makes every constraint and index in an empty database, and notes each step with its checksum", async () => {
    expect(await isSchemaApplied(neo4j.database)).toBe(false);
    await prepareSchema(neo4j.database, {
      beforeUpgrade: () => Promise.reject(new Error("nothing to keep")),
    });
    expect(await isSchemaApplied(neo4j.database)).toBe(true);
    expect(await readSteps()).toMatchObject({ steps: ALL_STEPS });
  });

  it("lets one of several processes work while the others wait", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE);
    await makeOldDatabase(neo4j.database);
    let dumps = 0;
    const beforeUpgrade = async () => {
      dumps += 1;
    };
    await Promise.all([1, 2, 3].map(() => prepareSchema(neo4j.database, { beforeUpgrade })));
    expect([dumps, await isSchemaApplied(neo4j.database)]).toEqual([1, true]);
  });

  it("makes what is missing, and leaves the rest", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE);
    await makeOldDatabase(neo4j.database);
    await prepareSchema(neo4j.database);
    expect([await isSchemaApplied(neo4j.database), await readSteps()]).toEqual([
      true,
      expect.objectContaining({ steps: ALL_STEPS }),
    ]);
  });

  it("makes an index anew that is there in an older form", async () => {
    await prepareSchema(neo4j.database);
    await run("DROP INDEX statementAct");
    await run("CREATE INDEX statementAct FOR (n:Statement) ON (n.note)");
    await run(
      "MATCH (s:Schema) SET s.steps = [step IN s.steps | CASE WHEN step STARTS WITH 'constraints/26-' THEN 'constraints/26-statement-act older' ELSE step END]",
    );
    await prepareSchema(neo4j.database);
    expect(
      await run("SHOW INDEXES YIELD name, properties WHERE name = 'statementAct' RETURN properties"),
    ).toEqual([{ properties: ["caseId", "act"] }]);
  });

  it("refuses a database of a newer Demarche, and leaves it as it is", async () => {
    await run("CREATE (:Schema {id: 'schema', version: 99, steps: ['migrations/99-other abc']})");
    const refusal = {
      code: "CONFLICT",
      message: `This database has shape 99, and this Demarche knows shapes up to ${SCHEMA_VERSION}: use the newer Demarche that wrote it.`,
    };
    await expect(prepareSchema(neo4j.database)).rejects.toMatchObject(refusal);
    await expect(isOutdated(neo4j.database)).rejects.toMatchObject(refusal);
    await expect(loadDataset(neo4j.database, EXAMPLE_CASE)).rejects.toMatchObject(refusal);
    expect(await run("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN type")).toEqual([]);
  });

  it("refuses a database that another form of a migration has changed", async () => {
    await prepareSchema(neo4j.database);
    await run(
      "MATCH (s:Schema) SET s.steps = [step IN s.steps | CASE WHEN step STARTS WITH 'migrations/02-' THEN 'migrations/02-case-revision other' ELSE step END]",
    );
    await expect(prepareSchema(neo4j.database)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining('another form of the migration "migrations/02-case-revision"'),
    });
  });
});

describe("upgradeDatabase(database)", () => {
  it("dumps an old database, then changes it", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE);
    await makeOldDatabase(neo4j.database);
    expect(await isOutdated(neo4j.database)).toBe(true);
    const file = await upgradeDatabase(neo4j.database, { folder, now: NOW });
    expect(file).toBe(join(folder, "shape-1-2026-03-01T12-00-00.dump"));
    await verifyDumpFile(file ?? "");
    expect([await isOutdated(neo4j.database), await isSchemaApplied(neo4j.database)]).toEqual([false, true]);
    const [row] = await run("MATCH (c:Case) RETURN c.revision IS NOT NULL AS hasRevision");
    expect(row).toEqual({ hasRevision: true });
  });

  it("changes nothing where the dump cannot be written", async () => {
    await loadDataset(neo4j.database, EXAMPLE_CASE);
    await makeOldDatabase(neo4j.database);
    const upgrade = upgradeDatabase(neo4j.database, { folder: "/dev/null/dumps", now: NOW });
    await expect(upgrade).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: expect.stringContaining("/dev/null/dumps"),
    });
    expect(await isOutdated(neo4j.database)).toBe(true);
  });

  it("dumps nothing for a new database, nor for one that fits", async () => {
    const before = readdirSync(folder).length;
    expect(await upgradeDatabase(neo4j.database, { folder })).toBe(null);
    await loadDataset(neo4j.database, EXAMPLE_CASE);
    expect(await upgradeDatabase(neo4j.database, { folder })).toBe(null);
    expect(readdirSync(folder).length).toBe(before);
  });
});
