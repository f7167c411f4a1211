import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../../../src/database/neo4j-database.ts";
import { identifyProcess, waitForEnd } from "../../../src/database/servers/embedded/process-identity.ts";
import {
  type EmbeddedOptions,
  type EmbeddedServer,
  startEmbedded,
} from "../../../src/database/servers/embedded.ts";
import type { ServerProgress } from "../../../src/database/servers/server.ts";
import { cacheFolder } from "../../support/server-desk.ts";

// Each of these starts and ends real servers, one after the other, on folders of its own.
vi.setConfig({ testTimeout: 240_000 });
const root = mkdtempSync(join(tmpdir(), "demarche-embedded-"));
const started: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const server of started.splice(0)) await server.stop();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("startEmbedded(options)", () => {
  it("starts a server on 127.0.0.1, with a password that its owner alone may read", async () => {
    const server = await start("first");
    expect(server).toMatchObject({
      kind: "EMBEDDED",
      user: "neo4j",
      database: null,
      version: "5.26.30",
      joined: false,
    });
    expect(server.uri).toMatch(/^bolt:\/\/127\.0\.0\.1:\d+$/);
    expect(readFileSync(server.passwordFile, "utf8")).toBe(`${server.password}\n`);
    expect(statSync(server.passwordFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(server.logFile, "utf8")).toContain("Started.");
    expect(await answeringAddresses(server)).toEqual(["127.0.0.1"]);
    expect(identifyProcess(server.pid)?.command).not.toContain(server.password);
  });

  it("keeps what was stored, and the log, from one start to the next", async () => {
    const first = await start("kept");
    await store(first, "kept");
    await first.stop();
    expect(identifyProcess(first.pid)).toBeNull();
    const second = await start("kept");
    expect(await countStored(second)).toBe(1);
    expect(readFileSync(second.logFile, "utf8").match(/Started\./g)).toHaveLength(2);
  });

  it("joins the server that another process runs, and keeps it when that one ends", async () => {
    const other = await startElsewhere("joined");
    const server = await start("joined");
    expect([server.joined, server.pid, server.uri]).toEqual([true, other.pid, other.uri]);
    other.process.kill("SIGKILL");
    await store(server, "after the other's end");
    expect(await countStored(server)).toBe(1);
    const java = identifyProcess(server.pid);
    await server.stop();
    expect(java !== null && (await waitForEnd(java, 30_000))).toBe(true);
  });

  it("starts one server only when many ask at once", async () => {
    const servers = await Promise.all([start("crowd"), start("crowd"), start("crowd")]);
    expect(new Set(servers.map((server) => server.pid)).size).toBe(1);
    expect(servers.map((server) => server.joined).sort()).toEqual([false, true, true]);
  });

  it("ends the server when its process is killed with SIGKILL", async () => {
    const other = await startElsewhere("killed");
    const java = identifyProcess(other.pid);
    other.process.kill("SIGKILL");
    expect(java !== null && (await waitForEnd(java, 30_000))).toBe(true);
    const server = await start("killed");
    expect(server.joined).toBe(false);
  });

  it("clears an orphan away whose supervisor was killed too", async () => {
    const other = await startElsewhere("orphan");
    const supervisors = supervisorsOf(other.pid).flatMap((pid) => identifyProcess(pid) ?? []);
    for (const { pid } of supervisors) process.kill(pid, "SIGKILL");
    other.process.kill("SIGKILL");
    for (const supervisor of supervisors) expect(await waitForEnd(supervisor, 30_000)).toBe(true);
    const orphan = identifyProcess(other.pid);
    expect(orphan).not.toBeNull();
    const progress: ServerProgress[] = [];
    const server = await start("orphan", { onProgress: (step) => progress.push(step) });
    expect(identifyProcess(other.pid)).toBeNull();
    expect(server.joined).toBe(false);
    expect(progress).toContainEqual({ step: "RECOVERING", pid: other.pid });
  });

  it("recovers from a kill in the middle of the first start", async () => {
    const folder = join(root, "cut-short");
    const child = runStarter(folder);
    await fileAppears(join(folder, "neo4j", "data", "databases", "system"));
    child.kill("SIGKILL");
    const server = await start("cut-short");
    expect(await countStored(server)).toBe(0);
  });

  it("takes over a lock whose holder has gone, and leaves alone a process that only has its number", async () => {
    const folder = join(root, "kept");
    writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.pid, startedAt: "before" }));
    writeFileSync(join(folder, "pid"), String(process.pid));
    const server = await start("kept");
    expect(server.joined).toBe(false);
  });

  it("says that another Neo4j holds the store", async () => {
    const server = await start("kept");
    rmSync(join(root, "kept", "pid"));
    await expect(start("kept")).rejects.toMatchObject({
      code: "DATABASE_IN_USE",
      message: `Another Neo4j that Demarche did not start holds ${join(root, "kept", "neo4j")}: end it, or choose another data folder with --data.`,
    });
    // What runs is not harmed.
    expect(await countStored(server)).toBe(1);
    writeFileSync(join(root, "kept", "pid"), String(server.pid));
  });

  it("says that the password file does not fit the database", async () => {
    const folder = join(root, "kept");
    writeFileSync(join(folder, "password"), "another-password\n");
    await expect(start("kept")).rejects.toMatchObject({
      code: "DATABASE_REFUSED",
      message: `${folder}/password does not hold the password of the database in ${folder}. Put the right one back, or move the folder aside to begin with an empty database.`,
    });
    expect(existsSync(join(folder, "lock"))).toBe(false);
  });

  it("says that the port asked for is taken", async () => {
    const taken = await listen(0);
    const { port } = taken.address() as { port: number };
    await expect(start("port", { port })).rejects.toMatchObject({
      code: "PORT_IN_USE",
      message: `Port ${port} of 127.0.0.1 is taken. Choose another one for Neo4j, or 0 for any free one.`,
    });
    taken.close();
  });

  it("never takes another Neo4j that opened the port first for its own", async () => {
    const taken = await listen(0);
    const { port } = taken.address() as { port: number };
    await new Promise((resolve) => taken.close(resolve));
    const outcomes = await Promise.allSettled([start("one", { port }), start("two", { port })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "PORT_IN_USE" });
  });

  it("says that the disk is full before it begins", async () => {
    await expect(start("full", { readFreeBytes: async () => 12_000_000 })).rejects.toMatchObject({
      code: "NO_SPACE",
      message: `The disk of ${join(root, "full")} has 12 MB free; Neo4j needs 100 MB. Free some space, or choose another folder.`,
    });
  });

  it("says that the folder may not be written", async () => {
    writeFileSync(join(root, "a-file"), "");
    await expect(start("a-file/data")).rejects.toMatchObject({
      code: "FILE_UNREADABLE",
      message: `The data folder ${join(root, "a-file/data")} may not be written: choose another one with --data, or change its rights.`,
    });
  });

  it("says that Java gets too little memory", async () => {
    await expect(start("memory", { memory: { heapMb: 900_000_000 } })).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      message: "Neo4j did not get the memory it needs (about 600 MB): close other programs and try again.",
    });
  });

  it("says where the log is when Neo4j takes too long", async () => {
    await expect(start("slow", { startTimeoutMs: 50 })).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      message: expect.stringContaining(`Its log is ${join(root, "slow", "neo4j", "logs", "neo4j.log")}`),
    });
  });
});

