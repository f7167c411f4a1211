import { describe, expect, it } from "vitest";
import { useDatabase } from "../support/neo4j.ts";

const world = useDatabase();

describe("runUserCypher(text)", () => {
  it("gives columns and rows", async () => {
    expect(await world.database.runUserCypher("RETURN 1 AS one")).toEqual({
      columns: ["one"],
      rows: [{ one: 1 }],
    });
  });
});
