import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CsvReader } from "../../src/dataset/csv-reader.ts";
import { validateDataset } from "../../src/dataset/validate-dataset.ts";
import { DemarcheError } from "../../src/domain/errors.ts";
import { COLUMNS } from "../../src/importers/gdelt/columns.ts";
import type { ImportCaseOptions } from "../../src/importers/importers.ts";
import { importLake, makeFolder, readColumn, sampleOf } from "./support.ts";

const SAMPLES = {
  csv: ["csv/sample/positions.csv"],
  dna: ["dna/sample/lake.dna"],
  unvotes: ["unvotes/sample/un_votes.csv"],
  paax: ["paax/sample/links_table.csv"],
  mediation: ["mediation/sample/mediation.csv"],
  gdelt: ["gdelt/sample/20240304.export.CSV"],
  plover: ["plover/sample/events.json"],
} as const;
const FORMATS = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];
const TABLES = ["csv", "unvotes", "paax", "mediation"] as const;
const OPTIONS: Partial<Record<string, ImportCaseOptions["options"]>> = {
  csv: { map: "actor=Speaker,target=Topic,act=Position,date=Day" },
};

function readSample(format: keyof typeof SAMPLES): Promise<Buffer> {
  return readFile(sampleOf(SAMPLES[format][0]));
}

async function writeInput(bytes: Buffer | string, name = "input"): Promise<string> {
  const path = join(await makeFolder(), name);
  await writeFile(path, bytes);
  return path;
}

