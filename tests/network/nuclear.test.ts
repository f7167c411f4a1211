import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { CodedStatement } from "../../src/domain/coded-statement.ts";
import { type OptionInput, parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import { makeCase, makeStatement } from "./support/make-case.ts";

const FILE = new URL("../../seed/nuclear/statements.csv", import.meta.url);
const rows = parse(readFileSync(FILE), { columns: true }) as Record<string, string>[];
const data = makeCase({
  statements: rows.map(({ slug = "", act, actors = "", target = "", date = "" }) =>
    makeStatement(`nuclear/${slug}`, actors, act as CodedStatement["act"], target, { day: date }),
  ),
});

/** What the published check values count: both triangles. */
function check(words: Readonly<Record<string, OptionInput>>) {
  const network = projectNetwork(data, parseNetworkOptions("nuclear", { ...words, isolates: true }));
  let sum = 0;
  for (let edge = 0; edge < network.edgeCount; edge++) sum += network.weightOf(edge);
  return {
    actors: network.nodes.length,
    kept: network.report.statementsKept,
    cells: network.edgeCount * 2,
    sum: sum * 2,
  };
}

describe("projectNetwork(data, options), on the nuclear debate", () => {
  it("gives the check values of docs/methods.md", () => {
    expect(check({ aggregation: "ignore" })).toEqual({ actors: 337, kept: 1164, cells: 22_828, sum: 61_466 });
    expect(check({ aggregation: "congruence" })).toEqual({
      actors: 337,
      kept: 1164,
      cells: 16_960,
      sum: 43_758,
    });
  });

  it("cuts the time into weeks that hold all statements", () => {
    const network = projectNetwork(data, parseNetworkOptions("nuclear", { slices: "week" }));
    expect(network.slices?.map(({ label }) => label).slice(0, 2)).toEqual(["2011-W10", "2011-W11"]);
    expect(network.slices?.length).toBe(17);
    expect(network.report.statementsKept).toBe(1164);
  });
});
