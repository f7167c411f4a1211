import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Neo4jDatabase, openDatabase } from "../../src/database/neo4j-database.ts";
import { isSupportedVersion } from "../../src/database/open-driver.ts";
import { shareAmongRequests, withinScope } from "../../src/database/request-scope.ts";
import { useDatabase } from "../support/neo4j.ts";

const world = useDatabase();
let database: Neo4jDatabase;

beforeAll(async () => {
  database = await openDatabase(world.server, { queryFolder: join(import.meta.dirname, "cypher") });
});

afterAll(async () => {
  await database.close();
});

describe("openDatabase(address)", () => {
  it("names the database and the version", () => {
    expect([database.databaseName, isSupportedVersion(database.version)]).toEqual(["neo4j", true]);
  });

  it("refuses a wrong password, naming user and address", async () => {
    await expect(openDatabase({ ...world.server, password: "wrong-password" })).rejects.toMatchObject({
      code: "DATABASE_REFUSED",
      message: `Neo4j at ${world.server.uri} refused user "neo4j" with this password. Check NEO4J_USER and NEO4J_PASSWORD.`,
    });
  });

  it("says that nothing listens at an address", async () => {
    const port = await freePort();
    await expect(openDatabase({ ...world.server, uri: `neo4j://127.0.0.1:${port}` })).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      message: `No Neo4j answers at neo4j://127.0.0.1:${port} (nothing listens there). Check that it runs and that NEO4J_URI is right (host, port, TLS), or leave NEO4J_URI empty for the embedded one.`,
    });
  });

  it("says that what listens at an address is no Neo4j", async () => {
    const server = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    const opening = openDatabase({
      ...world.server,
      uri: `bolt://127.0.0.1:${port}`,
      connectionTimeoutMs: 2_000,
    });
    await expect(opening).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      message: expect.stringContaining("(HTTP answers there; Bolt usually has port 7687)"),
    });
    server.close();
  });

  it("takes no other scheme, and never repeats a password in an address", async () => {
    const uri = "https://neo4j:s3cret@example.org";
    await expect(openDatabase({ ...world.server, uri })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message:
        '"https://example.org" is not an address of Neo4j: begin with one of neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s://, bolt+ssc://.',
    });
  });

  it("says that a database of this name is not there", async () => {
    await expect(openDatabase({ ...world.server, database: "nowhere" })).rejects.toMatchObject({
      code: "DATABASE_REFUSED",
      message:
        "This Neo4j has no database of that name: correct NEO4J_DATABASE, or leave it empty for the usual one.",
    });
  });
});

describe("isSupportedVersion(version)", () => {
  it.each(["5.23.0", "5.26.30", "5.27-aura", "2025.01.0", "2025.06.2", "6.0.0"])("takes %s", (version) => {
    expect(isSupportedVersion(version)).toBe(true);
  });
  it.each(["4.4.42", "5.0.0", "5.9.0", "5.22.0", "", "dev"])("refuses %j", (version) => {
    expect(isSupportedVersion(version)).toBe(false);
  });
});