function quote(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

async function statementsOf(format: string, words: readonly string[], more: Partial<ImportCaseOptions> = {}) {
  const report = await importLake(format, words, { options: OPTIONS[format] ?? {}, ...more });
  return { report, slugs: await readColumn(report, "statements.csv", "slug") };
}

/** Runs an import that must fail, and gives its code and message with the folder's path taken out. */
async function failureOf(format: string, words: readonly string[], more: Partial<ImportCaseOptions> = {}) {
  const parent = await makeFolder();
  const out = join(parent, "lake");
  try {
    await importLake(format, words, { options: OPTIONS[format] ?? {}, out, ...more });
  } catch (error) {
    if (!(error instanceof DemarcheError)) throw error;
    expect(await readdir(parent)).toEqual(more.overwrite === false ? ["lake"] : []);
    return `${error.code}: ${error.message.replace(/\S*demarche-import-\w+\//g, "")}`;
  }
  throw new Error("the import succeeded");
}

/** Root may read everything, so that what it may not is done as somebody who may not. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await work();
  process.seteuid?.("nobody");
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe.each(FORMATS)("importCase(%s, input)", (format) => {
  it("takes packed files, and standard input", async () => {
    const bytes = await readSample(format);
    const { slugs } = await statementsOf(format, [await writeInput(bytes)]);
    const packed = await statementsOf(format, [await writeInput(gzipSync(bytes), "input.gz")]);
    const piped = await statementsOf(format, ["-"], {
      stdin: Readable.from([bytes.subarray(0, 50), bytes.subarray(50)]),
    });
    const both = await statementsOf(format, ["-"], { stdin: Readable.from([gzipSync(bytes)]) });
    expect(slugs.length).toBeGreaterThan(0);
    expect([packed.slugs, piped.slugs, both.slugs]).toEqual([slugs, slugs, slugs]);
  });

  it("makes a sound case also where that is called as one of its sources is", async () => {
    const inputs = [sampleOf(SAMPLES[format][0])];
    const options = OPTIONS[format] ?? {};
    const slugs = await readColumn(await importLake(format, inputs, { options }), "sources.csv", "slug");
    for (const slug of slugs) {
      const { folder } = await importLake(format, inputs, { options, case: slug });
      const problems = await validateDataset(folder);
      expect([slug, problems.filter(({ severity }) => severity === "error")]).toEqual([slug, []]);
    }
  });

  it("refuses an empty file", async () => {
    expect(await failureOf(format, [await writeInput("")])).toBe("FILE_UNREADABLE: input is empty.");
    expect(await failureOf(format, ["-"], { stdin: Readable.from([]) })).toBe(
      "FILE_UNREADABLE: Nothing came from standard input: it is empty.",
    );
    expect(await failureOf(format, [await writeInput("\n\n")])).toMatch(/^FILE_UNREADABLE: /);
  });

  it("refuses a packed file that is cut off", async () => {
    const packed = gzipSync(Buffer.concat([await readSample(format), Buffer.from("x".repeat(200_000))]), {
      level: 1,
    });
    const path = await writeInput(packed.subarray(0, packed.length - 40), "input.gz");
    expect(await failureOf(format, [path])).toBe(
      "FILE_UNREADABLE: input.gz is cut off: its gzip data end too early. Fetch or copy it again.",
    );
  });

  it("refuses a folder without files, a missing file, and one that may not be read", async () => {
    const folder = join(await makeFolder(), "empty");
    await mkdir(folder);
    expect(await failureOf(format, [folder])).toBe(
      "FILE_UNREADABLE: The folder empty holds no files: name a file, or a folder that holds some.",
    );
    expect(await failureOf(format, [join(folder, "none.csv")])).toBe(
      "FILE_UNREADABLE: There is no empty/none.csv: check the path.",
    );
    const path = await writeInput(await readSample(format));
    await chmod(path, 0o000);
    expect(await asOrdinaryUser(() => failureOf(format, [path]))).toBe(
      "FILE_UNREADABLE: input may not be read: check its permissions.",
    );
  });

  it("says of which format a foreign file is", async () => {
    const other = format === "gdelt" ? "plover" : "gdelt";
    const message = await failureOf(format, [sampleOf(SAMPLES[other][0])]).catch(() => "taken as a table");
    if (format === "csv")
      expect(message).toMatch(
        /has no column "Speaker" \(mapped to actor\)\. It has 1001, 20240301,.* It looks like GDELT events: demarche import gdelt reads that\.$/,
      );
    else expect(message).toContain(`Import it with: demarche import ${other}`);
    const workbook = await writeInput(Buffer.from("504b0304140000000000", "hex"), "book.xlsx");
    expect(await failureOf(format, [workbook])).toMatch(
      /^FILE_UNREADABLE: .* is a ZIP archive\. Unpack it, and import what it holds\.$/,
    );
  });

  it("refuses to write into a folder that is not empty, unless told to", async () => {
    const out = await makeFolder();
    await writeFile(join(out, "precious.txt"), "mine");
    const path = sampleOf(SAMPLES[format][0]);
    await expect(importLake(format, [path], { out, options: OPTIONS[format] ?? {} })).rejects.toThrow(
      "is there already and not empty: name another one, or say --overwrite.",
    );
    expect(await readdir(out)).toEqual(["precious.txt"]);
    await importLake(format, [path], { out, overwrite: true, options: OPTIONS[format] ?? {} });
    expect(await readdir(out)).not.toContain("precious.txt");
  });
});

describe.each(TABLES)("importCase(%s, table)", (format) => {
  it("reads byte order marks, other line ends, delimiters and empty trailing columns as well", async () => {
    const text = (await readSample(format))
      .toString("utf8")
      .replace(/^\ufeff/, "")
      .replaceAll("\r\n", "\n");
    const { slugs } = await statementsOf(format, [await writeInput(text)]);
    const rows = new CsvReader().read(text, true).map(({ cells }) => cells);
    const write = (delimiter: string) => rows.map((row) => row.map(quote).join(delimiter)).join("\n");
    const [head, ...others] = rows;
    const padded = [head, ...others.map((row) => [...row, "", " "])]
      .map((row) => row?.map(quote).join(","))
      .join("\n");
    const variants = [
      `\ufeff${text}`,
      text.replaceAll("\n", "\r\n"),
      text.trimEnd(),
      write(";"),
      write("\t"),
      padded,
      `sep=;\n${write(";")}`,
      `\ufeffsep=\t\r\n${write("\t").replaceAll("\n", "\r\n")}`,
    ];
    for (const variant of variants)
      expect((await statementsOf(format, [await writeInput(variant)])).slugs).toEqual(slugs);
  });

  it("says in which encoding a file is that is not UTF-8, and takes its name", async () => {
    const text = (await readSample(format))
      .toString("utf8")
      .replaceAll("Lake", "L\u00e4ke")
      .replaceAll("Switzerland", "Sw\u00e4tz");
    const path = await writeInput(Buffer.from(text, "latin1"));
    expect(await failureOf(format, [path])).toMatch(
      /^FILE_UNREADABLE: input, line \d+: it is not UTF-8; it looks like (Latin-1|Windows-1252).* Or name its encoding, such as --encoding windows-1252\.$/s,
    );
    const options = { ...OPTIONS[format], encoding: "windows-1252" };
    expect((await statementsOf(format, [path], { options })).slugs.length).toBeGreaterThan(0);
  });

  it("reads UTF-16, and names UTF-32", async () => {
    const text = (await readSample(format)).toString("utf8").replace(/^\ufeff/, "");
    const { slugs } = await statementsOf(format, [await writeInput(text)]);
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    expect((await statementsOf(format, [await writeInput(little)])).slugs).toEqual(slugs);
    expect((await statementsOf(format, [await writeInput(Buffer.from(little).swap16())])).slugs).toEqual(
      slugs,
    );
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(text)]);
    expect(await failureOf(format, [await writeInput(wide)])).toContain("UTF-32");
  });
});

const POSITIONS = "Speaker,Topic,Position,Day\nAda,Dam,agree,2021-03-04\n";
const WORKBOOK = Buffer.from("PK\u0003\u0004.[Content_Types].xml.xl/workbook.xml");

/** What spreadsheets and their users make, by file name, and what is said of it. */
const MISHAPS: readonly [
  string,
  Readonly<Record<string, string | Buffer | null>>,
  readonly string[],
  string,
][] = [
  [
    "a folder that is called like a file",
    { "events.csv": null },
    ["events.csv"],
    "FILE_UNREADABLE: The folder events.csv holds no files: name a file, or a folder that holds some.",
  ],
  [
    "a workbook under the name of a table",
    { "table.csv": WORKBOOK },
    ["table.csv"],
    "FILE_UNREADABLE: table.csv holds no table (CSV): it is an Excel workbook. Save its sheet as CSV UTF-8, and import that.",
  ],
  [
    "an archive",
    { "table.zip": Buffer.from("PK\u0003\u0004table.csv") },
    ["table.zip"],
    "FILE_UNREADABLE: table.zip holds no table (CSV): it is a ZIP archive. Unpack it, and import what it holds.",
  ],
  [
    "a folder of which no file can be read",
    { "a/book.xlsx": WORKBOOK },
    ["a"],
    "FILE_UNREADABLE: book.xlsx holds no table (CSV): it is an Excel workbook. Save its sheet as CSV UTF-8, and import that.",
  ],
  [
    "a folder without a fitting table",
    { "a/notes.txt": "to do\n" },
    ["a"],
    "FILE_UNREADABLE: No statement could be taken from notes.txt (table (CSV)). Left out above all, 1 ×: The file was not read: it has none of the columns that are asked for.",
  ],
  [
    "a misspelt column",
    { "table.csv": POSITIONS.replace("Speaker", "Spaeker") },
    ["table.csv"],
    'BAD_INPUT: table.csv has no column "Speaker" (mapped to actor). Did you mean "Spaeker"?',
  ],
  [
    "a misspelt column in one of the tables of a folder",
    { "a/1.csv": POSITIONS, "a/2.csv": POSITIONS.replace("Day", "Date") },
    ["a"],
    'BAD_INPUT: 2.csv has no column "Day" (mapped to date). Did you mean "Date"?',
  ],
  [
    "a file named twice",
    { "table.csv": POSITIONS },
    ["table.csv", "table.csv"],
    "USAGE: table.csv is named twice: name every file once.",
  ],
  [
    "a file named beside its folder",
    { "a/table.csv": POSITIONS },
    ["a", "a/table.csv"],
    "USAGE: table.csv is named twice: name every file once.",
  ],
];

describe("importCase(csv, what spreadsheets make)", () => {
  async function layOut(files: Readonly<Record<string, string | Buffer | null>>): Promise<string> {
    const folder = await makeFolder();
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(content === null ? path : dirname(path), { recursive: true });
      if (content !== null) await writeFile(path, content);
    }
    return folder;
  }

  it.each(MISHAPS)("says what to do about %s", async (_, files, words, message) => {
    const folder = await layOut(files);
    expect(
      await failureOf(
        "csv",
        words.map((word) => join(folder, word)),
      ),
    ).toBe(message);
  });

  it("leaves out what else lies in a folder, and says so", async () => {
    const folder = await layOut({
      "1.csv": POSITIONS,
      "book.xlsx": WORKBOOK,
      "empty.csv": "",
      "notes.txt": "to do\n",
    });
    const { report, slugs } = await statementsOf("csv", [folder]);
    expect(slugs).toEqual(["row-1"]);
    expect(report.leftOut.map(({ reason, file }) => [file, reason])).toEqual([
      ["book.xlsx", "The file was not read: it is an Excel workbook."],
      ["empty.csv", "The file was not read: it is empty."],
      ["notes.txt", "The file was not read: it has none of the columns that are asked for."],
    ]);
  });

  it("tells two files of one name apart by their paths", async () => {
    const folder = await layOut({ "a/table.csv": POSITIONS, "b/table.csv": POSITIONS });
    const words = ["a/table.csv", "b/table.csv"].map((word) => join(folder, word));
    const { report, slugs } = await statementsOf("csv", words);
    expect([slugs, report.files]).toEqual([["row-1", "row-2"], words]);
  });

  it("takes decimal commas in stances", async () => {
    const text =
      "Speaker;Topic;Position;Day\nAda;Dam;0,5;2021-03-04\nBo;Dam;-1,0;2021-03-04\nCy;Dam;0,0;2021-03-04\n";
    const report = await importLake("csv", [await writeInput(text)], { options: OPTIONS.csv ?? {} });
    expect(await readColumn(report, "statements.csv", "act")).toEqual(["BACKED", "REJECTED", "ACKNOWLEDGED"]);
  });
});

