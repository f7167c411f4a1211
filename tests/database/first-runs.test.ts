import { setImmediate as nextRound } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { FirstRuns } from "../../src/database/first-runs.ts";

let runs: FirstRuns;
/** Names of the runs that have begun, in order. */
let begun: string[];
/** Ends a run by its name. */
let ends: Map<string, (outcome: "DONE" | "FAILED") => void>;
beforeEach(() => {
  [runs, begun, ends] = [new FirstRuns(), [], new Map()];
});

const run = (text: string, name: string) =>
  runs.run(text, () => {
    begun.push(name);
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (outcome) => (outcome === "DONE" ? resolve(name) : reject(new Error(name))));
    });
  });

/** Ends the run of a name, and waits for what that sets off. */
async function end(name: string, outcome: "DONE" | "FAILED" = "DONE"): Promise<void> {
  ends.get(name)?.(outcome);
  await nextRound();
}

describe("FirstRuns.run(text, work)", () => {
  it("lets the first run of a text go ahead of the others, and other texts at once", async () => {
    const answers = [run("a", "first"), run("a", "second"), run("a", "third"), run("b", "other")];
    await nextRound();
    expect(begun).toEqual(["first", "other"]);
    await end("first");
    expect(begun).toEqual(["first", "other", "second", "third"]);
    for (const name of ["other", "second", "third"]) await end(name);
    expect(await Promise.all(answers)).toEqual(["first", "second", "third", "other"]);
  });

  it("lets the others follow a first run that fails, with answers of their own", async () => {
    const answers = Promise.allSettled([run("a", "first"), run("a", "second")]);
    await end("first", "FAILED");
    await end("second");
    expect(await answers).toEqual([
      { status: "rejected", reason: new Error("first") },
      { status: "fulfilled", value: "second" },
    ]);
  });

  it("begins anew once it has forgotten", async () => {
    const before = run("a", "before");
    await end("before");
    runs.forget();
    const answers = [before, run("a", "first"), run("a", "second")];
    await nextRound();
    expect(begun).toEqual(["before", "first"]);
    await end("first");
    await end("second");
    expect(await Promise.all(answers)).toEqual(["before", "first", "second"]);
  });
});
