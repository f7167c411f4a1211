import { beforeEach, describe, expect, it } from "vitest";
import { fetchAuditLog } from "../../src/curation/audit-log.ts";
import type { EditContext } from "../../src/curation/edit.ts";
import { editRow } from "../../src/curation/edit-row.ts";
import { fetchHistory } from "../../src/curation/history.ts";
import { linkSameAs } from "../../src/curation/same-as.ts";
import { type Dataset, makeDataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { blankRecord } from "../support/blank-record.ts";
import { useDatabase } from "../support/neo4j.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";

const neo4j = useDatabase();
const [JANUARY, FEBRUARY, MARCH, APRIL] = [
  "2026-01-01T00:00:00Z",
  "2026-02-01T00:00:00Z",
  "2026-03-01T00:00:00Z",
  "2026-04-01T00:00:00Z",
] as const;
const at = (time: string) => () => new Date(time);
const by = (name: string, why: string, time: string): EditContext => ({ by: name, why, now: at(time) });

/** A case of one actor who demands one thing. */
function talks(name: string, act: "DEMANDED" | "OFFERED" = "DEMANDED"): Dataset {
  return makeDataset({
    case: [blankRecord("case", { slug: "talks", title: "Talks", licence: "CC0-1.0" })],
    actors: [blankRecord("actors", { slug: "north", name, kind: "STATE" })],
    demands: [blankRecord("demands", { slug: "peace", text: "peace" })],
    sources: [blankRecord("sources", { slug: "report" })],
    statements: [
      blankRecord("statements", {
        slug: "s1",
        act,
        actors: ["north"],
        target: "peace",
        status: "REPORTED",
        foundIn: ["report"],
      }),
    ],
  });
}

beforeEach(async () => {
  await prepareSchema(neo4j.database);
  await removeAllNodes(neo4j.database);
  await loadDataset(neo4j.database, talks("North"), { now: at(JANUARY), by: "loader" });
});

async function correct(id: string, table: "statements" | "actors", fields: object, context: EditContext) {
  const { version } = await fetchHistory(neo4j.database, id);
  const action = table === "statements" ? ("CORRECT" as const) : ("UPDATE" as const);
  return await editRow(
    neo4j.database,
    { action, table, id, seen: version ?? "", fields: { ...fields } },
    context,
  );
}

describe("fetchHistory(database, id)", () => {
  it("shows what was loaded as its one version, with who loaded it", async () => {
    const { versions, ...state } = await fetchHistory(neo4j.database, "talks/s1");
    expect(state).toEqual({
      id: "talks/s1",
      kind: "Statement",
      stands: true,
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(versions).toEqual([
      {
        id: "talks/s1",
        version: state.version,
        recorded: { at: JANUARY, by: "loader", why: null, action: "LOAD" },
        ended: { at: null, by: null, why: null, action: null },
        fields: [
          { field: "act", values: ["DEMANDED"] },
          { field: "status", values: ["REPORTED"] },
          { field: "actors", values: ["north"] },
          { field: "target", values: ["peace"] },
          { field: "foundIn", values: ["report"] },
        ],
        changes: expect.arrayContaining([{ field: "act", before: [], after: ["DEMANDED"] }]),
      },
    ]);
  });

  it("tells of every correction who made it, when, why and what changed, newest first", async () => {
    await correct("talks/s1", "statements", { act: "OFFERED" }, by("ada", "misread", FEBRUARY));
    await correct("talks/s1", "statements", { note: "from a call" }, by("ben", "found more", MARCH));
    const { versions } = await fetchHistory(neo4j.database, "talks/s1");
    expect(versions.map(({ id, recorded, ended }) => ({ id, recorded, ended }))).toEqual([
      {
        id: "talks/s1",
        recorded: { at: MARCH, by: "ben", why: "found more", action: "CORRECT" },
        ended: { at: null, by: null, why: null, action: null },
      },
      {
        id: "talks/s1~2",
        recorded: { at: FEBRUARY, by: "ada", why: "misread", action: "CORRECT" },
        ended: { at: MARCH, by: "ben", why: "found more", action: "CORRECT" },
      },
      {
        id: "talks/s1~1",
        recorded: { at: JANUARY, by: "loader", why: null, action: "LOAD" },
        ended: { at: FEBRUARY, by: "ada", why: "misread", action: "CORRECT" },
      },
    ]);
    expect(versions[1]?.changes).toEqual([{ field: "act", before: ["DEMANDED"], after: ["OFFERED"] }]);
  });

  it("finds a record by its former id", async () => {
    const { settings, tables } = talks("North");
    const former_ids = [blankRecord("former_ids", { former: "nord", now: "north" })];
    await loadDataset(neo4j.database, makeDataset({ ...tables, former_ids }, settings), {
      now: at(FEBRUARY),
    });
    const history = await fetchHistory(neo4j.database, "talks/nord");
    expect(history).toEqual(await fetchHistory(neo4j.database, "talks/north"));
    expect(history.id).toBe("talks/north");
  });

  it("tells of a retraction, also by the id of a version", async () => {
    const { version } = await fetchHistory(neo4j.database, "talks/s1");
    await editRow(
      neo4j.database,
      { action: "RETRACT", table: "statements", id: "talks/s1", seen: version ?? "", fields: {} },
      by("ada", "coded twice", FEBRUARY),
    );
    const history = await fetchHistory(neo4j.database, "talks/s1~1");
    expect([history.id, history.stands, history.version]).toEqual(["talks/s1", false, null]);
    expect(history.versions[0]?.ended).toEqual({
      at: FEBRUARY,
      by: "ada",
      why: "coded twice",
      action: "RETRACT",
    });
  });

  it("keeps the earlier versions of other records as well", async () => {
    await correct("talks/north", "actors", { name: "Northland" }, by("ada", "full name", FEBRUARY));
    const { versions } = await fetchHistory(neo4j.database, "talks/north");
    expect(versions.map(({ id, changes }) => [id, changes])).toEqual([
      ["talks/north", [{ field: "name", before: ["North"], after: ["Northland"] }]],
      ["talks/north~1", expect.arrayContaining([{ field: "name", before: [], after: ["North"] }])],
    ]);
  });

  it("says so where there is no such thing", async () => {
    await expect(fetchHistory(neo4j.database, "talks/s2")).rejects.toThrow(
      'There is nothing "talks/s2" that has a history: give the id, case/slug; search finds it.',
    );
  });
});

describe("a load after edits", () => {
  const act = async () =>
    (await fetchHistory(neo4j.database, "talks/s1")).versions[0]?.fields.find(({ field }) => field === "act")
      ?.values;

  beforeEach(async () => {
    await correct("talks/s1", "statements", { act: "OFFERED" }, by("ada", "misread", FEBRUARY));
  });

  it("keeps them where the folder has the rows as they were, and says so", async () => {
    const report = await loadDataset(neo4j.database, talks("Northland"), { now: at(MARCH) });
    expect([report.keptEdits.ids, Object.keys(report.tables), await act()]).toEqual([
      ["talks/s1"],
      ["actors"],
      ["OFFERED"],
    ]);
    const again = await loadDataset(neo4j.database, talks("Northland"), { now: at(APRIL) });
    expect([again.outcome, await act()]).toEqual(["UNCHANGED", ["OFFERED"]]);
  });

  it("has nothing to keep any more once the folder has taken them up", async () => {
    await loadDataset(neo4j.database, talks("North", "OFFERED"), { now: at(MARCH) });
    await loadDataset(neo4j.database, talks("North", "DEMANDED"), { now: at(APRIL) });
    expect(await act()).toEqual(["DEMANDED"]);
  });

  it("refuses a folder that changed the same row, and writes nothing", async () => {
    const folder = talks("Northland");
    const changed = {
      ...folder.tables,
      statements: folder.tables.statements.map((row) => ({ ...row, note: "new" })),
    };
    await expect(loadDataset(neo4j.database, makeDataset(changed))).rejects.toMatchObject({
      code: "CONFLICT",
      details: { edited: ["talks/s1"] },
    });
    expect(await act()).toEqual(["OFFERED"]);
  });

  it("lets the folder win where that is asked for; the edit stays as history", async () => {
    await loadDataset(neo4j.database, talks("North"), { now: at(MARCH), discardEdits: true });
    expect(await act()).toEqual(["DEMANDED"]);
    expect((await fetchHistory(neo4j.database, "talks/s1")).versions).toHaveLength(3);
  });

  it("starts afresh after the case was deleted", async () => {
    await unloadCase(neo4j.database, "talks");
    await loadDataset(neo4j.database, talks("North"), { now: at(MARCH) });
    expect(await act()).toEqual(["DEMANDED"]);
  });
});

describe("fetchAuditLog(database, input)", () => {
  it("tells of every change, newest first: loads, edits, links, deletions", async () => {
    await correct("talks/north", "actors", { name: "Northland" }, by("ada", "full name", FEBRUARY));
    const sea = makeDataset({
      case: [blankRecord("case", { slug: "sea", title: "Sea", licence: "CC0-1.0" })],
      actors: [blankRecord("actors", { slug: "north", name: "North", kind: "STATE" })],
    });
    await loadDataset(neo4j.database, sea, { now: at(MARCH), by: "loader" });
    await unloadCase(neo4j.database, "sea", { now: at(APRIL), by: "cleaner" });
    const log = await fetchAuditLog(neo4j.database);
    expect(
      log.map(({ at: time, by: who, action, case: of, record, why }) => [time, who, action, of, record, why]),
    ).toEqual([
      [APRIL, "cleaner", "UNLOAD", "sea", null, null],
      [MARCH, "loader", "LOAD", "sea", null, null],
      [FEBRUARY, "ada", "UPDATE", "talks", "talks/north", "full name"],
      [JANUARY, "loader", "LOAD", "talks", null, null],
    ]);
    expect(await fetchAuditLog(neo4j.database, { case: "talks", before: FEBRUARY })).toHaveLength(1);
  });

  it("tells who linked two actors", async () => {
    const sea = makeDataset({
      case: [blankRecord("case", { slug: "sea", title: "Sea", licence: "CC0-1.0" })],
      actors: [blankRecord("actors", { slug: "north", name: "North", kind: "STATE" })],
    });
    await loadDataset(neo4j.database, sea, { now: at(MARCH) });
    await linkSameAs(neo4j.database, ["sea/north", "talks/north"], { why: "one state", by: "ada" });
    expect((await fetchAuditLog(neo4j.database))[0]).toMatchObject({
      by: "ada",
      action: "SAME_AS",
      record: "sea/north",
      why: "one state",
      changes: [{ field: "sameAs", before: [], after: ["talks/north"] }],
    });
  });

  it("is not told anything by a load that changes nothing", async () => {
    await loadDataset(neo4j.database, talks("North"));
    expect(await fetchAuditLog(neo4j.database)).toHaveLength(1);
  });

  it("refuses a number of entries that is out of range", async () => {
    await expect(fetchAuditLog(neo4j.database, { first: 0 })).rejects.toThrow(
      '"first" cannot be 0: give a number from 1 to 1000.',
    );
  });
});