describe("importCase(unvotes, folder)", () => {
  it("says which files of a folder it did not read", async () => {
    const folder = await makeFolder();
    await writeFile(join(folder, "votes.csv"), await readSample("unvotes"));
    await writeFile(join(folder, "notes.md"), "# Notes");
    await writeFile(join(folder, "links.csv"), await readSample("paax"));
    const { leftOut } = await importLake("unvotes", [folder]);
    expect(leftOut.filter(({ file }) => file !== "votes.csv")).toEqual([
      {
        reason: "The file was not read: it looks like PAA-X actor–agreement links.",
        count: 1,
        file: "links.csv",
        firstLines: [],
      },
      {
        reason: 'The file was not read: it begins with "# Notes".',
        count: 1,
        file: "notes.md",
        firstLines: [],
      },
    ]);
  });

  it("wants the votes", async () => {
    expect(await failureOf("unvotes", [sampleOf("unvotes/sample/un_roll_calls.csv")])).toBe(
      "FILE_UNREADABLE: There are no votes in un_roll_calls.csv: give the file with the columns rcid, country, country_code and vote as well.",
    );
  });
});

describe("importCase(gdelt, lines)", () => {
  it("loses a line that is not UTF-8, and no other", async () => {
    const lines = (await readSample("gdelt")).toString("utf8").split("\n");
    const broken = [lines[0], `${lines[1]}\xe4`, ...lines.slice(2)].join("\n");
    const report = await importLake("gdelt", [await writeInput(Buffer.from(broken, "latin1"))]);
    expect(report.leftOut.find(({ reason }) => reason.includes("UTF-8"))).toEqual({
      reason: "The line is broken: it is not UTF-8.",
      count: 1,
      file: "input",
      firstLines: [2],
    });
    expect(await readColumn(report, "statements.csv", "slug")).toEqual([
      "e1001",
      "e1003",
      "e1004",
      "e1002",
      "e1009",
    ]);
  });

  it("takes the older form of GDELT, with and without addresses, and header lines", async () => {
    const events = (await readSample("gdelt")).toString("utf8").trimEnd().split("\n");
    const lines = events.map((line) => line.split("\t")).filter(({ length }) => length === COLUMNS.length);
    const isNew = (index: number) => COLUMNS[index]?.endsWith("_ADM2Code") === true;
    const write = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\n");
    const older = [COLUMNS, ...lines].map((row) => row.filter((_, index) => !isNew(index)));
    const [, ...headless] = older.map((row) => row.slice(0, -1));
    const widths = [older[0]?.length, headless[0]?.length];
    const slugs = async (text: string) => (await statementsOf("gdelt", [await writeInput(text)])).slugs;
    expect(widths).toEqual([58, 57]);
    expect([await slugs(write(older)), await slugs(write(headless))]).toEqual([
      await slugs(write(lines)),
      await slugs(write(lines)),
    ]);
    const report = await importLake("gdelt", [await writeInput(write(older))]);
    expect(report.leftOut.map(({ reason }) => reason).filter((reason) => reason.includes("broken"))).toEqual([
      "The line is broken: its Day is no date.",
    ]);
    expect(await readColumn(report, "sources.csv", "title")).toContain("GDELT 1.0 events");
  });
});

