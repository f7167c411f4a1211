import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { fetchAuditLog } from "../../src/curation/audit-log.ts";
import { editRow } from "../../src/curation/edit-row.ts";
import { fetchHistory } from "../../src/curation/history.ts";
import { linkSameAs } from "../../src/curation/same-as.ts";
import { makeDataset } from "../../src/dataset/dataset.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { recoverLoads } from "../../src/loading/recover-loads.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { dumpDatabase } from "../../src/packaging/dump.ts";
import { verifyDumpFile } from "../../src/packaging/dump-file.ts";
import { restoreDatabase } from "../../src/packaging/restore.ts";
import { blankRecord } from "../support/blank-record.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph, type WholeGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";
import { runDemarche } from "../support/run-demarche.ts";

const neo4j = useDatabase();
const folder = mkdtempSync(join(tmpdir(), "demarche-dump-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DUMP = join(folder, "both.jsonl.gz");

const SEA_TALKS = makeDataset({
  case: [blankRecord("case", { slug: "sea-talks", title: "The Sea Talks", licence: "CC0-1.0" })],
  actors: [blankRecord("actors", { slug: "southland", name: "Southland", kind: "STATE" })],
});
const LINK = {
  caseId: "sea-talks",
  from: "sea-talks/southland",
  to: "lake-talks/northland",
  assertedBy: "A. Reader",
  why: "across cases\u2028and lines",
  isUndone: false,
};
let whole: WholeGraph;

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
  await loadDataset(neo4j.database, SEA_TALKS);
  await linkSameAs(neo4j.database, [LINK.from, LINK.to], { why: LINK.why, by: LINK.assertedBy });
  whole = await readGraph(neo4j.database);
  await dumpDatabase(neo4j.database, DUMP);
}, 120_000);

describe("dumpDatabase(database, path)", () => {
  it("writes lines of JSON that zcat reads, the checksum last", () => {
    const lines = gunzipSync(readFileSync(DUMP)).toString().trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      demarche: "dump",
      version: 2,
      sameAsEdits: [LINK],
      editedRows: [],
    });
    expect(JSON.parse(lines.at(-1) ?? "")).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.parse(lines.at(-2) ?? "").end["sea-talks"]).toEqual({ case: 1, actors: 1, same_as: 1 });
  });

  it("leaves nothing behind but the file", () => {
    expect(readdirSync(folder)).toEqual(["both.jsonl.gz"]);
  });
});

describe("verifyDumpFile(path)", () => {
  const other = join(folder, "faulty");

  async function isRefused(bytes: Uint8Array): Promise<boolean> {
    writeFileSync(other, bytes);
    return await verifyDumpFile(other).then(
      () => false,
      (error) => error.message.startsWith(`${other} is no whole dump`),
    );
  }

  it("refuses it cut short anywhere", async () => {
    const bytes = readFileSync(DUMP);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), (length) => isRefused(bytes.subarray(0, length))),
      { numRuns: 200, examples: [[0], [1], [bytes.length - 1]] },
    );
  });

  it("refuses it with any bit flipped", async () => {
    const bytes = readFileSync(DUMP);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        return isRefused(flipped);
      }),
      {
        numRuns: 300,
        examples: [
          [4, 0],
          [9, 7],
          [bytes.length - 1, 0],
        ],
      },
    );
  });

  it("refuses it with something behind, and what is no dump", async () => {
    expect(await isRefused(Buffer.concat([readFileSync(DUMP), Buffer.from("\n")]))).toBe(true);
    expect(await isRefused(Buffer.from("slug,title\n".repeat(50)))).toBe(true);
    rmSync(other);
  });
});

