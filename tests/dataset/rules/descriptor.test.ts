import { expect, it } from "vitest";
import { parseDescriptor } from "../../../src/dataset/descriptor.ts";
import { describeRule } from "../../support/rules.ts";

describeRule("descriptor", "unsound settings and files that are described otherwise than they are", () => {
  it("finds no fault with files where the descriptor itself cannot be read", () => {
    const { fields, faults } = parseDescriptor("[]");
    expect([fields, faults]).toEqual([null, ["It holds no JSON object: write it anew."]]);
  });
});