describe("importCase(plover, json)", () => {
  it("reads one object a line, and tells where a file is cut off", async () => {
    const events = JSON.parse((await readSample("plover")).toString("utf8")) as object[];
    const lines = events.map((event) => JSON.stringify(event)).join("\n");
    const { slugs } = await statementsOf("plover", [sampleOf(SAMPLES.plover[0])]);
    expect((await statementsOf("plover", [await writeInput(lines)])).slugs).toEqual(slugs);
    const { leftOut } = await importLake("plover", [await writeInput(lines.slice(0, -20))]);
    expect(leftOut.find(({ reason }) => reason.includes("cut off"))).toEqual({
      reason: "The file is cut off within the object.",
      count: 1,
      file: "input",
      firstLines: [9],
    });
  });
});

describe("importCase(dna, database)", () => {
  it("refuses databases of other programs, and damaged ones", async () => {
    const bytes = await readSample("dna");
    const renamed = Buffer.from(bytes.toString("latin1").replaceAll("ENTITIES", "ENTITIEZ"), "latin1");
    expect(await failureOf("dna", [await writeInput(renamed)])).toBe(
      "FILE_UNREADABLE: input is an SQLite database, but none of Discourse Network Analyzer 3: it has no table ENTITIES.",
    );
    expect(await failureOf("dna", [await writeInput(bytes.subarray(0, 3000))])).toMatch(
      /^FILE_UNREADABLE: input cannot be read as an SQLite database/,
    );
  });

  it("never reads passwords", async () => {
    const report = await importLake("dna", [sampleOf(SAMPLES.dna[0])]);
    const texts = await Promise.all(
      (await readdir(report.folder)).map((file) => readFile(join(report.folder, file), "utf8")),
    );
    expect(texts.filter((text) => text.includes("never-to-be-read"))).toEqual([]);
  });

  it("lists the types where none fits", async () => {
    const options = { concept: "frame" };
    expect(await failureOf("dna", [sampleOf(SAMPLES.dna[0])], { options })).toBe(
      `BAD_INPUT: No statement type of lake.dna has the variables asked for. It has
  DNA Statement: person (short text), organization (short text), concept (short text), agreement (boolean), intensity (integer)
  Annotation: note (long text)
  Story: narrator (short text), plot (short text)
Say which is which: --actor, --organization, --concept, --qualifier, and --type to choose one.`,
    );
  });
});

