import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect } from "vitest";
import { validateDataset } from "../../src/dataset/validate-dataset.ts";
import { type ImportCaseOptions, type ImportReport, importCase } from "../../src/importers/importers.ts";

/** Gives the path of an importer's sample. */
export function sampleOf(...path: readonly string[]): string {
  return fileURLToPath(new URL(join("../../src/importers", ...path), import.meta.url));
}

const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

/** Makes a folder that goes when the tests of the file are done. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "demarche-import-"));
  made.push(folder);
  return folder;
}

/** Imports into a new folder, the case being `lake`. */
export async function importLake(
  format: string,
  words: readonly string[],
  options: Partial<ImportCaseOptions> = {},
): Promise<ImportReport> {
  return importCase(format, words, { case: "lake", out: join(await makeFolder(), "lake"), ...options });
}

/** Compares an imported folder, whole, with a golden one, and holds it against all rules of a case. */
export async function expectGolden(report: ImportReport, name: string): Promise<void> {
  const golden = fileURLToPath(new URL(`../golden/imports/${name}`, import.meta.url));
  const files = (await readdir(report.folder)).sort();
  for (const file of files)
    await expect(await readFile(join(report.folder, file), "utf8")).toMatchFileSnapshot(join(golden, file));
  const { folder: _, ...rest } = report;
  await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(join(golden, "report.json"));
  expect((await readdir(golden)).sort()).toEqual([...files, "report.json"].sort());
  const problems = await validateDataset(report.folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
}

/** Gives the column of an imported table, by name. */
export async function readColumn(report: ImportReport, file: string, column: string): Promise<string[]> {
  const [head = "", ...lines] = (await readFile(join(report.folder, file), "utf8")).trimEnd().split("\n");
  const index = head.split(",").indexOf(column);
  return lines.map((line) => line.split(",")[index] ?? "");
}
