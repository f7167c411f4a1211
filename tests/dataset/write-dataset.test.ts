import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkDataset } from "../../src/dataset/check-dataset.ts";
import { type Dataset, makeDataset } from "../../src/dataset/dataset.ts";
import { formatProblem } from "../../src/dataset/format-problem.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { openDatasetWriter, writeDataset } from "../../src/dataset/write-dataset.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { readExample } from "../support/rules.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-write-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writeDataset(folder, dataset)", () => {
  it("writes the example case byte for byte as it is", async () => {
    await writeDataset(folder, await readExample());
    expect(await readFolder(folder)).toEqual(await readFolder(EXAMPLE_CASE));
  });

  it("writes what is read as the same records, for any sound case", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset(), async (dataset) => {
        await writeDataset(folder, dataset);
        const { dataset: read, problems } = await readDataset(folder);
        expect(problems.filter(({ severity }) => severity === "error").map(formatProblem)).toEqual([]);
        expect({ tables: read?.tables, settings: read?.settings }).toEqual({
          tables: dataset.tables,
          settings: dataset.settings,
        });
      }),
      { numRuns: 60 },
    );
  });

  it("writes the same bytes a second time, for any sound case", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset(), async (dataset) => {
        await writeDataset(folder, dataset);
        const first = await readFolder(folder);
        await writeDataset(folder, ((await readDataset(folder)).dataset ?? dataset) as Dataset);
        expect(await readFolder(folder)).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  it("removes the tables that the dataset does not have, and leaves other files", async () => {
    await writeDataset(folder, await readExample());
    await writeFile(join(folder, "README.md"), "Words.\n");
    await writeDataset(folder, makeDataset({ case: (await readExample()).tables.case }));
    expect(await readdir(folder)).toEqual([
      "README.md",
      "actors.csv",
      "case.csv",
      "datapackage.json",
      "sources.csv",
      "statements.csv",
    ]);
  });

  it("refuses a folder that cannot be made, in one sentence", async () => {
    await writeFile(join(folder, "taken"), "");
    const path = join(folder, "taken", "case");
    await expect(writeDataset(path, await readExample())).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: `${path} cannot be written: ENOTDIR: not a directory, mkdir '${path}'.`,
    });
  });
});

describe("openDatasetWriter(folder, settings)", () => {
  it("puts nothing in place before it is closed, and leaves nothing behind when it is aborted", async () => {
    const { tables } = await readExample();
    const writer = await openDatasetWriter(folder);
    for (const record of tables.actors) await writer.write("actors", record);
    expect(await readdir(folder)).not.toContain("actors.csv");
    await writer.abort();
    expect(await readdir(folder)).toEqual([]);
  });

  it("takes a hundred thousand rows in bounded pieces", async () => {
    const { tables } = await readExample();
    const [first] = tables.statements;
    if (!first) throw new Error("the example case has no statement");
    const writer = await openDatasetWriter(folder, { origin: "IMPORTED" });
    for (const record of tables.case) await writer.write("case", record);
    for (let at = 0; at < 100_000; at += 1) await writer.write("statements", { ...first, slug: `s-${at}` });
    await writer.close();
    const text = await readFile(join(folder, "statements.csv"), "utf8");
    expect(text.split("\n").length).toBe(100_002);
  });
});

describe("arbitraryDataset()", () => {
  it("gives cases in which no rule finds an error", () => {
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        expect(checkDataset(dataset).filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

async function readFolder(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(path, name), "utf8")));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""]));
}