describe("importCase(format, words, options)", () => {
  it("refuses what it cannot mean", async () => {
    const path = sampleOf(SAMPLES.unvotes[0]);
    expect(await failureOf("votes", [path])).toBe(
      'USAGE: There is no format "votes": choose one of csv, dna, unvotes, paax, mediation, gdelt, plover.',
    );
    expect(await failureOf("unvotes", [])).toBe(
      "USAGE: Name the file or folder to import, or - for standard input.",
    );
    expect(await failureOf("unvotes", ["-", "-"])).toBe(
      "USAGE: Standard input (-) can be read only once: name it once.",
    );
    expect(await failureOf("unvotes", [path], { case: "The Lake" })).toBe(
      'BAD_INPUT: "The Lake" cannot name a case: use lower-case letters a-z and digits, in parts joined by "-", such as "the-lake".',
    );
    expect(await failureOf("unvotes", [path], { options: { conceptAs: "claim" } })).toBe(
      "USAGE: --concept-as <kind> is an option of dna, not of unvotes.",
    );
    expect(await failureOf("dna", [path], { options: { conceptAs: "frame" } })).toBe(
      'USAGE: --concept-as <kind> takes one of demand, claim, not "frame".',
    );
    expect(await failureOf("unvotes", [path], { options: { encoding: "klingon" } })).toBe(
      'BAD_INPUT: "klingon" is no encoding that is known here: write such as windows-1252, windows-1251, latin1 or utf-16le.',
    );
  });

  it("reports how far it has come, and stops when told to", async () => {
    const seen: unknown[] = [];
    const path = sampleOf(SAMPLES.unvotes[0]);
    await importLake("unvotes", [path], { onProgress: (progress) => seen.push(progress) });
    const { length } = await readSample("unvotes");
    expect(seen).toEqual([{ file: "un_votes.csv", bytes: length, total: length }]);
    const parent = await makeFolder();
    const signal = AbortSignal.abort();
    await expect(importLake("unvotes", [path], { signal, out: join(parent, "lake") })).rejects.toThrow(
      "aborted",
    );
    expect(await readdir(parent)).toEqual([]);
  });
});
