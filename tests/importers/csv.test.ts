import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guessColumns } from "../../src/importers/csv/roles.ts";
import { guessZero, readStance } from "../../src/importers/csv/stances.ts";
import type { ImportQuestion } from "../../src/importers/importer.ts";
import type { ImportCaseOptions } from "../../src/importers/importers.ts";
import { importLake, makeFolder, readColumn } from "./support.ts";

async function importTable(text: string, more: Partial<ImportCaseOptions> = {}) {
  const path = join(await makeFolder(), "table.csv");
  await writeFile(path, text);
  return importLake("csv", [path], more);
}

describe("importCase(csv, table)", () => {
  it("guesses the columns from the header and says so", async () => {
    const report = await importTable("Speaker;Issue;Vote;Date\nAda;Dam;1;2021-03-04\nBo;Dam;0;2021-03-05\n");
    expect(report.warnings.map(({ reason }) => reason)).toEqual([
      "The acts are 0 and 1: 0 is read as against (--acts says another).",
      'The columns were guessed from the header: --map "actor=Speaker,target=Issue,act=Vote,date=Date".',
    ]);
    expect(await readColumn(report, "statements.csv", "act")).toEqual(["BACKED", "REJECTED"]);
  });

  it("prints a mapping file to start from where the header does not tell", async () => {
    await expect(importTable("Name,Thing,Day\nAda,Dam,2021\n")).rejects.toThrow(
      `It is not clear which column of table.csv holds the target. Save this as mapping.yaml, fill it in, and give it with --mapping mapping.yaml:

# Columns without a role: Thing
columns:
  actor: "Name" # who did or said it; several with | between them
  target:  # what it is about
  # act:  # how the actor stands to it: an act, yes and no, 1 and -1
  date: "Day" # when
  # organization:  # for whom the actor speaks
`,
    );
  });

  it("asks where somebody can answer", async () => {
    const asked: ImportQuestion[] = [];
    const ask = async (question: ImportQuestion) => {
      asked.push(question);
      return "Thing";
    };
    const report = await importTable("Name,Thing,Day\nAda,Dam,2021\n", { ask });
    expect(asked).toEqual([
      {
        name: "target",
        text: "Which column of table.csv holds the target (what it is about)?",
        choices: ["Thing"],
      },
    ]);
    expect(report.counts.demands).toBe(1);
  });

  it("refuses dates that can be read in two ways", async () => {
    const table = "actor,target,date\nAda,Dam,3/4/2021\nBo,Dam,5/6/2021\n";
    await expect(importTable(table)).rejects.toThrow(
      'table.csv, line 2: "3/4/2021" can be read in two ways. Say --date-order day-first or month-first.',
    );
    const first = await importTable(table, { options: { dateOrder: "day-first" } });
    expect(await readColumn(first, "statements.csv", "date")).toEqual(["2021-04-03", "2021-06-05"]);
    const told = await importTable(`${table}Ada,Fish,13/6/2021\n`);
    expect(await readColumn(told, "statements.csv", "date")).toEqual([
      "2021-04-03",
      "2021-06-05",
      "2021-06-13",
    ]);
  });

  it.each([
    ["proposal", "yes", "BACKED", "proposals"],
    ["claim", "no", "DISPUTED", "claims"],
    ["meeting", "attended", "ATTENDED", "meetings"],
    ["event", "carried out", "CARRIED_OUT", "events"],
    ["actor", "criticised", "CRITICISED", "actors"],
  ] as const)("makes a %s of the target, %s being %s", async (targetAs, word, act, table) => {
    const text = `actor,target,act\nAda,Thing,${word}\n`;
    const report = await importTable(text, { options: { targetAs, acts: "attended=ATTENDED" } });
    expect(await readColumn(report, "statements.csv", "act")).toEqual([act]);
    expect(report.counts[table]).toBe(table === "actors" ? 2 : 1);
  });

  it("leaves out words that mean no act, and acts that do not fit, with their lines", async () => {
    const text = "actor,target,act\nAda,Dam,yes\nAda,Dam,perhaps\nBo,Dam,ATTENDED\nBo,Dam,\n";
    expect((await importTable(text)).leftOut).toEqual([
      { reason: "ATTENDED cannot be about a demand.", count: 1, file: "table.csv", firstLines: [4] },
      { reason: "The act is empty.", count: 1, file: "table.csv", firstLines: [5] },
      {
        reason: 'The word "perhaps" is no act: say what it means with --acts "perhaps=…".',
        count: 1,
        file: "table.csv",
        firstLines: [3],
      },
    ]);
  });

  it.each([
    [{ map: "actor=Nme" }, 'table.csv has no column "Nme" (mapped to actor). Did you mean "Name"?'],
    [{ map: "actr=Name" }, 'A column cannot be mapped to "actr". Did you mean "actor"?'],
    [{ map: "Name" }, '--map takes pairs such as actor=Speaker,target=Issue, not "Name".'],
    [{ act: "BACKD" }, '"BACKD" is no act. Did you mean "BACKED"?'],
    [{ delimiter: "ab" }, '--delimiter takes one character (or tab), not "ab".'],
    [
      { mapping: "/nowhere/mapping.yaml" },
      "The mapping /nowhere/mapping.yaml cannot be read: there is no such file.",
    ],
  ])("explains what is wrong with %j", async (options, message) => {
    await expect(importTable("Name,Thing\nAda,Dam\n", { options })).rejects.toThrow(message);
  });

  it("explains what is wrong with a mapping file, or a folder in its place", async () => {
    const folder = await makeFolder();
    const mapping = join(folder, "mapping.yaml");
    await writeFile(mapping, "columns:\n  speaker: Name\ntarget-as: thing\n");
    await expect(importTable("Name,Thing\nAda,Dam\n", { options: { mapping } })).rejects.toThrow(
      /cannot be used:\n {2}columns(\.speaker)?: .*\n {2}target-as: /,
    );
    await expect(importTable("Name,Thing\nAda,Dam\n", { options: { mapping: folder } })).rejects.toThrow(
      "is a folder: name a YAML or JSON file.",
    );
    await writeFile(mapping, "columns: [");
    await expect(importTable("Name,Thing\nAda,Dam\n", { options: { mapping } })).rejects.toThrow(
      "is neither YAML nor JSON",
    );
  });

  it("stops at a table whose quotes are broken throughout", async () => {
    const text = `actor,target\n${'"Ada" x,Dam\n'.repeat(60)}`;
    await expect(importTable(text)).rejects.toThrow(
      "table.csv is no sound CSV: 50 lines up to line 51 have broken quotes.",
    );
  });
});

