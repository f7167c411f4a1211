import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ClientLoads } from "../../src/server/client-loads.ts";

type Step = "arrive" | "begin" | "leave" | "end";

/** Loads, and a clock that is set by hand. */
function loadsAt(): {
  readonly loads: ClientLoads;
  readonly each: (step: Step, ...clients: readonly string[]) => void;
  readonly pass: (seconds: number) => void;
} {
  let ms = 0;
  const loads = new ClientLoads(() => ms);
  return {
    loads,
    each: (step, ...clients) => {
      for (const client of clients) loads[step](client);
    },
    pass: (seconds) => {
      ms += seconds * 1000;
    },
  };
}

/** A crowd that has had three requests at once for a second, and `other`, whose last one has just ended. */
function crowded() {
  const made = loadsAt();
  made.each("arrive", "crowd", "crowd", "crowd", "other");
  made.each("begin", "crowd", "crowd", "crowd", "other");
  made.pass(1.001);
  made.each("end", "other", "crowd", "crowd", "crowd");
  return made;
}

describe("ClientLoads.mayBegin(client)", () => {
  it("holds nobody back whose requests beyond one at a time took up to two seconds", () => {
    const { loads, each, pass } = loadsAt();
    each("arrive", "crowd", "crowd", "crowd", "other");
    each("begin", "crowd", "crowd", "crowd", "other");
    pass(1);
    expect(loads.mayBegin("crowd")).toBe(true);
    each("end", "crowd", "crowd", "crowd");
    each("arrive", "crowd");
    expect(loads.mayBegin("crowd")).toBe(true);
  });

  it("lets a greedy client begin when another asks for nothing, and has it wait while that one's request waits or runs", () => {
    const { loads, each } = crowded();
    each("arrive", "crowd", "crowd");
    const allowed = [loads.mayBegin("crowd")];
    each("begin", "crowd");
    each("end", "crowd");
    each("arrive", "other");
    allowed.push(loads.mayBegin("crowd"));
    each("begin", "other");
    allowed.push(loads.mayBegin("crowd"));
    each("end", "other");
    allowed.push(loads.mayBegin("crowd"));
    expect(allowed).toEqual([true, false, false, true]);
  });

  it("lets a greedy client begin one at a time while another is about, and twenty a second whatever runs", () => {
    const { loads, each, pass } = crowded();
    each("arrive", "crowd", "crowd");
    each("begin", "crowd");
    const allowed = [loads.mayBegin("crowd")];
    pass(0.049);
    allowed.push(loads.mayBegin("crowd"));
    pass(0.001);
    allowed.push(loads.mayBegin("crowd"));
    expect(allowed).toEqual([false, false, true]);
  });

  it("never holds back who asks one thing after the other", () => {
    const { loads, each, pass } = loadsAt();
    each("arrive", "other");
    each("begin", "other");
    for (let round = 0; round < 100; round += 1) {
      each("arrive", "steady");
      expect(loads.mayBegin("steady")).toBe(true);
      each("begin", "steady");
      pass(1);
      each("end", "steady");
    }
  });

  it("holds nobody back who is alone, or among others of the kind", () => {
    const { loads, each, pass } = loadsAt();
    each("arrive", "crowd", "crowd", "crowd");
    each("begin", "crowd", "crowd", "crowd");
    pass(60);
    expect(loads.mayBegin("crowd")).toBe(true);
    each("arrive", "second crowd", "second crowd", "second crowd");
    each("begin", "second crowd", "second crowd", "second crowd");
    pass(60);
    expect([loads.mayBegin("crowd"), loads.mayBegin("second crowd")]).toEqual([true, true]);
  });

  it("forgives as much time as a client asks for nothing, ten seconds at most, and none while it waits", () => {
    const { loads, each, pass } = loadsAt();
    each("arrive", "crowd", "crowd", "crowd", "other");
    each("begin", "crowd", "crowd", "crowd", "other");
    pass(60);
    each("end", "crowd", "crowd", "crowd");
    each("arrive", "crowd");
    pass(60);
    each("leave", "crowd");
    const isHeld = () => {
      // Only one that has begun of late is held back by what runs.
      each("arrive", "crowd");
      each("begin", "crowd");
      const held = !loads.mayBegin("crowd");
      each("end", "crowd");
      return held;
    };
    pass(7.999);
    const held = [isHeld()];
    pass(0.001);
    held.push(isHeld());
    expect(held).toEqual([true, false]);
  });

  it("takes a client for gone a second after its last request", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const { loads, each } = crowded();
    each("arrive", "crowd");
    each("begin", "crowd");
    vi.advanceTimersByTime(999);
    const allowed = [loads.mayBegin("crowd")];
    vi.advanceTimersByTime(1);
    allowed.push(loads.mayBegin("crowd"));
    expect(allowed).toEqual([false, true]);
  });
});