function optionsFor(name: string, more: Partial<EmbeddedOptions> = {}): EmbeddedOptions {
  return { dataFolder: join(root, name), cacheFolder: cacheFolder(), port: 0, ...more };
}

async function start(name: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded(optionsFor(name, more));
  started.push(server);
  return server;
}

/** Starts a server from a process of its own, which then waits to be killed. */
async function startElsewhere(name: string): Promise<{ process: ChildProcess; pid: number; uri: string }> {
  const child = runStarter(join(root, name));
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    return { process: child, ...JSON.parse(line) };
  }
  throw new Error("The other process started no server.");
}

function runStarter(dataFolder: string): ChildProcess {
  const script = join(import.meta.dirname, "../../support/start-embedded.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, dataFolder, cacheFolder()], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return child;
}

async function store(server: EmbeddedServer, name: string): Promise<void> {
  await withDatabase(server, (database) =>
    database.write((transaction) => transaction.run("tests/add-code", { code: name })),
  );
}

async function countStored(server: EmbeddedServer): Promise<unknown> {
  const { rows } = await withDatabase(server, (database) =>
    database.runUserCypher("MATCH (thing:Thing) RETURN count(thing) AS count"),
  );
  return rows[0]?.count;
}

async function withDatabase<T>(
  server: EmbeddedServer,
  work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(server, { queryFolder: join(import.meta.dirname, "..", "cypher") });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Tries every address of this machine; gives those on which the port of a server answers. */
async function answeringAddresses(server: EmbeddedServer): Promise<readonly string[]> {
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  );
  const port = Number(new URL(server.uri).port);
  const answers = await Promise.all(
    addresses.map(async (address) => [address, await answersAt(address, port)] as const),
  );
  return answers.filter(([, answered]) => answered).map(([address]) => address);
}

function answersAt(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("timeout", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}

/** The shell that started Java, and its part that waits at the pipe. */
function supervisorsOf(java: number): readonly number[] {
  const lines = String(execFileSync("ps", ["-e", "-o", "pid=,ppid="]))
    .trim()
    .split("\n");
  const parents = new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]));
  const shell = parents.get(java) ?? 0;
  const parts = [...parents].filter(([pid, parent]) => parent === shell && pid !== java).map(([pid]) => pid);
  return [shell, ...parts];
}

async function fileAppears(file: string): Promise<void> {
  for (let attempt = 0; attempt < 1200 && !existsSync(file); attempt++) await sleep(50);
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}