describe("guessColumns(header)", () => {
  it("gives each column one role, whatever its letter case", () => {
    expect(
      guessColumns(["ID", "Organization", "Concept", "Agreement", "date", "Person", "text", "x"]),
    ).toEqual({
      actor: "Person",
      target: "Concept",
      act: "Agreement",
      date: "date",
      organization: "Organization",
      quote: "text",
      id: "ID",
    });
    expect(guessColumns([])).toEqual({});
  });
});

describe("guessZero(values)", () => {
  it("takes 0 as against beside 1, as neither beside negative numbers, and else does not tell", () => {
    expect([["0", "1"], ["-1", "0", "1"], ["0"], ["0", "2"], ["1"], []].map(guessZero)).toEqual([
      "against",
      "neutral",
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("readStance(value, options)", () => {
  it("reads acts, words and numbers", () => {
    const options = { target: "demand", acts: new Map(), zero: null } as const;
    const values = [
      "conditionally accepted",
      "Yes",
      "+1",
      "-2.5",
      "oppose",
      "abstained",
      "neutral",
      "0",
      "?",
    ];
    expect(values.map((value) => readStance(value, options))).toEqual([
      "CONDITIONALLY_ACCEPTED",
      "BACKED",
      "BACKED",
      "REJECTED",
      "REJECTED",
      "ABSTAINED",
      "ACKNOWLEDGED",
      null,
      null,
    ]);
  });
});
