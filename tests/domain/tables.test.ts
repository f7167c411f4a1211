import { describe, expect, it } from "vitest";
import { LINKS } from "../../src/domain/relations.ts";
import {
  type ColumnDefinition,
  propertyName,
  TABLE_NAMES,
  TABLES,
  type TableDefinition,
} from "../../src/domain/tables.ts";
import { NODE_KINDS } from "../../src/domain/vocabulary.ts";

const tables: readonly TableDefinition[] = TABLE_NAMES.map((name) => TABLES[name]);

describe("TABLES", () => {
  it("hold each kind of node in one table, with a slug as its first column", () => {
    const kinds = tables.flatMap(({ node }) => node ?? []);
    expect([...kinds].sort()).toEqual(["Case", ...NODE_KINDS].sort());
    const slugless = tables.filter(({ node, columns }) => node !== null && columns[0]?.type !== "slug");
    expect(slugless).toEqual([]);
  });

  it("name each file, column and property once", () => {
    expect(new Set(tables.map(({ file }) => file)).size).toBe(tables.length);
    for (const { columns } of tables) {
      expect(new Set(columns.map(({ name }) => propertyName(name))).size).toBe(columns.length);
    }
  });

  it("give values to closed sets and kinds to references, and to nothing else", () => {
    const odd = (column: ColumnDefinition) =>
      (column.type === "enum") !== (column.values !== undefined) ||
      (column.type === "reference" || column.type === "references") !== (column.refersTo !== undefined);
    expect(tables.flatMap(({ columns }) => columns.filter(odd))).toEqual([]);
  });

  it("end in the evidence where they state facts", () => {
    const evidence = ["quote", "locator", "found_in", "cites", "cites_paragraph", "cites_one_of", "note"];
    const stating = tables.filter(({ columns }) => columns.some(({ name }) => name === "cites"));
    expect(stating.map(({ file }) => file)).toEqual([
      "actors.csv",
      "representations.csv",
      "issues.csv",
      "demands.csv",
      "proposals.csv",
      "provisions.csv",
      "meetings.csv",
      "events.csv",
      "claims.csv",
      "statements.csv",
      "links.csv",
    ]);
    for (const { columns } of stating) expect(columns.slice(-7).map(({ name }) => name)).toEqual(evidence);
  });
});

describe("LINKS", () => {
  it("join kinds of nodes, each pair once", () => {
    for (const { pairs } of LINKS) {
      const names = pairs.map(([from, to]) => `${from} ${to}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("propertyName(column)", () => {
  it("turns snake case into camel case", () => {
    expect(["slug", "actor_basis", "made_at_one_of", "iso3"].map(propertyName)).toEqual([
      "slug",
      "actorBasis",
      "madeAtOneOf",
      "iso3",
    ]);
  });
});