describe("read(query, parameters)", () => {
  it("gives back any value that JSON can hold", async () => {
    const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 3 }).filter(isStorable);
    await fc.assert(
      fc.asyncProperty(value, async (sent) => {
        expect(await database.read("tests/echo", { value: sent })).toEqual([{ value: sent }]);
      }),
      { numRuns: 200 },
    );
  });

  it("sends whole numbers as integers, others as floats, and absent ones as null", async () => {
    const sent = { whole: 3, part: 2.5, none: undefined, big: Number.MAX_SAFE_INTEGER };
    expect(await database.read("tests/echo", { value: sent })).toEqual([
      { value: { whole: 3, part: 2.5, none: null, big: Number.MAX_SAFE_INTEGER } },
    ]);
  });

  it("gives integers beyond the safe range as digits", async () => {
    const { rows } = await database.runUserCypher("RETURN 9007199254740993 AS big, 9007199254740991 AS safe");
    expect(rows).toEqual([{ big: "9007199254740993", safe: 9007199254740991 }]);
  });

  it("gives times as ISO text, DATETIME in UTC without trailing zeros", async () => {
    const { rows } = await database.runUserCypher(
      `RETURN date('2022-03-29') AS date, datetime('2022-03-29T12:00:00.25+03:00') AS offset,
       datetime('2022-03-29T12:00:00[Europe/Kyiv]') AS zone, datetime('2022-03-29T12:00:00.000001Z') AS fine,
       localdatetime('2022-03-29T12:00:00') AS local, duration('P1M2DT3S') AS duration, date('-0043-03-15') AS early`,
    );
    expect(rows).toEqual([
      {
        date: "2022-03-29",
        offset: "2022-03-29T09:00:00.25Z",
        zone: "2022-03-29T09:00:00Z",
        fine: "2022-03-29T12:00:00.000001Z",
        local: "2022-03-29T12:00:00",
        duration: "P1M2DT3S",
        early: "-000043-03-15",
      },
    ]);
  });

  it("refuses to write", async () => {
    const write = database.read("tests/add-code", { code: "x" });
    await expect(write).rejects.toMatchObject({ code: "DATABASE_REFUSED" });
  });

  it("names the query that Neo4j does not take, never its Cypher", async () => {
    await expect(database.read("tests/broken")).rejects.toMatchObject({
      code: "INTERNAL",
      message: 'The query "tests/broken" failed in Neo4j (Neo.ClientError.Statement.SyntaxError).',
    });
  });

  it("names a query that is not there", async () => {
    await expect(database.read("tests/nothing")).rejects.toThrow('There is no query "tests/nothing"');
    await expect(database.read("../secret")).rejects.toThrow('"../secret" is not the name of a query.');
  });

  it("ends the query in Neo4j when the time is up", async () => {
    await expect(database.read("tests/endless", {}, { timeoutMs: 300 })).rejects.toMatchObject({
      code: "TIMEOUT",
    });
    expect(await isEndlessGone()).toBe(true);
  });

  it("ends the query in Neo4j when it is called off, and gives the reason", async () => {
    const controller = new AbortController();
    const reading = database.read("tests/endless", {}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("the user left")), 300);
    await expect(reading).rejects.toThrow("the user left");
    expect(await isEndlessGone()).toBe(true);
  });

  it("ends the query in Neo4j when the request that it is for is over", async () => {
    const controller = new AbortController();
    const scope = { bookmarks: [], signal: controller.signal };
    const reading = withinScope(scope, () => database.read("tests/endless"));
    setTimeout(() => controller.abort(new Error("the client left")), 300);
    await expect(reading).rejects.toThrow("the client left");
    expect(await isEndlessGone()).toBe(true);
  });

  it("goes on with what several requests wait for when one of them is over", async () => {
    const scope = { bookmarks: [], signal: AbortSignal.abort() };
    const read = () => database.read("tests/echo", { value: 1 });
    expect(await withinScope(scope, () => shareAmongRequests(read))).toEqual([{ value: 1 }]);
  });

  it("refuses a bookmark that Neo4j does not know", async () => {
    const scope = { bookmarks: ["FB:none"], signal: null };
    const reading = withinScope(scope, () => database.read("tests/echo", { value: 1 }));
    await expect(reading).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("counts a signal that timed out as a time limit", async () => {
    const reading = database.read("tests/endless", {}, { signal: AbortSignal.timeout(200) });
    await expect(reading).rejects.toMatchObject({ code: "TIMEOUT" });
  });

  it("does not begin what is called off already", async () => {
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(database.read("tests/echo", { value: 1 }, { signal })).rejects.toThrow("too late");
  });
});

