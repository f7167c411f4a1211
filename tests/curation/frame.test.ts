import { describe, expect, it } from "vitest";
import { readQueryText } from "../../src/database/query-texts.ts";
import { nodeMapping } from "../../src/dataset/graph-mapping.ts";
import { LINK_RELATIONS } from "../../src/domain/relations.ts";
import { TABLE_NAMES, TABLES } from "../../src/domain/tables.ts";
import { NODE_KINDS } from "../../src/domain/vocabulary.ts";

const labelsIn = (query: string) =>
  [...readQueryText(query).matchAll(/\(n:(\w+) \{/g)].map((match) => match[1]);
const sorted = (names: Iterable<unknown>) => [...new Set(names)].sort();

// Neo4j plans labels and types that a query names far better than those that come as parameters.
describe("what an edit of a large case always reads", () => {
  const LABELS = [...NODE_KINDS.filter((kind) => kind !== "Statement"), "FormerId", "Case"];

  it.each(["curation/frame-nodes", "curation/frame-relations"])(
    "%s names all kinds but statements",
    (query) => {
      expect(sorted(labelsIn(query))).toEqual(sorted(LABELS));
    },
  );

  it("has every relation that rows of other tables make", () => {
    const ofCells = TABLE_NAMES.filter(
      (table) => TABLES[table].node !== null && table !== "statements",
    ).flatMap((table) => nodeMapping(table).references.map(({ mapping }) => mapping.type));
    const ofRows = ["REPRESENTS", "MEMBER_OF", "CONTAINS", "SAME_AS", "NOW", ...LINK_RELATIONS];
    const [, types = ""] = /-\[r:([A-Z_|]+)\]->/.exec(readQueryText("curation/frame-relations")) ?? [];
    expect(sorted(types.split("|"))).toEqual(sorted([...ofCells, ...ofRows, "IN_CASE"]));
  });
});
