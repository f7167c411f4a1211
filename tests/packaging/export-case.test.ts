import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { importCase } from "../../src/importers/importers.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { exportCase } from "../../src/packaging/export-case.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph, type WholeGraph } from "../support/read-graph.ts";
import { runDemarche } from "../support/run-demarche.ts";

const neo4j = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "demarche-export-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SEED = new URL("../../seed", import.meta.url).pathname;

const IMPORTERS_FOLDER = new URL("../../src/importers", import.meta.url).pathname;
const IMPORTED: readonly [string, string, Readonly<Record<string, string>>][] = [
  ["csv", "positions.csv", { map: "actor=Speaker,target=Topic,act=Position,date=Day" }],
  ["dna", "lake.dna", {}],
  ["unvotes", "", {}],
  ["paax", "", {}],
  ["mediation", "mediation.csv", {}],
  ["gdelt", "", {}],
  ["plover", "events.json", {}],
];

function readFiles(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path)
      .sort()
      .map((name) => [name, readFileSync(join(path, name), "utf8")]),
  );
}

function settingsOf(graph: WholeGraph, slug: string): unknown {
  return graph.nodes.find(({ id }) => id === slug)?.properties;
}

let exportCount = 0;

async function exportOnce(slug: string): Promise<string> {
  exportCount += 1;
  const out = join(folder, `out-${exportCount}`);
  await exportCase(neo4j.database, slug, { format: "datapackage", out });
  return out;
}

/** Loads a case, writes it out, loads that into the emptied place, writes it out again. */
async function roundTrip(source: string | Dataset, slug: string) {
  await loadDataset(neo4j.database, source);
  return await exportAndBack(slug);
}

async function exportAndBack(slug: string) {
  const before = await readGraph(neo4j.database, slug);
  const first = await exportOnce(slug);
  await unloadCase(neo4j.database, slug);
  await loadDataset(neo4j.database, first);
  const after = await readGraph(neo4j.database, slug);
  const second = await exportOnce(slug);
  return { before, after, first: readFiles(first), second: readFiles(second) };
}

function expectSame({ before, after, first, second }: Awaited<ReturnType<typeof roundTrip>>): void {
  expect(after).toEqual(before);
  expect(second).toEqual(first);
}

async function withStatement(change: (dataset: Dataset) => Partial<Dataset["tables"]>): Promise<Dataset> {
  const { dataset } = await readDataset(EXAMPLE_CASE);
  if (!dataset) throw new Error("the example case is sound");
  return { ...dataset, lines: {}, tables: { ...dataset.tables, ...change(dataset) } };
}

describe('exportCase(database, slug, { format: "datapackage" })', () => {
  it("gives a folder that loads to the same graph and is written again byte for byte: the example", async () => {
    expectSame(await roundTrip(EXAMPLE_CASE, "lake-talks"));
  });

  for (const slug of readdirSync(SEED).filter((name) => !name.includes(".")))
    it(`does so for the shipped case ${slug}`, async () => {
      expectSame(await roundTrip(join(SEED, slug), slug));
      await unloadCase(neo4j.database, slug);
    });

  it.each(IMPORTED)("does so for a case that %s made", async (format, sample, options) => {
    const inputs = [join(IMPORTERS_FOLDER, format, "sample", sample)];
    const imported = join(folder, `imported-${format}`);
    await importCase(format, inputs, { case: "imported", out: imported, options });
    expectSame(await roundTrip(imported, "imported"));
    await unloadCase(neo4j.database, "imported");
  });

  it("carries history: retracted versions, what corrects what, records that are no more", async () => {
    const { tables } = await withStatement(() => ({}));
    const [first, second] = tables.statements;
    const changed = await withStatement(() => ({
      statements: tables.statements
        .filter(({ slug }) => slug !== second?.slug)
        .map((row) => (row.slug === first?.slug ? { ...row, note: "read again" } : row)),
      findings: tables.findings.filter(({ statement }) => statement !== second?.slug),
    }));
    await loadDataset(neo4j.database, EXAMPLE_CASE);
    const now = () => new Date(Date.now() + 60_000);
    const report = await loadDataset(neo4j.database, changed, { now });
    expect(report.retracted.count).toBeGreaterThan(0);
    const trip = await exportAndBack("lake-talks");
    expectSame(trip);
    expect(trip.after.relations.filter(({ type }) => type === "CORRECTS").length).toBeGreaterThan(0);
  });

  it("does so for generated cases", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset({ maxStatements: 8 }), async (dataset) => {
        const slug = dataset.tables.case[0]?.slug ?? "";
        const trip = await roundTrip(dataset, slug);
        await unloadCase(neo4j.database, slug);
        expect(settingsOf(trip.after, slug)).toEqual(settingsOf(trip.before, slug));
        expectSame(trip);
      }),
      { numRuns: 15 },
    );
  });

  it("refuses a folder that is not empty", async () => {
    const out = await exportOnce("lake-talks");
    await expect(exportCase(neo4j.database, "lake-talks", { format: "datapackage", out })).rejects.toThrow(
      `The folder ${out} is there already and not empty: name another one, or say --overwrite.`,
    );
  });

  it("names the cases that are loaded for one that is not", async () => {
    await expect(
      exportCase(neo4j.database, "sea-talks", { format: "datapackage", out: join(folder, "sea") }),
    ).rejects.toThrow('There is no case "sea-talks". Loaded are lake-talks.');
  });
});

describe("exportCase(database, slug, { format, write })", () => {
  it("writes the statements as the folder has them", async () => {
    const out = await exportOnce("lake-talks");
    let text = "";
    await exportCase(neo4j.database, "lake-talks", {
      format: "statements.csv",
      write: async (piece) => {
        text += piece;
      },
    });
    expect(text).toBe(readFileSync(join(out, "statements.csv"), "utf8"));
  });

  it("writes a line of JSON for every row", async () => {
    let text = "";
    const { counts } = await exportCase(neo4j.database, "lake-talks", {
      format: "jsonl",
      write: async (piece) => {
        text += piece;
      },
    });
    const { dataset } = await readDataset(await exportOnce("lake-talks"));
    const found: Record<string, unknown[]> = {};
    for (const line of text.trimEnd().split("\n")) {
      const { table, row } = JSON.parse(line);
      found[table] = [...(found[table] ?? []), row];
    }
    const filled = Object.entries(dataset?.tables ?? {}).filter(([, rows]) => rows.length > 0);
    expect(found).toEqual(Object.fromEntries(filled));
    expect(counts).toEqual(Object.fromEntries(filled.map(([table, rows]) => [table, rows.length])));
  });
});

function environment(): Record<string, string> {
  const { uri, user, password, database } = neo4j.server;
  return {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...(database ? { NEO4J_DATABASE: database } : {}),
  };
}

describe("demarche export and demarche diff", () => {
  it("write a folder that differs in nothing from the database", async () => {
    const out = join(folder, "by-command");
    const options = { environment: environment() };
    const exported = await runDemarche(["export", "lake-talks", "--out", out], options);
    expect([exported.exitCode, exported.stdout]).toEqual([0, ""]);
    expect(await runDemarche(["diff", out, "lake-talks"], options)).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: `${out} and lake-talks are the same.\n`,
    });
  });

  it("ask for the folder of a Data Package", async () => {
    const { exitCode, stderr } = await runDemarche(["export", "lake-talks"]);
    expect([exitCode, stderr]).toEqual([
      2,
      "demarche: A Data Package is a folder: name it with --out. [USAGE]\n",
    ]);
  });
});