describe("stream(query, parameters)", () => {
  it("gives 100,000 rows in order without holding them", async () => {
    const before = process.memoryUsage().heapUsed;
    let [count, sum, most] = [0, 0, 0];
    for await (const row of database.stream<{ number: number }>("tests/numbers", { last: 100_000 })) {
      count += 1;
      sum += row.number;
      if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect([count, sum]).toEqual([100_000, 5_000_050_000]);
    // Held as objects they would take more than 100 MB.
    expect(most).toBeLessThan(80_000_000);
  });

  it("may be left early", async () => {
    const seen: number[] = [];
    for await (const row of database.stream<{ number: number }>("tests/numbers", { last: 1_000_000 })) {
      seen.push(row.number);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it("ends when the time is up", async () => {
    await expect(readAll(database.stream("tests/endless", {}, { timeoutMs: 300 }))).rejects.toMatchObject({
      code: "TIMEOUT",
    });
    expect(await isEndlessGone()).toBe(true);
  });

  it("names the query that fails", async () => {
    await expect(readAll(database.stream("tests/broken"))).rejects.toThrow('The query "tests/broken" failed');
  });
});

describe("write(work)", () => {
  it("stores dates, times, integers and floats as such, and shows them to the next read", async () => {
    const added = await database.write((transaction) =>
      transaction.run("tests/add", {
        name: "kept",
        on: "2022-03-29",
        at: "2022-03-29T12:00:00Z",
        count: 3,
        share: 1,
      }),
    );
    expect(added).toEqual([
      { thing: { name: "kept", on: "2022-03-29", at: "2022-03-29T12:00:00Z", count: 3, share: 1 } },
    ]);
    expect(await database.read("tests/count", { name: "kept" })).toEqual([{ count: 1 }]);
  });

  it("keeps nothing when the work fails, and passes the fault on as it is", async () => {
    const fault = new Error("half-way");
    const writing = database.write(async (transaction) => {
      await transaction.run("tests/add", {
        name: "dropped",
        on: "2022-03-29",
        at: "2022-03-29T12:00:00Z",
        count: 3,
        share: 1,
      });
      throw fault;
    });
    await expect(writing).rejects.toBe(fault);
    expect(await database.read("tests/count", { name: "dropped" })).toEqual([{ count: 0 }]);
  });

  it("reports what a constraint forbids as CONFLICT", async () => {
    await database.write((transaction) => transaction.run("tests/unique"));
    await database.write((transaction) => transaction.run("tests/add-code", { code: "twice" }));
    const again = database.write((transaction) => transaction.run("tests/add-code", { code: "twice" }));
    await expect(again).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Something with the same id is already there. Look again, then retry.",
    });
  });

  it("gives nodes and relationships as their properties, a path as both", async () => {
    expect(await database.write((transaction) => transaction.run("tests/path"))).toEqual([
      {
        path: { nodes: [{ name: "a" }, { name: "c" }], relationships: [{ why: "b" }] },
        node: { name: "a" },
        relationship: { why: "b" },
      },
    ]);
  });
});

describe("runUserCypher(text)", () => {
  it("gives columns and rows, nodes with their labels", async () => {
    await database.write((transaction) => transaction.run("tests/add-code", { code: "shown" }));
    expect(
      await database.runUserCypher("MATCH (thing:Thing {code: $code}) RETURN thing, 1 AS one;", {
        code: "shown",
      }),
    ).toEqual({
      columns: ["thing", "one"],
      rows: [{ thing: { labels: ["Thing"], properties: { code: "shown" } }, one: 1 }],
    });
  });

  it("gives the columns of an empty answer", async () => {
    expect(await database.runUserCypher("MATCH (n:Nothing) RETURN n.a AS a, n.b AS b")).toEqual({
      columns: ["a", "b"],
      rows: [],
    });
  });

  it.each([
    "CREATE (n)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS",
    "EXPLAIN CREATE (n)",
    "// RETURN 1\nCREATE (n)",
    "/* RETURN 1 */ MERGE (n:X) RETURN n",
    "CREATE INDEX some FOR (n:X) ON (n.y)",
    "DROP CONSTRAINT thing_code",
    "CALL db.createLabel('X')",
    "CREATE USER eve SET PASSWORD 'password'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "SHOW USERS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "SHOW TRANSACTIONS YIELD transactionId AS id TERMINATE TRANSACTIONS id YIELD message RETURN message",
    "CALL dbms.listConfig()",
    "CYPHER 5 CREATE (n)",
  ])("refuses %j", async (text) => {
    await expect(database.runUserCypher(text)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message:
        "This Cypher would change the database or its settings; only reading is allowed here. Edit through `demarche load` or the API.",
    });
  });

  it("says what is wrong and where, as the user typed it", async () => {
    await expect(database.runUserCypher("RETURN nothing")).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: "Neo4j does not take this Cypher: Variable `nothing` not defined (line 1, column 8)",
    });
  });

  it("reads no files of the server", async () => {
    await expect(
      database.runUserCypher("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line"),
    ).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("keeps to a time limit", async () => {
    const text =
      "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a = b RETURN count(*)";
    await expect(database.runUserCypher(text, {}, { timeoutMs: 300 })).rejects.toMatchObject({
      code: "TIMEOUT",
    });
    expect(await isEndlessGone()).toBe(true);
  });
});

/** Neo4j looks at its interrupts now and then: give it a few seconds. */
async function isEndlessGone(): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const [row] = await database.read<{ count: number }>("tests/running");
    if (row?.count === 0) return true;
    await sleep(100);
  }
  return false;
}

async function readAll(rows: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** JSON knows −0, Neo4j's integers do not; numbers that are whole but beyond the safe range travel as floats. */
function isStorable(value: unknown): boolean {
  return !JSON.stringify(value, (_, item) => (Object.is(item, -0) ? "minus zero" : item)).includes(
    "minus zero",
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
