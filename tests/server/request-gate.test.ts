import { AsyncLocalStorage } from "node:async_hooks";
import { EventEmitter } from "node:events";
import { setImmediate as nextRound } from "node:timers/promises";
import type { Request, Response } from "express";
import { describe, expect, it } from "vitest";
import { RequestGate } from "../../src/server/request-gate.ts";

const LIMITS = { maxConcurrent: 2, maxQueued: 3, maxQueueMs: 60_000 };

/** Asks for admission; gives what ends the request. */
function ask(gate: RequestGate, onStart: () => void): () => void {
  const response = new EventEmitter();
  gate.admit({} as Request, response as Response, onStart);
  return () => void response.emit("close");
}

describe("RequestGate.admit", () => {
  it("begins one request after each round of what is ready, in order, so that new clients get in between", async () => {
    const gate = new RequestGate({ ...LIMITS, maxConcurrent: 64 });
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
});
