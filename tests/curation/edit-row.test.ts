import { beforeEach, describe, expect, it } from "vitest";
import type { EditContext, EditRequest } from "../../src/curation/edit.ts";
import { editRow } from "../../src/curation/edit-row.ts";
import { fetchHistory } from "../../src/curation/history.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";

const neo4j = useDatabase();
const LOADED = "2026-01-01T00:00:00Z";
const EDITED = "2026-02-01T00:00:00Z";
const at = (time: string) => () => new Date(time);
const ADA: EditContext = { by: "ada", why: "misread", now: at(EDITED) };

beforeEach(async () => {
  await prepareSchema(neo4j.database);
  await removeAllNodes(neo4j.database);
  await loadDataset(neo4j.database, EXAMPLE_CASE, { now: at(LOADED), by: "loader" });
});

/** A sound statement; with other fields where given. */
function backing(fields: object = {}): EditRequest {
  return {
    action: "RECORD",
    table: "statements",
    case: "lake-talks",
    slug: null,
    fields: {
      act: "BACKED",
      actors: ["lake-talks/westmark"],
      target: "zone-20",
      status: "REPORTED",
      date: "2021-05",
      dateBasis: "STATED",
      foundIn: ["lake-report"],
      quote: "Westmark backed it",
      locator: "¶9",
      ...fields,
    },
  };
}

async function versionOf(id: string): Promise<string> {
  return (await fetchHistory(neo4j.database, id)).version ?? "";
}

async function change(
  action: "CORRECT" | "UPDATE" | "RETRACT",
  id: string,
  fields: object = {},
): Promise<EditRequest> {
  const { kind, version } = await fetchHistory(neo4j.database, id);
  const table = kind === "Statement" ? "statements" : "actors";
  return { action, table, id, seen: version ?? "", fields: { ...fields } };
}

async function nodeOf(id: string) {
  const { nodes, relations } = await readGraph(neo4j.database);
  const node = nodes.find((candidate) => candidate.id === id);
  const acts = relations.filter(
    ({ properties }) => (properties as { statementId?: string }).statementId === id,
  );
  return { node, acts: acts.map(({ type, from, to }) => `${from} ${type} ${to}`) };
}

async function brokenChecks(): Promise<string[]> {
  const { findings } = await runDoctor(neo4j.database);
  return findings.filter(({ count }) => count > 0).map(({ name }) => name);
}

