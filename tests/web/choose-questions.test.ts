import { describe, expect, it } from "vitest";
import type { CaseDemand } from "../../src/questions/cases.ts";
import { chooseQuestions } from "../../web/explorer/src/views/case/choose-questions.ts";

const demand = (
  slug: string,
  statements: number,
  rejections: number,
  value: number | null = null,
): CaseDemand => ({
  slug,
  text: `Text of ${slug}`,
  value,
  issue: value === null ? null : { slug: "quota", name: "Fishing quota", unit: "tonnes" },
  statementsConnection: { totalCount: statements },
  rejectedByConnection: { totalCount: rejections },
});

const ask = (demands: readonly CaseDemand[], claims = 0) =>
  chooseQuestions({ demands, claimsConnection: { totalCount: claims } }).map(({ says, view, subject }) => [
    says,
    view,
    subject,
  ]);

describe("chooseQuestions(case)", () => {
  it("asks about the demand that most is said about of those refused, the numbers, and what is disputed", () => {
    const demands = [
      demand("loud", 9, 0),
      demand("a", 3, 1),
      demand("b", 4, 1),
      demand("c", 1, 0, 10),
      demand("d", 1, 0, 20),
    ];
    expect(ask(demands, 2)).toEqual([
      ["Who asked for “Text of b”, and who refused?", "trace", "b"],
      ["How far apart are the sides on “Fishing quota”?", "range", "quota"],
      ["What is disputed, and by whom?", "disputes", ""],
    ]);
  });

  it("asks for no distance where there is one number only", () => {
    expect(ask([demand("c", 1, 0, 10), demand("d", 1, 0, 10)]).map(([, view]) => view)).toEqual([
      "network",
      "timeline",
    ]);
  });

  it("has something to ask of a case that holds nothing yet", () => {
    expect(ask([])).toEqual([
      ["Who stands with whom?", "network", ""],
      ["What happened, in what order?", "timeline", ""],
    ]);
  });
});
