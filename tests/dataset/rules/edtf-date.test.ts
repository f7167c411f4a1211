import { expect, it } from "vitest";
import { edtfDate } from "../../../src/dataset/rules/edtf-date.ts";
import { TABLES } from "../../../src/domain/tables.ts";
import { describeRule } from "../../support/rules.ts";

const [DATE] = TABLES.events.columns.filter(({ name }) => name === "date");

describeRule("edtf-date", "dates that cannot be read, with the way to write them", () => {
  it.each([
    ["24/02/2022", "2022-02-24"],
    ["2/24/2022", "2022-02-24"],
    ["17.03.2022", "2022-03-17"],
    ["2022.3.7", "2022-03-07"],
    ["March 7, 2022", "2022-03-07"],
    ["7 Mar 2022", "2022-03-07"],
    ["March 2022", "2022-03"],
    ["2022-03-07 12:30", "2022-03-07"],
  ])("reads %s in the only way in which it can be read", (text, written) => {
    expect(explain(text)).toBe(`"${text}" is no date that can be read (EDTF level 1): write "${written}".`);
  });

  it.each(["3/7/2022", "07.03.22", "31 February 2022", "spring 2022"])("guesses nothing of %s", (text) => {
    expect(explain(text)).toContain(": write such as 2022-03-29,");
  });
});

function explain(text: string): string {
  if (!DATE) throw new Error("events have no date");
  return edtfDate.explain(text, DATE, () => "");
}
