import { EventEmitter } from "node:events";
import type { Request, Response } from "express";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { ANONYMOUS } from "../../src/domain/user.ts";
import { Doorkeeper } from "../../src/server/doorkeeper.ts";

const CROWD = "192.0.2.1";
const OTHER = "192.0.2.2";

/** A doorkeeper, and what it did with each request, in order. */
function openDoor(limits: { maxQueued?: number; maxQueueMs?: number } = {}) {
  const doorkeeper = new Doorkeeper({ maxQueued: 10, maxQueueMs: 60_000, ...limits });
  const told: string[] = [];
  /** Asks for admission; gives what ends the request. */
  const ask = (name: string, ip: string) => {
    const response = Object.assign(new EventEmitter(), { locals: { user: ANONYMOUS } });
    doorkeeper.admit({ ip } as Request, response as unknown as Response, (error?: unknown) =>
      told.push(`${name}: ${error instanceof DemarcheError ? error.code : "in"}`),
    );
    return () => void response.emit("close");
  };
  /** Lets the crowd have three requests at once for longer than it may, and begin one more; gives what ends them. */
  const crowdIn = () => {
    const ends = [1, 2, 3].map((number) => ask(`early ${number}`, CROWD));
    vi.advanceTimersByTime(1_001);
    ends.push(ask("early 4", CROWD));
    told.length = 0;
    return ends;
  };
  return { doorkeeper, told, ask, crowdIn };
}

describe("Doorkeeper.admit", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
  });

  it("lets all in at once while one client is alone, however much it asks", () => {
    const { doorkeeper, told, ask, crowdIn } = openDoor();
    crowdIn();
    for (const number of [1, 2, 3]) ask(`crowd ${number}`, CROWD);
    expect([told, doorkeeper.held]).toEqual([["crowd 1: in", "crowd 2: in", "crowd 3: in"], 0]);
  });

  it("makes a crowd wait until those that are not greedy ask for nothing, then lets it in one by one", () => {
    const { doorkeeper, told, ask, crowdIn } = openDoor();
    for (const end of crowdIn()) end();
    const endOther = ask("other", OTHER);
    const endCrowd = ask("crowd 1", CROWD);
    ask("crowd 2", CROWD);
    const atFirst = [...told, doorkeeper.held];
    endOther();
    const afterOther = [...told, doorkeeper.held];
    endCrowd();
    expect([atFirst, afterOther, [...told, doorkeeper.held]]).toEqual([
      ["other: in", 2],
      ["other: in", "crowd 1: in", 1],
      ["other: in", "crowd 1: in", "crowd 2: in", 0],
    ]);
  });

  it("lets in twenty of a crowd a second, whatever runs", () => {
    const { told, ask, crowdIn } = openDoor({ maxQueued: 100 });
    crowdIn();
    ask("other", OTHER);
    for (let number = 1; number <= 50; number += 1) ask(`crowd ${number}`, CROWD);
    told.length = 0;
    vi.advanceTimersByTime(1_000);
    expect(told).toEqual(Array.from({ length: 20 }, (_, index) => `crowd ${index + 1}: in`));
  });

  it("refuses what waits too long, and what is too much to wait", () => {
    const { doorkeeper, told, ask, crowdIn } = openDoor({ maxQueued: 2, maxQueueMs: 30 });
    for (const end of crowdIn()) end();
    ask("other", OTHER);
    for (const number of [1, 2, 3]) ask(`crowd ${number}`, CROWD);
    const atFirst = [...told, doorkeeper.held];
    vi.advanceTimersByTime(30);
    expect([atFirst, [...told, doorkeeper.held]]).toEqual([
      ["other: in", "crowd 3: OVERLOADED", 2],
      ["other: in", "crowd 3: OVERLOADED", "crowd 1: OVERLOADED", "crowd 2: OVERLOADED", 0],
    ]);
  });

  it("forgets a request whose client is gone, or was before it came", () => {
    const { doorkeeper, told, ask, crowdIn } = openDoor();
    const gone = { locals: { user: ANONYMOUS }, closed: true } as unknown as Response;
    doorkeeper.admit({ ip: OTHER } as Request, gone, () => told.push("gone: in"));
    for (const end of crowdIn()) end();
    const endOther = ask("other", OTHER);
    ask("crowd 1", CROWD)();
    endOther();
    expect([told, doorkeeper.held]).toEqual([["other: in"], 0]);
  });
});
