import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { createOutput, describeRate, MEGABYTES } from "../../src/cli/output.ts";

function makeStream(isTTY: boolean): NodeJS.WriteStream {
  return Object.assign(new PassThrough(), { isTTY, columns: 100 }) as unknown as NodeJS.WriteStream;
}

/** Shows one step of a bar, and gives what stands on standard error after it. */
function showBar(isTTY: boolean, isQuiet: boolean): string {
  const stderr = makeStream(isTTY);
  const output = createOutput({ isJson: false, isQuiet, useColour: false }, makeStream(false), stderr);
  const bar = output.progress("Writing votes", { name: "rows", size: 1 });
  bar.update(500, 1000);
  bar.stop();
  return String((stderr as unknown as PassThrough).read() ?? "");
}

describe("Output.progress(label, unit)", () => {
  it("shows on a terminal how much is done, and how quickly", () => {
    expect(showBar(true, false)).toMatch(/Writing votes \[=*-*\] 50% 500 of 1,000 rows, [\d,]+ a second/);
  });

  it("shows nothing elsewhere, nor with --quiet", () => {
    expect([showBar(false, false), showBar(true, true)]).toEqual(["", ""]);
  });
});

describe("describeRate(unit, progress)", () => {
  it("counts in the unit", () => {
    expect(describeRate(MEGABYTES, { done: 12_340_000, total: 50_000_000, seconds: 2 })).toBe(
      "12.3 of 50 MB, 6.2 a second",
    );
  });

  it("leaves the rate out while no time has passed", () => {
    expect(describeRate({ name: "rows", size: 1 }, { done: 0, total: 10, seconds: 0 })).toBe("0 of 10 rows");
  });
});
