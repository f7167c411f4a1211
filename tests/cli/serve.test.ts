import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDataset } from "../../src/dataset/read-dataset.ts";
import { writeDataset } from "../../src/dataset/write-dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { writeLocked } from "../../src/loading/write-lock.ts";
import { sendEdit, slugOf } from "../faults/support/send-edit.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { serveInChild } from "../support/serve-in-child.ts";
import { cacheFolder } from "../support/server-desk.ts";

const LONG_MS = 900_000;
const neo4j = useDatabase();
beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

const metrics = async (url: string) => await (await fetch(new URL("metrics", url))).text();
const isGone = async (url: string) =>
  await fetch(new URL("healthz", url)).then(
    () => false,
    () => true,
  );

/** Number of the Neo4j process of a data folder. */
function readPid(dataFolder: string): number {
  return (JSON.parse(readFileSync(join(dataFolder, "server.json"), "utf8")) as { pid: number }).pid;
}

/** Waits until something holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

describe("demarche serve, told to stop", () => {
  it(
    "takes no more requests, finishes the edit that is being made, and ends with 0",
    async () => {
      const { uri, user, password } = neo4j.server;
      const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
      const serving = await serveInChild({ ...environment, DEMARCHE_LOG: "silent" });
      const order: string[] = [];
      // Whoever holds the lock holds up every edit.
      const { edit, ended } = await writeLocked(neo4j.database, null, async () => {
        const sent = sendEdit(serving, 1).then(() => order.push("answered"));
        await until(async () =>
          (await metrics(serving.url)).includes('demarche_requests{state="running"} 1'),
        );
        const end = serving.end("SIGTERM").then((code) => order.push(`ended ${code}`));
        await until(() => isGone(serving.url));
        order.push("closed");
        return { edit: sent, ended: end };
      });
      await Promise.all([edit, ended]);
      expect(order).toEqual(["closed", "answered", "ended 0"]);
      const ids = [`lake-talks/${slugOf(1)}`];
      expect(await neo4j.database.read("analytics/records-by-id", { ids })).toHaveLength(1);
    },
    LONG_MS,
  );
});

/** Makes a folder of the example whose notes make it large. */
async function makeLarge(folder: string): Promise<void> {
  const { dataset } = await readDataset(EXAMPLE_CASE);
  if (!dataset) throw new Error("The example is not sound.");
  const statements = dataset.tables.statements.map((row) => ({
    ...row,
    note: "a long note ".repeat(50_000),
  }));
  await writeDataset(folder, { ...dataset, tables: { ...dataset.tables, statements } });
}

describe("demarche serve with a Neo4j of its own", () => {
  const root = mkdtempSync(join(tmpdir(), "demarche-serve-"));
  const dataFolder = join(root, "data");
  const cache = join(cacheFolder(), "..");
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it(
    "fills a new database with a large folder by the bulk importer",
    async () => {
      const large = join(root, "large");
      await makeLarge(large);
      const environment = { DEMARCHE_DATA: join(root, "filled"), XDG_CACHE_HOME: cache };
      const serving = await serveInChild(environment, { folders: [large] });
      const asked = await fetch(new URL("graphql", serving.url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: '{ actors(where: { slug: { eq: "northland" } }) { id } }' }),
      });
      expect(await asked.json()).toEqual({ data: { actors: [{ id: "lake-talks/northland" }] } });
      expect(await serving.end("SIGTERM")).toBe(0);
      expect(await serving.log).toMatch(
        /Making the indexes .*Checking what was loaded .*lake-talks: loaded.*lake-talks: unchanged/s,
      );
    },
    LONG_MS,
  );

  it(
    "starts it again when it dies, and serves what it holds",
    async () => {
      const serving = await serveInChild({ DEMARCHE_DATA: dataFolder, XDG_CACHE_HOME: cache });
      const ready = async () => (await fetch(new URL("readyz", serving.url))).status === 200;
      await until(ready);
      const edit = sendEdit(serving, 1);
      await expect(edit).rejects.toMatchObject({ code: "UNKNOWN_CASE" });
      process.kill(readPid(dataFolder), "SIGKILL");
      await until(async () => !(await ready()));
      await until(ready);
      await expect(sendEdit(serving, 2)).rejects.toMatchObject({ code: "UNKNOWN_CASE" });
      expect(await serving.end("SIGTERM")).toBe(0);
      expect(await serving.log).toMatch(/"Neo4j has ended: starting it again".*"Neo4j runs again"/s);
    },
    LONG_MS,
  );
});
