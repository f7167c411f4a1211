import { expect, it } from "vitest";
import type { Tables } from "../../../src/dataset/dataset.ts";
import { describeRule, problemsAfter } from "../../support/rules.ts";

describeRule("act-target", "acts that do not fit what they are about", () => {
  it("lets imported data aim any act at an actor", async () => {
    const atActor = ({ statements }: Tables) => ({
      statements: statements.map((row) => (row.slug === "s-04" ? { ...row, target: "southland" } : row)),
    });
    expect(await problemsAfter("act-target", atActor, { origin: "IMPORTED" })).toEqual([]);
    expect(await problemsAfter("act-target", atActor)).toEqual([
      'statements.csv target error: DEMANDED cannot be about an actor ("southland"): choose another act, or a demand, a proposal or a meeting as target. [act-target]',
    ]);
  });

  it("leaves a target that is unknown to the rule of references", async () => {
    const nowhere = ({ statements }: Tables) => ({
      statements: statements.map((row) => ({ ...row, target: "nowhere" })),
    });
    expect(await problemsAfter("act-target", nowhere)).toEqual([]);
  });
});
