import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lineOf } from "../../src/dataset/dataset.ts";
import { formatProblem } from "../../src/dataset/format-problem.ts";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { streamTable } from "../../src/dataset/stream-table.ts";
import { validateDataset } from "../../src/dataset/validate-dataset.ts";
import { TABLE_NAMES, TABLES } from "../../src/domain/tables.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "demarche-read-"));
  await cp(EXAMPLE_CASE, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("readDataset(folder)", () => {
  it("gives records with the types of their columns, empty cells as null or empty lists", async () => {
    const { dataset, problems } = await readDataset(folder);
    expect(problems).toEqual([]);
    expect(dataset?.tables.demands[3]).toEqual({
      slug: "zone-25-30",
      text: "A fishing zone of 25 to 30 kilometres for Northland",
      issue: "fishing-zone",
      value: 25,
      valueMax: 30,
      bound: "RANGE",
      valuePrinted: "25–30 kilometres",
      quote: "lowered its own demand to 25–30 kilometres",
      locator: "¶8",
      foundIn: ["lake-report"],
      cites: [],
      citesParagraph: [],
      citesOneOf: [],
      note: null,
    });
    expect(dataset?.settings).toEqual({
      origin: "CODED",
      maxQuote: 300,
      quoteShare: 0.8,
      documentWords: { "lake-report": 312 },
    });
    expect(dataset && lineOf(dataset, "demands", 3)).toBe(5);
  });

  it("gives no dataset where there is an error, and one where there are warnings only", async () => {
    await change("actors.csv", (text) => text.replace("Anna Berg,PERSON", " Anna Berg,PERSON"));
    const warned = await readDataset(folder);
    expect(warned.dataset?.tables.actors.length).toBe(11);
    expect(warned.problems.map(formatProblem)).toEqual([
      'actors.csv:7 name warning: There are blanks before or after " Anna Berg": remove them. [whitespace]',
    ]);
    await change("actors.csv", (text) => text.replace("PERSON", "PERSN"));
    expect((await readDataset(folder)).dataset).toBe(null);
  });

  const FORMS: Readonly<Record<string, (text: string) => string>> = {
    "a byte order mark": (text) => `\ufeff${text}`,
    "line ends of Windows": (text) => text.replaceAll("\n", "\r\n"),
    "line ends of old Macs": (text) => text.replaceAll("\n", "\r"),
    "no line end at the end": (text) => text.replace(/\n$/, ""),
    "blank lines": (text) => text.replaceAll("\n", "\n\n"),
    "lines of commas alone": (text) =>
      `${text},,,,\n`.replace(
        /,,,,\n$/,
        `${",".repeat((text.split("\n")[0] ?? "").split(",").length - 1)}\n`,
      ),
    "empty trailing columns": (text) => text.replace(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ",,\n"),
    "cells that all stand in quotes": (text) =>
      text
        .split("\n")
        .map((line) =>
          /["]/.test(line) || line === ""
            ? line
            : line
                .split(",")
                .map((cell) => `"${cell}"`)
                .join(","),
        )
        .join("\n"),
  };

  for (const [form, write] of Object.entries(FORMS)) {
    it(`reads a case with ${form} as the same records`, async () => {
      const plain = await readDataset(EXAMPLE_CASE);
      for (const table of TABLE_NAMES) await change(TABLES[table].file, write);
      const { dataset, problems } = await readDataset(folder);
      expect(problems.filter(({ severity }) => severity === "error").map(formatProblem)).toEqual([]);
      expect(dataset?.tables).toEqual(plain.dataset?.tables);
    });
  }

  it("refuses a folder that is not there or is a file, in one sentence", async () => {
    const missing = join(folder, "nowhere");
    await expect(readDataset(missing)).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: `There is no ${missing}: check the path.`,
    });
    const file = join(folder, "case.csv");
    await expect(readDataset(file)).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: `${file} is a file: name the folder of a case.`,
    });
  });

  it("says that a table is missing where a folder has its name", async () => {
    await rm(join(folder, "actors.csv"));
    await mkdir(join(folder, "actors.csv"));
    const { problems } = await readDataset(folder);
    expect(
      problems.filter(({ severity }) => severity === "error").map(({ rule, file }) => [rule, file]),
    ).toEqual([["missing-file", "actors.csv"]]);
  });

  it("reports the one broken file and nothing that follows from it", async () => {
    await writeFile(join(folder, "actors.csv"), "nothing like a table\n");
    const { problems } = await readDataset(folder);
    expect(problems.filter(({ severity }) => severity === "error").map(formatProblem)).toEqual([
      'actors.csv:1 error: The first line ("nothing like a table") names no column of actors.csv: begin with a header line. [broken-csv]',
    ]);
  });

  it("never hangs or throws, whatever a file holds", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
      fc
        .string({ unit: fc.constantFrom('"', ",", "\n", "\r", "|", "s-01", "slug", "é") })
        .map((text) => Buffer.from(text)),
    );
    const damage = fc.record({ table: fc.constantFrom(...TABLE_NAMES), bytes, isAppended: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(damage, async ({ table, bytes: added, isAppended }) => {
        const path = join(folder, TABLES[table].file);
        const before = await readFile(path);
        await writeFile(path, isAppended ? Buffer.concat([before, added]) : added);
        const { dataset, problems } = await readDataset(folder);
        expect(dataset === null).toBe(problems.some(({ severity }) => severity === "error"));
        await writeFile(path, before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("validateDataset(folder)", () => {
  it("tells how far it has come", async () => {
    const seen: [string, number, boolean][] = [];
    await validateDataset(folder, {
      onProgress: ({ file, rowCount, bytesRead, bytesTotal }) =>
        seen.push([file, rowCount, bytesRead <= bytesTotal]),
    });
    expect(seen.filter(([file]) => file === "statements.csv").at(-1)).toEqual(["statements.csv", 27, true]);
  });

  it("keeps the first thousand problems of a kind and counts the rest", async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, at) => `x-${at},ATTENDED,nobody-${at},first-round,REPORTED,lake-report\n`,
    );
    await writeFile(
      join(folder, "statements.csv"),
      `slug,act,actors,target,status,found_in\n${rows.join("")}`,
    );
    const problems = (await validateDataset(folder)).filter(({ rule }) => rule === "unknown-reference");
    const inFile = problems.filter(({ file }) => file === "statements.csv");
    expect(inFile.length).toBe(1001);
    expect(inFile.at(-1)).toEqual({
      rule: "unknown-reference",
      severity: "error",
      file: "statements.csv",
      line: null,
      column: null,
      message: "… and 500 more like these: mend the cause and validate again.",
    });
  });
});

describe("streamTable(folder, table)", () => {
  it("gives the rows of a table one by one, with their lines", async () => {
    const rows = await gather(streamTable(folder, "former_ids"));
    expect(rows).toEqual([
      {
        table: "former_ids",
        line: 2,
        record: { former: "plan-of-eastmark", now: "eastmark-plan" },
        faulty: [],
      },
    ]);
  });

  it("gives nothing where the case has no such file", async () => {
    await rm(join(folder, "links.csv"));
    expect(await gather(streamTable(folder, "links"))).toEqual([]);
  });

  it("refuses a row that cannot be read, with its line", async () => {
    await change("meetings.csv", (text) => text.replace("ROUND,1", "ROUND,one"));
    await expect(gather(streamTable(folder, "meetings"))).rejects.toMatchObject({
      code: "INVALID_DATASET",
      message: 'meetings.csv, line 3: "one" is no whole number: write digits only, such as 250000.',
    });
  });
});

async function change(file: string, write: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, write(await readFile(path, "utf8")));
}

async function gather<V>(values: AsyncIterable<V>): Promise<V[]> {
  const gathered: V[] = [];
  for await (const value of values) gathered.push(value);
  return gathered;
}
