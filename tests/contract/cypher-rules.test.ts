import { describe, expect, it } from "vitest";
import { findForeignCypher } from "../../scripts/cypher-rules.ts";
import { listQueries, readSources } from "../../scripts/read-sources.ts";

const find = (path: string, text: string, queries: readonly string[] = []) =>
  findForeignCypher([{ path, text }], new Set(queries));

describe("findForeignCypher(sources, queries)", () => {
  it("finds nothing in Demarche: all Cypher comes from cypher/", () => {
    expect(findForeignCypher(readSources(), listQueries())).toEqual([]);
  });

  it("finds a text that looks like Cypher, plain or put together", () => {
    const text = "const a = 'MATCH (n) RETURN n';\nconst b = `MERGE (n:$" + "{label} {id: 1})`;";
    expect(find("src/analytics/a.ts", text)).toEqual([
      "src/analytics/a.ts:1: looks like Cypher: MATCH (n) RETURN n",
      "src/analytics/a.ts:2: looks like Cypher: MERGE (n:$" + "{label} {id: 1})",
    ]);
  });

  it("leaves words alone that Cypher shares with English", () => {
    expect(find("src/cli/a.ts", 'say("CALL"); say("Show the case (all of it)"); say("MATCH");')).toEqual([]);
  });

  it("finds who speaks to the driver outside of src/database", () => {
    const text = "await database.driver.session().run(text);";
    expect(find("src/graphql/a.ts", text)).toEqual([
      "src/graphql/a.ts:1: speaks to the driver by session",
      "src/graphql/a.ts:1: speaks to the driver by driver",
    ]);
  });

  it("follows a text through variables and parameters to readQueryText", () => {
    const text = `
      async function read(session, name) { const text = readQueryText(name); return await ask(session, text); }
      async function ask(session, text) { return await session.run(text); }`;
    expect(find("src/database/a.ts", text)).toEqual([]);
  });

  it("finds a text in src/database that somebody hands in from elsewhere", () => {
    const text = `
      async function read(session, name) { return await ask(session, name + " LIMIT 1"); }
      async function ask(session, text) { return await session.run(text); }`;
    expect(find("src/database/a.ts", text)).toEqual([
      "src/database/a.ts:3: runs a text that is not traced to readQueryText",
    ]);
  });

  it("finds a query that is not there, and one that nothing names", () => {
    const text = 'await database.read("analytics/trace"); await database.read("analytics/tarce");';
    expect(find("src/analytics/a.ts", text, ["analytics/trace", "analytics/paths"])).toEqual([
      "src/analytics/a.ts:1: there is no cypher/analytics/tarce.cypher",
      "cypher/analytics/paths.cypher: nothing names it",
    ]);
  });

  it("takes queries of a folder, or of a name's beginning, as named", () => {
    const text = 'queryNames("doctor"); await database.read(`analytics/network-$' + "{name}`);";
    expect(find("src/loading/a.ts", text, ["doctor/orphan", "analytics/network-ties"])).toEqual([]);
  });
});
