import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeDataset, type Tables } from "../../src/dataset/dataset.ts";
import { toGraphRows } from "../../src/dataset/graph-rows.ts";
import { recordsFromGraph } from "../../src/dataset/records-from-graph.ts";
import {
  type ColumnDefinition,
  propertyName,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from "../../src/domain/tables.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { blankRecord } from "../support/blank-record.ts";
import { sortGraph } from "../support/read-graph.ts";

const HOME = blankRecord("case", { slug: "talks", title: "Talks", licence: "CC-BY-4.0" });
const PAPER = blankRecord("sources", { slug: "paper", publisher: "The  Paper", date: "2022-03" });

function actor(slug: string, values: object = {}) {
  return blankRecord("actors", { slug, name: slug, kind: "STATE", ...values });
}

function statement(slug: string, values: object) {
  return blankRecord("statements", {
    slug,
    status: "REPORTED",
    foundIn: ["paper"],
    actors: ["north"],
    ...values,
  });
}

function talks(tables: Partial<Tables>) {
  return makeDataset({ case: [HOME], sources: [PAPER], actors: [actor("north"), actor("south")], ...tables });
}

describe("toGraphRows(dataset)", () => {
  it("turns a statement into its node, the relations of its row, and one act for each actor", () => {
    const dataset = talks({
      demands: [blankRecord("demands", { slug: "truce", text: "a truce" })],
      statements: [
        statement("s1", {
          act: "DEMANDED",
          actors: ["north", "south"],
          target: "truce",
          date: "2022-03",
          dateBasis: "STATED",
          quote: "a truce",
          cites: ["paper"],
          citesOneOf: ["paper"],
        }),
      ],
    });
    const { nodes, relations } = toGraphRows(dataset);
    expect(nodes.find(({ id }) => id === "talks/s1")).toEqual({
      id: "talks/s1",
      labels: ["Record", "Statement"],
      properties: {
        id: "talks/s1",
        caseId: "talks",
        slug: "s1",
        act: "DEMANDED",
        date: "2022-03",
        dateBasis: "STATED",
        status: "REPORTED",
        quote: "a truce",
        earliest: "2022-03-01",
        latest: "2022-03-31",
        polarity: 1,
      },
    });
    const derived = {
      statementId: "talks/s1",
      date: "2022-03",
      status: "REPORTED",
      earliest: "2022-03-01",
      latest: "2022-03-31",
    };
    const s1 = "talks/s1";
    expect(
      relations.filter(({ from, to, properties }) => [from, to, properties.statementId].includes(s1)),
    ).toEqual([
      { type: "STATED", from: "talks/north", to: s1, properties: {} },
      { type: "STATED", from: "talks/south", to: s1, properties: {} },
      { type: "ON", from: s1, to: "talks/truce", properties: {} },
      { type: "FOUND_IN", from: s1, to: "talks/paper", properties: {} },
      { type: "CITES", from: s1, to: "talks/paper", properties: { scope: "SENTENCE", oneOf: false } },
      { type: "CITES", from: s1, to: "talks/paper", properties: { scope: "SENTENCE", oneOf: true } },
      { type: "IN_CASE", from: s1, to: "talks", properties: {} },
      { type: "DEMANDED", from: "talks/north", to: "talks/truce", properties: derived },
      { type: "DEMANDED", from: "talks/south", to: "talks/truce", properties: derived },
    ]);
  });

  it("gives a retracted statement no act, and lets the newer version correct the older one", () => {
    const demands = [blankRecord("demands", { slug: "truce", text: "a truce" })];
    const old = { act: "REJECTED", target: "truce", retractedAt: "2022-04-01T00:00:00Z" };
    const dataset = talks({
      demands,
      statements: [
        statement("s1", { act: "DEMANDED", target: "truce" }),
        statement("s1~2", old),
        statement("s1~1", old),
        statement("s2~1", old),
      ],
    });
    const { relations } = toGraphRows(dataset);
    expect(relations.filter(({ type }) => type === "CORRECTS")).toEqual([
      { type: "CORRECTS", from: "talks/s1", to: "talks/s1~2", properties: {} },
      { type: "CORRECTS", from: "talks/s1~2", to: "talks/s1~1", properties: {} },
    ]);
    expect(relations.filter(({ type }) => type === "REJECTED")).toEqual([]);
  });

  it("calls mediators those who mediated or offered to, not hosts, nor whose statement is retracted", () => {
    const dataset = talks({
      actors: ["north", "south", "east", "west"].map((slug) => actor(slug)),
      meetings: [blankRecord("meetings", { slug: "round", name: "Round", kind: "ROUND" })],
      statements: [
        statement("s1", { act: "MEDIATED", actors: ["north"], target: "round" }),
        statement("s2", { act: "OFFERED_TO_MEDIATE", actors: ["east"], target: "round" }),
        statement("s3", { act: "HOSTED", actors: ["south"], target: "round" }),
        statement("s4", {
          act: "MEDIATED",
          actors: ["west"],
          target: "round",
          retractedAt: "2022-04-01T00:00:00Z",
        }),
      ],
    });
    const { nodes } = toGraphRows(dataset);
    expect(nodes.filter(({ labels }) => labels.includes("Mediator")).map(({ id }) => id)).toEqual([
      "talks/north",
      "talks/east",
    ]);
  });

  it.each([
    ["STATED_AS_FACT", [["ASSERTED", "herald"]]],
    [
      "STATED_AS_FACT",
      [
        ["ASSERTED", "writer"],
        ["ASSERTED", "north"],
      ],
    ],
    ["ATTRIBUTED_ONLY", [["ASSERTED", "north"]]],
    ["ATTRIBUTED_ONLY", [["ACCUSED", "north"]]],
    [
      "CONTESTED",
      [
        ["ASSERTED", "north"],
        ["DISPUTED", "south"],
      ],
    ],
    [
      "CONTESTED",
      [
        ["ASSERTED", "herald"],
        ["DISPUTED", "south"],
      ],
    ],
    ["CONTESTED", [["DISPUTED", "south"]]],
    [
      "DENIED_BY_SOURCE",
      [
        ["ASSERTED", "north"],
        ["DISPUTED", "herald"],
      ],
    ],
    [undefined, []],
  ])("gives the standing %s to a claim with %j", (standing, acts) => {
    const dataset = talks({
      sources: [blankRecord("sources", { slug: "paper", publisher: "THE HERALD", author: ["A. Writer"] })],
      actors: [
        actor("north"),
        actor("south"),
        actor("herald", { aliases: ["The Herald"] }),
        actor("writer", { name: "a. writer" }),
      ],
      claims: [blankRecord("claims", { slug: "claim", text: "It is so." })],
      statements: acts.map(([act, who], at) => statement(`s${at}`, { act, actors: [who], target: "claim" })),
    });
    const node = toGraphRows(dataset).nodes.find(({ id }) => id === "talks/claim");
    expect(node?.properties.standing).toBe(standing);
  });
});

describe("recordsFromGraph(rows)", () => {
  it("gives back every row of any case", () => {
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        const tables = recordsFromGraph(toGraphRows(dataset));
        expect(tables).toEqual(inOrder(dataset.tables));
      }),
      { numRuns: 80 },
    );
  });

  it("gives rows that make the same graph", () => {
    fc.assert(
      fc.property(arbitraryDataset(), (dataset) => {
        const rows = toGraphRows(dataset);
        const again = toGraphRows({ tables: recordsFromGraph(rows) });
        expect(sortGraph(again)).toEqual(sortGraph(rows));
      }),
      { numRuns: 50 },
    );
  });
});

