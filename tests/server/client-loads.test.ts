import { describe, expect, it } from "vitest";
import { ClientLoads } from "../../src/server/client-loads.ts";

/** Loads, and a clock that is set by hand. */
function loadsOf(...clients: readonly string[]) {
  let ms = 0;
  const loads = new ClientLoads(() => ms);
  const begin = (...names: readonly string[]) => {
    for (const name of names) loads.begin(name);
  };
  const end = (...names: readonly string[]) => {
    for (const name of names) loads.end(name);
  };
  const pass = (seconds: number) => {
    ms += seconds * 1000;
  };
  begin(...clients);
  return { loads, begin, end, pass };
}

describe("ClientLoads", () => {
  it("counts the requests that a client has running", () => {
    const { loads, end } = loadsOf("a", "a", "b");
    end("a");
    end("nobody");
    expect(["a", "b", "nobody"].map((client) => loads.runningOf(client))).toEqual([1, 1, 0]);
  });

  it("holds back a client once its requests beyond one at a time took two seconds, while another is about", () => {
    const { loads, pass } = loadsOf("crowd", "crowd", "crowd", "other");
    pass(1);
    expect(loads.crowdsOut("crowd")).toBe(false);
    pass(0.001);
    expect([loads.crowdsOut("crowd"), loads.crowdsOut("other")]).toEqual([true, false]);
  });

  it("never holds back who asks one thing after the other", () => {
    const { loads, pass, end, begin } = loadsOf("steady", "other");
    for (let round = 0; round < 100; round += 1) {
      pass(1);
      end("steady");
      begin("steady");
    }
    expect(loads.crowdsOut("steady")).toBe(false);
  });

  it("holds nobody back who is alone, or among others of its kind", () => {
    const { loads, begin, pass } = loadsOf("crowd", "crowd", "crowd");
    pass(60);
    expect(loads.crowdsOut("crowd")).toBe(false);
    begin("second crowd", "second crowd", "second crowd");
    pass(60);
    expect([loads.crowdsOut("crowd"), loads.crowdsOut("second crowd")]).toEqual([false, false]);
  });

  it("forgives as much time as none of its requests runs, after ten seconds at most", () => {
    const { loads, end, pass } = loadsOf("crowd", "crowd", "crowd", "other");
    pass(60);
    end("crowd", "crowd");
    pass(60);
    expect(loads.crowdsOut("crowd")).toBe(true);
    end("crowd");
    pass(7.999);
    expect(loads.crowdsOut("crowd")).toBe(true);
    pass(0.001);
    expect(loads.crowdsOut("crowd")).toBe(false);
  });
});
