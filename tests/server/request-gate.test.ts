import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import { setImmediate as nextRound } from "node:timers/promises";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { ANONYMOUS, type User } from "../../src/domain/user.ts";
import { RequestGate } from "../../src/server/request-gate.ts";

const LIMITS = { maxConcurrent: 2, maxConcurrentPerClient: 2, maxQueued: 3, maxQueueMs: 60_000 };

/** Asks for admission; gives what ends the request. */
function ask(
  gate: RequestGate,
  onStart: (error?: unknown) => void,
  { address = "192.0.2.1", user = ANONYMOUS }: { address?: string; user?: User } = {},
): () => void {
  const response = Object.assign(new EventEmitter(), { locals: { user } });
  gate.admit({ ip: address } as Request, response as unknown as Response, onStart);
  return () => void response.emit("close");
}

/** Waits until nothing more begins. */
async function settled(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await nextRound();
}

describe("RequestGate.admit", () => {
  it("begins one request after each round of what is ready, in order, so that new clients get in between", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 64, maxConcurrentPerClient: 64 });
    const begun: number[] = [];
    for (const number of [1, 2, 3]) ask(gate, () => begun.push(number));
    const counts = [begun.length];
    for (let round = 1; round <= 4; round += 1) {
      await nextRound();
      counts.push(begun.length);
    }
    expect([counts, begun]).toEqual([
      [0, 1, 2, 3, 3],
      [1, 2, 3],
    ]);
  });

  it("keeps what each request sets off apart, whoever's end lets it begin", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 1 });
    const names = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const [end] = ["first", "second"].map((name) =>
      names.run(name, () => ask(gate, () => seen.push(names.getStore()))),
    );
    await nextRound();
    names.run("somebody else", () => end?.());
    await nextRound();
    expect(seen).toEqual(["first", "second"]);
  });

  it("lets clients take turns, told apart by address or, signed in, by name", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 1, maxQueued: 10 });
    const ada: User = { name: "ada", role: "EDITOR", cases: ["*"] };
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const queue = (name: string, client: { address?: string; user?: User }) =>
      ends.set(
        name,
        ask(gate, () => begun.push(name), client),
      );
    for (const name of ["crowd 1", "crowd 2", "crowd 3"]) queue(name, { address: "192.0.2.1" });
    queue("other", { address: "192.0.2.2" });
    queue("ada, from where the crowd is", { address: "192.0.2.1", user: ada });
    queue("ada, from elsewhere", { address: "192.0.2.3", user: ada });
    for (let begins = 1; begins < ends.size; begins += 1) {
      await settled();
      ends.get(begun.at(-1) ?? "")?.();
    }
    await settled();
    expect(begun).toEqual([
      "crowd 1",
      "other",
      "ada, from where the crowd is",
      "crowd 2",
      "ada, from elsewhere",
      "crowd 3",
    ]);
  });

  it("keeps places free for others, however much one client asks", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 3, maxConcurrentPerClient: 2, maxQueued: 10 });
    const begun: string[] = [];
    for (const name of ["crowd 1", "crowd 2", "crowd 3"]) ask(gate, () => begun.push(name));
    await settled();
    ask(gate, () => begun.push("other"), { address: "192.0.2.2" });
    await settled();
    expect([begun, gate.load]).toEqual([["crowd 1", "crowd 2", "other"], { running: 3, waiting: 1 }]);
  });

  it("gives no place to a request whose client left before it came to the gate, for none would give it back", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 1 });
    const begun: string[] = [];
    const gone = { locals: { user: ANONYMOUS }, closed: true } as unknown as Response;
    gate.admit({ ip: "192.0.2.1" } as Request, gone, () => begun.push("gone"));
    ask(gate, () => begun.push("other"));
    await settled();
    expect([begun, gate.load]).toEqual([["other"], { running: 1, waiting: 0 }]);
  });

  it("refuses, when the queue is full, the last request of the client that has most there", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 1, maxConcurrentPerClient: 1, maxQueued: 3 });
    const told: string[] = [];
    const hear = (name: string) => (error?: unknown) =>
      told.push(`${name}: ${error instanceof DemarcheError ? error.code : "begins"}`);
    for (const number of [1, 2, 3, 4]) ask(gate, hear(`crowd ${number}`));
    await settled();
    ask(gate, hear("crowd 5"));
    ask(gate, hear("other 1"), { address: "192.0.2.2" });
    ask(gate, hear("other 2"), { address: "192.0.2.2" });
    expect([told, gate.load]).toEqual([
      ["crowd 1: begins", "crowd 5: OVERLOADED", "crowd 4: OVERLOADED", "other 2: OVERLOADED"],
      { running: 1, waiting: 3 },
    ]);
  });
});