/** What a graph keeps of tables: rows by slug or cells, slugs in a cell in order, alternatives after the first. */
function inOrder(tables: Tables): Tables {
  const sorted = TABLE_NAMES.map((table) => {
    const rows = tables[table].map((row) => cellsInOrder(table, row as Record<string, unknown>));
    const keyed = rows.map(
      (row) => [typeof row.slug === "string" ? row.slug : JSON.stringify(Object.values(row)), row] as const,
    );
    return [
      table,
      keyed.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)).map(([, row]) => row),
    ];
  });
  return Object.fromEntries(sorted) as Tables;
}

function cellsInOrder(table: TableName, row: Record<string, unknown>): Record<string, unknown> {
  const isNode = TABLES[table].node !== null;
  const cells = (TABLES[table].columns as readonly ColumnDefinition[]).map(({ name, type }) => {
    const property = propertyName(name);
    const value = type === "day-time" ? row[property] && shortTime(String(row[property])) : row[property];
    if (!isNode || type !== "references" || !Array.isArray(value)) return [property, value];
    const [first, ...rest] = value as string[];
    if (name !== "in_response_to") return [property, [...new Set(value as string[])].sort()];
    return [property, first === undefined ? [] : [first, ...rest.sort()]];
  });
  return Object.fromEntries(cells);
}

function shortTime(time: string): string {
  return time
    .replace(/\.?0*Z$/, (end) => (end.startsWith(".") ? "Z" : end))
    .replace(/(\.\d*[1-9])0+Z$/, "$1Z");
}
