import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { formatDescriptor } from "../../src/dataset/datapackage.ts";
import { formatProblem } from "../../src/dataset/format-problem.ts";
import { DEFAULT_SETTINGS } from "../../src/dataset/settings.ts";
import { validateDataset } from "../../src/dataset/validate-dataset.ts";
import { writeDataset } from "../../src/dataset/write-dataset.ts";
import { describeFolder, writeDescriptor } from "../../src/dataset/write-descriptor.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";

const PYTHON = fileURLToPath(new URL("../../.venv/bin/python", import.meta.url));
const FRICTIONLESS = `
import sys
from frictionless import Package
for path in sys.argv[1:]:
    report = Package(path + "/datapackage.json").validate()
    print("VALID" if report.valid else report.flatten(["type", "title", "rowNumber", "fieldName", "note"]))
`;

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-package-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("formatDescriptor(contents)", () => {
  it("describes keys, closed sets, references and empty cells", () => {
    const columns = {
      issues: ["slug", "name", "part_of"],
      statements: ["slug", "channel", "target", "recorded_at"],
    };
    const text = formatDescriptor({ settings: DEFAULT_SETTINGS, caseRecord: null, columns });
    const resource = {
      profile: "tabular-data-resource",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
    };
    const slug = {
      name: "slug",
      type: "string",
      description: "The row's name, unique in its case over all tables.",
      constraints: { required: true, unique: true, pattern: "^[a-z0-9]+(?:[-_.~][a-z0-9]+)*$" },
    };
    expect(JSON.parse(text)).toEqual({
      profile: "tabular-data-package",
      name: "case",
      demarche: { origin: "CODED", maxQuote: 300, quoteShare: 0.4, documentWords: {} },
      resources: [
        {
          ...resource,
          name: "issues",
          path: "issues.csv",
          description: "What is negotiated.",
          schema: {
            fields: [
              slug,
              {
                name: "name",
                type: "string",
                description: "What the issue is called.",
                constraints: { required: true },
              },
              { name: "part_of", type: "string", description: "The wider issue." },
            ],
            missingValues: [""],
            primaryKey: ["slug"],
            foreignKeys: [{ fields: ["part_of"], reference: { resource: "", fields: ["slug"] } }],
          },
        },
        {
          ...resource,
          name: "statements",
          path: "statements.csv",
          description: "Who did or said what about which of the above, when, where, and according to whom.",
          schema: {
            fields: [
              slug,
              {
                name: "channel",
                type: "string",
                description: "By what way it was made.",
                constraints: { enum: ["TALKS", "CALL", "BACK_CHANNEL", "DECREE", "MEDIA", "VISIT"] },
              },
              {
                name: "target",
                type: "string",
                description: "What it is about.",
                constraints: { required: true },
              },
              {
                name: "recorded_at",
                type: "string",
                description: "When it was recorded; set at the first load where empty.",
                constraints: { pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z$" },
              },
            ],
            missingValues: [""],
            primaryKey: ["slug"],
          },
        },
      ],
    });
  });

  it("gives packages that frictionless finds valid, for any sound case", async () => {
    const cases = fc.sample(arbitraryDataset(), { numRuns: 6, seed: 20_210_506 });
    const folders = cases.map((_, at) => join(folder, `case-${at}`));
    for (const [at, dataset] of cases.entries()) await writeDataset(folders[at] ?? folder, dataset);
    expect(await validateByFrictionless(folders)).toEqual(folders.map(() => "VALID"));
  });

  it("lets frictionless find what is wrong", async () => {
    await cp(EXAMPLE_CASE, folder, { recursive: true });
    const path = join(folder, "meetings.csv");
    await writeFile(path, (await readFile(path, "utf8")).replace("ROUND,1,lake-process", "ROUNDS,1,lake"));
    const [report = ""] = await validateByFrictionless([folder]);
    expect(report).toContain("constraint-error");
    expect(report).toContain("foreign-key");
  });
});

describe("writeDescriptor(folder)", () => {
  it("leaves a descriptor that describes the files as they are", async () => {
    await cp(EXAMPLE_CASE, folder, { recursive: true });
    expect(await writeDescriptor(folder)).toBe(false);
  });

  it("describes the files anew and keeps the settings", async () => {
    await cp(EXAMPLE_CASE, folder, { recursive: true });
    await writeFile(join(folder, "findings.csv"), "statement,source\ns-20,courier-2021\n");
    expect((await validateDataset(folder)).map(formatProblem)).toEqual([
      "datapackage.json warning: Its fields of findings.csv (statement, source, quote, locator) are not the columns of the file (statement, source): write it anew. [descriptor]",
    ]);
    expect(await writeDescriptor(folder)).toBe(true);
    expect(await validateDataset(folder)).toEqual([]);
    const { demarche } = JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8"));
    expect(demarche).toEqual({
      origin: "CODED",
      maxQuote: 300,
      quoteShare: 0.8,
      documentWords: { "lake-report": 312 },
    });
  });
});

describe("describeFolder(folder, settings)", () => {
  it("describes an empty folder as a package without files", async () => {
    expect(JSON.parse(await describeFolder(folder, DEFAULT_SETTINGS))).toEqual({
      profile: "tabular-data-package",
      name: "case",
      demarche: DEFAULT_SETTINGS,
      resources: [],
    });
  });
});

async function validateByFrictionless(folders: readonly string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(PYTHON, ["-c", FRICTIONLESS, ...folders], {
    timeout: 120_000,
  });
  return stdout.trim().split("\n");
}