describe("restoreDatabase(database, path)", () => {
  it("refuses a database that is not empty, and changes nothing", async () => {
    await expect(restoreDatabase(neo4j.database, DUMP)).rejects.toThrow(
      "The database is not empty: it holds lake-talks, sea-talks. Say --replace to put the dump in its place.",
    );
    expect(await readGraph(neo4j.database)).toEqual(whole);
  });

  it("refuses an altered file before anything is touched", async () => {
    const cut = join(folder, "cut.jsonl.gz");
    writeFileSync(cut, readFileSync(DUMP).subarray(0, -1));
    await expect(restoreDatabase(neo4j.database, cut, { replace: true })).rejects.toThrow("no whole dump");
    expect(await readGraph(neo4j.database)).toEqual(whole);
  });

  it("replaces what is there, without history, and removes what the dump lacks", async () => {
    const [home] = SEA_TALKS.tables.case;
    await loadDataset(neo4j.database, makeDataset({ ...SEA_TALKS.tables, same_as: [] }));
    await loadDataset(
      neo4j.database,
      makeDataset({
        ...SEA_TALKS.tables,
        case: home ? [{ ...home, slug: "pond-talks" }] : [],
      }),
    );
    const report = await restoreDatabase(neo4j.database, DUMP, { replace: true });
    expect(report.removed).toEqual(["pond-talks"]);
    const notes = await neo4j.database.read("packaging/same-as-edits");
    expect(notes).toEqual([{ edit: LINK }]);
    expect(await readGraph(neo4j.database)).toEqual(whole);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
  });

  it("takes edits, their history and the audit log along", async () => {
    const id = "sea-talks/southland";
    const seen = (await fetchHistory(neo4j.database, id)).version ?? "";
    const fields = { name: "The South" };
    const request = { action: "UPDATE", table: "actors", id, seen, fields } as const;
    await editRow(neo4j.database, request, { by: "ada", why: "its own name" });
    const history = await fetchHistory(neo4j.database, id);
    const file = join(folder, "edited.jsonl.gz");
    await dumpDatabase(neo4j.database, file);
    await removeAllNodes(neo4j.database);
    await restoreDatabase(neo4j.database, file, { by: "ben" });
    rmSync(file);
    expect(await fetchHistory(neo4j.database, id)).toEqual(history);
    const [last] = await fetchAuditLog(neo4j.database, { case: "sea-talks" });
    expect(last).toMatchObject({ by: "ben", action: "RESTORE" });
    const report = await loadDataset(neo4j.database, SEA_TALKS);
    expect(report.keptEdits.ids).toEqual([id]);
  });

  it("fills an empty database, where demarche restore says what it did", async () => {
    await unloadCase(neo4j.database, "lake-talks");
    await unloadCase(neo4j.database, "sea-talks");
    const { exitCode, stdout } = await runDemarche(["restore", DUMP], { environment: environment() });
    expect([exitCode, stdout]).toEqual([
      0,
      expect.stringMatching(
        /^lake-talks: restored, \d+ rows\nsea-talks: restored, 3 rows\nThe database is sound\.\n$/,
      ),
    ]);
    expect(await readGraph(neo4j.database)).toEqual(whole);
  });

  it("leaves every case old or new when it is killed, and finishes at the next try", async () => {
    const [home] = SEA_TALKS.tables.case;
    const renamed = { ...SEA_TALKS.tables, case: home ? [{ ...home, title: "The Old Sea Talks" }] : [] };
    await loadDataset(neo4j.database, makeDataset(renamed));
    const old = await readGraph(neo4j.database);
    for (const count of [1, 2]) {
      expect(await killAtLoad(["restore", DUMP, "--replace"], count)).toBe("SIGKILL");
      await recoverLoads(neo4j.database);
      expect([old, whole]).toContainEqual(await readGraph(neo4j.database));
    }
    await restoreDatabase(neo4j.database, DUMP, { replace: true });
    expect(await readGraph(neo4j.database)).toEqual(whole);
    expect((await runDoctor(neo4j.database)).isSound).toBe(true);
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

/** Runs a program and kills it while the n-th case is being put in place. */
async function killAtLoad(words: readonly string[], count: number): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, ["--import", "tsx", findPackageFile("src/cli/main.ts"), ...words], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment() },
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const seen = new Set<string>();
  while (seen.size < count && child.exitCode === null) {
    const [row] = await neo4j.database.read<{ load: { id: string } }>("load/read-load");
    if (row) seen.add(row.load.id);
  }
  child.kill("SIGKILL");
  await ended;
  return child.signalCode;
}
