import { describe, expect, it } from "vitest";
import {
  actReference,
  columnReference,
  linkReference,
  ruleReference,
} from "../../src/dataset/describe-columns.ts";
import { ALL_RULES } from "../../src/dataset/rules.ts";
import { ACT_NAMES } from "../../src/domain/acts.ts";
import { LINK_RELATIONS } from "../../src/domain/relations.ts";
import { TABLE_NAMES, TABLES } from "../../src/domain/tables.ts";

describe("columnReference()", () => {
  it("describes each file with each of its columns, in their order", () => {
    const sections = columnReference().split(/^### /m).slice(1);
    const found = sections.map((section) => ({
      file: /`([^`]+)`/.exec(section)?.[1],
      columns: [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name),
    }));
    expect(found).toEqual(
      TABLE_NAMES.map((table) => ({
        file: TABLES[table].file,
        columns: TABLES[table].columns.map(({ name }) => name),
      })),
    );
  });

  it("tells what a column holds", () => {
    const lines = columnReference().split("\n");
    expect(lines).toContain(
      "| `size` | whole number |  | How many members, where the source gives a number. |",
    );
    expect(lines).toContain(
      "| `actors` | slugs of Actor, separated by `\\|` |  | Who did it; several for a joint act. |",
    );
    expect(lines).toContain(
      "| `status` | `REPORTED`, `CLAIMED`, `DISPUTED`, `OPINION` | yes | Whether the act took place. |",
    );
  });
});

describe("actReference()", () => {
  it("has a line for each act", () => {
    expect(names(actReference())).toEqual(ACT_NAMES);
    expect(actReference().split("\n")).toContain(
      "| `NOT_ACCEPTED` | −½ | Demand, Proposal, Meeting | The source says only that the actor did not accept; no word of refusal. | neither accepted, did not accept, was not prepared to |  |  |",
    );
  });
});

describe("linkReference()", () => {
  it("has a line for each relation", () => {
    expect(names(linkReference())).toEqual(LINK_RELATIONS);
  });
});

describe("ruleReference()", () => {
  it("has a line for each rule", () => {
    expect(names(ruleReference())).toEqual(ALL_RULES.map(({ name }) => name));
  });
});

function names(table: string): (string | undefined)[] {
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
}