describe("editRow(database, request, context)", () => {
  it("records a statement with all that follows from it, named after what it says", async () => {
    const edit = await editRow(neo4j.database, backing(), ADA);
    const id = "lake-talks/westmark-backed-zone-20";
    expect({ ...edit, id: "", version: "", changes: edit.changes.map(({ field }) => field).sort() }).toEqual({
      id: "",
      at: EDITED,
      by: "ada",
      action: "RECORD",
      why: "misread",
      record: id,
      version: "",
      keptAs: null,
      changes: ["act", "actors", "date", "dateBasis", "foundIn", "locator", "quote", "status", "target"],
      warnings: [],
    });
    const { node, acts } = await nodeOf(id);
    expect(acts).toEqual(["lake-talks/westmark BACKED lake-talks/zone-20"]);
    expect(node?.properties).toMatchObject({ recordedAt: EDITED, earliest: "2021-05-01", polarity: 1 });
    expect(await brokenChecks()).toEqual([]);
  });

  it("writes nothing else", async () => {
    const before = await readGraph(neo4j.database);
    const { record } = await editRow(neo4j.database, backing(), ADA);
    const after = await readGraph(neo4j.database);
    const others = after.relations.filter(
      ({ from, to, properties }) =>
        from !== record && to !== record && (properties as { statementId?: string }).statementId !== record,
    );
    expect(after.nodes.filter(({ id }) => id !== record)).toEqual(before.nodes);
    expect(others).toEqual(before.relations);
  });

  it("corrects a statement: what stood is retracted and kept, and its derived relations go", async () => {
    const request = await change("CORRECT", "lake-talks/s-05", { act: "CRITICISED" });
    const edit = await editRow(neo4j.database, request, ADA);
    expect([edit.keptAs, edit.changes]).toEqual([
      "lake-talks/s-05~1",
      [{ field: "act", before: ["REJECTED"], after: ["CRITICISED"] }],
    ]);
    expect((await nodeOf("lake-talks/s-05")).acts).toEqual([
      "lake-talks/southland CRITICISED lake-talks/zone-40",
    ]);
    const old = await nodeOf("lake-talks/s-05~1");
    expect(old.acts).toEqual([]);
    expect(old.node?.properties).toMatchObject({ act: "REJECTED", recordedAt: LOADED, retractedAt: EDITED });
    expect(await brokenChecks()).toEqual([]);
  });

  it("retracts a statement in its place, so that what answers it still does", async () => {
    await editRow(neo4j.database, await change("RETRACT", "lake-talks/s-04"), ADA);
    const { node, acts } = await nodeOf("lake-talks/s-04");
    expect([acts, node?.properties]).toEqual([[], expect.objectContaining({ retractedAt: EDITED })]);
    expect(await brokenChecks()).toEqual([]);
  });

  it("keeps the label Mediator and the standing of claims true", async () => {
    const mediator = async () => (await nodeOf("lake-talks/westmark")).node?.labels;
    expect(await mediator()).toContain("Mediator");
    await editRow(neo4j.database, await change("RETRACT", "lake-talks/s-14"), ADA);
    expect(await mediator()).toEqual(["Actor", "Record"]);
    await editRow(neo4j.database, await change("RETRACT", "lake-talks/s-20"), ADA);
    const claim = (await nodeOf("lake-talks/northland-broke-accord")).node?.properties;
    expect(claim).toMatchObject({ standing: "ATTRIBUTED_ONLY" });
    expect(await brokenChecks()).toEqual([]);
  });

  it("updates a record, and keeps what it was", async () => {
    const edit = await editRow(
      neo4j.database,
      await change("UPDATE", "lake-talks/westmark", { aliases: ["West", "The Mark"] }),
      ADA,
    );
    expect(edit.keptAs).toBe("lake-talks/westmark~1");
    expect((await nodeOf("lake-talks/westmark~1")).node?.labels).toEqual(["Record", "RetiredActor"]);
    expect((await nodeOf("lake-talks/westmark")).node?.properties).toMatchObject({
      aliases: ["West", "The Mark"],
    });
    expect(await brokenChecks()).toEqual([]);
  });

  it("creates a record that statements can then be about", async () => {
    await editRow(
      neo4j.database,
      {
        action: "CREATE",
        table: "demands",
        case: "lake-talks",
        slug: "zone-15",
        fields: { text: "a zone of 15 kilometres", issue: "fishing-zone", value: 15, bound: "EXACT" },
      },
      ADA,
    );
    const { record } = await editRow(neo4j.database, backing({ target: "lake-talks/zone-15" }), ADA);
    expect((await nodeOf(record)).acts).toEqual(["lake-talks/westmark BACKED lake-talks/zone-15"]);
    expect(await brokenChecks()).toEqual([]);
  });

  it("refuses what breaks rules, all of them with their fields, and writes nothing", async () => {
    const before = await readGraph(neo4j.database);
    const refused = editRow(
      neo4j.database,
      backing({ act: "BAKED", target: "zone-99", date: "2021-13", foundIn: [], quote: "a\u0007b" }),
      ADA,
    );
    await expect(refused).rejects.toMatchObject({ code: "INVALID_EDIT" });
    const { details } = (await refused.catch((error) => error)) as { details: { problems: object[] } };
    expect(details.problems).toEqual([
      expect.objectContaining({ rule: "cell-type", field: "act", severity: "error" }),
      expect.objectContaining({ rule: "edtf-date", field: "date" }),
      expect.objectContaining({ rule: "control-character", field: "quote" }),
      expect.objectContaining({ rule: "unknown-reference", field: "target" }),
      expect.objectContaining({ rule: "missing-source", field: "foundIn" }),
    ]);
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it("makes an edit that is only advised against, and says so", async () => {
    const { warnings } = await editRow(neo4j.database, backing({ quote: null }), ADA);
    expect(warnings).toEqual([
      {
        rule: "missing-quote",
        severity: "warning",
        field: "quote",
        message: 'Statement "westmark-backed-zone-20" quotes nothing: fill in the words that carry it.',
      },
    ]);
  });

  it.each([
    [backing({ slug: "x" }), 'Editors fill in no field "slug" of statements.'],
    [
      { ...backing(), slug: "zone-20" },
      '"lake-talks/zone-20" is there already, in demands: choose another slug, or change that row.',
    ],
    [
      { ...backing(), slug: "s-05~1" },
      '"s-05~1" cannot be a slug: take lower-case letters and digits, in parts joined by "-", such as "northland-demands-zone".',
    ],
    [{ ...backing(), case: "sea-talks" }, 'There is no case "sea-talks". Loaded are lake-talks.'],
    [
      { action: "RETRACT", table: "statements", id: "lake-talks/s-5", seen: "", fields: {} },
      'There is no statement "s-5" in case "lake-talks".',
    ],
    [
      { action: "RETRACT", table: "statements", id: "s-05", seen: "", fields: {} },
      '"s-05" is a slug: give the id, case/slug.',
    ],
  ] as [EditRequest, string][])("refuses %o with words that help", async (request, message) => {
    await expect(editRow(neo4j.database, request, ADA)).rejects.toThrow(message);
  });

  it("refuses an edit that changes nothing", async () => {
    const same = await change("CORRECT", "lake-talks/s-05", { act: "REJECTED" });
    await expect(editRow(neo4j.database, same, ADA)).rejects.toThrow(
      "What was sent changes nothing of lake-talks/s-05.",
    );
    await expect(editRow(neo4j.database, { ...same, fields: {} }, ADA)).rejects.toThrow(
      "give at least one field",
    );
  });

  it("lets one of two edits of the same thing win; the other hears what changed", async () => {
    const seen = await versionOf("lake-talks/s-05");
    const edits = ["CRITICISED", "NOT_ACCEPTED"].map((act) =>
      editRow(
        neo4j.database,
        { action: "CORRECT", table: "statements", id: "lake-talks/s-05", seen, fields: { act } },
        ADA,
      ),
    );
    const results = await Promise.allSettled(edits);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const won = results.find((result) => result.status === "fulfilled")?.value;
    const lost = results.find((result) => result.status === "rejected")?.reason;
    expect([lost.code, lost.details]).toEqual([
      "CONFLICT",
      { id: "lake-talks/s-05", version: won?.version, changes: won?.changes },
    ]);
    expect((await fetchHistory(neo4j.database, "lake-talks/s-05")).versions).toHaveLength(2);
  });

  it("lets edits of different things go on side by side", async () => {
    const requests = await Promise.all(
      ["s-05", "s-06", "s-07"].map((slug) => change("CORRECT", `lake-talks/${slug}`, { note: "checked" })),
    );
    await Promise.all(requests.map((request) => editRow(neo4j.database, request, ADA)));
    expect(await brokenChecks()).toEqual([]);
  });

  it("tells who retracted what somebody else wants to correct", async () => {
    const request = await change("CORRECT", "lake-talks/s-05", { act: "CRITICISED" });
    await editRow(neo4j.database, { ...request, action: "RETRACT", fields: {} } as EditRequest, ADA);
    await expect(editRow(neo4j.database, request, ADA)).rejects.toMatchObject({
      code: "CONFLICT",
      message: `lake-talks/s-05 was retracted at ${EDITED}: record a statement anew instead.`,
    });
  });

  it("makes an edit once that is sent twice under one key, and answers alike", async () => {
    const keyed = { ...ADA, clientKey: "k1" };
    const [first, second] = await Promise.all([
      editRow(neo4j.database, backing(), keyed),
      editRow(neo4j.database, backing(), keyed),
    ]);
    expect(second).toEqual(first);
    await expect(editRow(neo4j.database, backing({ act: "WELCOMED" }), keyed)).rejects.toThrow(
      'The client key "k1" was given to another edit, of lake-talks/westmark-backed-zone-20: give this one a key of its own.',
    );
    const other = await editRow(neo4j.database, backing(), { ...keyed, by: "ben" });
    expect(other.record).toBe("lake-talks/westmark-backed-zone-20-2");
  });
});
