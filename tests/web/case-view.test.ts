import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, options = {}) => {
  const watched = await browser.open(explorer.address(view), options);
  await watched.page.getByRole("heading", { name: "How to cite" }).waitFor();
  return watched;
};

describe("the page of a case", () => {
  it("tells how much there is, of what time, under which licence and how to cite it", async () => {
    const { page } = await open("nuclear/case");
    const terms = await page.locator(".counts dt").allTextContents();
    const counts = await page.locator(".counts dd").allTextContents();
    expect(Object.fromEntries(terms.map((term, place) => [term, counts[place]]))).toEqual({
      statements: "1,164",
      actors: "337",
      demands: "54",
      meetings: "0",
      proposals: "0",
      claims: "0",
      sources: "1",
    });
    await page.getByText("2011-03-11 to 2011-06-30").waitFor();
    expect(await page.locator(".card p").first().textContent()).toBe(
      "The nuclear debate in Germany, 2011 [data set]. Coded from Haunss, Sebastian; Hollway, James, Network Science, “Multimodal mechanisms of political discourse dynamics and the case of Germany's nuclear energy phase-out”, 2023. Demarche. Licence MIT.",
    );
    await page.getByText("Licence of the coded tables: MIT").waitFor();
  });

  it("leads from a number to what it counts", async () => {
    const { page } = await open("russia-ukraine/case");
    const claims = page.locator(".counts div", { hasText: "claims" }).getByRole("link");
    const count = Number(await claims.textContent());
    await claims.click();
    await page.locator(".claim").first().waitFor();
    expect(await page.locator(".claim").count()).toBe(count);
  });

  it("lists what a case has, and no empty lists", async () => {
    const { page: debate } = await open("nuclear/case");
    const { page: talks } = await open("russia-ukraine/case");
    expect(await debate.locator("main h2").allTextContents()).toEqual([
      "How to cite",
      "Questions to start with",
      "Demands",
      "Sources",
    ]);
    expect(await talks.locator("main h2").allTextContents()).toEqual([
      "How to cite",
      "Questions to start with",
      "Issues and demands",
      "Meetings",
      "Proposals",
      "Sources",
    ]);
  });

  it("offers three questions that lead to their answers", async () => {
    const { page } = await open("russia-ukraine/case");
    const questions = page.getByRole("navigation", { name: "Questions to start with" }).getByRole("link");
    expect(await questions.count()).toBe(3);
    await questions.nth(1).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Range" }).waitFor();
    await page.getByText("gap 87 days").first().waitFor();
  });

  it.each([
    ["russia-ukraine/case", "light"],
    ["russia-ukraine/case", "dark"],
    ["nuclear/case", "light"],
    ["nuclear/case", "dark"],
  ] as const)("has no fault that axe finds and asks no other host: %s, %s", async (view, colorScheme) => {
    const { page, foreign, faults } = await open(view, { colorScheme });
    expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
  });
});
