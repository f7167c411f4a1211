import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { readDownload } from "../support/read-download.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, colorScheme: "light" | "dark" = "light") => {
  const watched = await browser.open(explorer.address(view), { colorScheme });
  await watched.page.locator(".ladder h3").first().waitFor();
  return watched;
};

describe("the range of an issue", () => {
  it("tells each side's value as printed, and the gap", async () => {
    const { page } = await open("russia-ukraine/range/armed-forces-size");
    const labels = await page.locator(".range-chart .label").allTextContents();
    expect(labels).toEqual(["Russia“85,000” (at most)", "Ukraine“250,000” (at most)"]);
    await page.getByText("gap 165,000 persons").first().waitFor();
  });

  it("names its lines also after another view was open, whose looks must not reach it", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/network"));
    await page.locator("svg.network .node").first().waitFor();
    await page.keyboard.press("5");
    await page.locator(".range-chart .label .name", { hasText: "Ukraine" }).waitFor();
  });

  it("opens a value with the keyboard down to its quote", async () => {
    const { page } = await open("russia-ukraine/range/armed-forces-size");
    await page.getByRole("button", { name: /^Russia: “85,000”/ }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".side-panel blockquote").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".side-panel").waitFor({ state: "detached" });
  });

  it("compares other sides where the reader chooses them", async () => {
    const { page } = await open("russia-ukraine/range/ceasefire-length");
    await page
      .getByRole("combobox", { name: "Gap between" })
      .selectOption({ label: "Ukraine – United States" });
    await page.getByText("It became larger.").waitFor();
    expect(await page.locator(".gap-choice li").allTextContents()).toEqual([
      "11 March 2025: 0 days",
      "2 June 2025: 60 days",
    ]);
  });

  it("shows a ladder where there are no numbers: what asks more or less, who holds it", async () => {
    const { page } = await open("russia-ukraine/range/neutrality");
    await page.getByText("Nobody put a number on this.").waitFor();
    const rungs = await page
      .locator(".ladders .rung")
      .evaluateAll((items) =>
        items.map((item) => [...item.querySelectorAll("h3")].map(({ textContent }) => textContent)),
      );
    expect(rungs.length).toBeGreaterThanOrEqual(3);
    await page.locator(".holder").first().click();
    await page.locator(".side-panel .statement").first().waitFor();
  });

  it("hands out the values as CSV, in the issue's unit", async () => {
    const { page } = await open("russia-ukraine/range/armed-forces-size");
    const lines = await readDownload(page, "CSV");
    expect(lines[0]).toBe(
      "Actor,Demand,From,Until,From (persons),To (persons),As printed,Meant as,Status,Quote,Sources",
    );
    expect(lines[1]).toContain(',2022-05-31,,85000,85000,"85,000",at most,reported,');
  });

  it.each(["light", "dark"] as const)("says so where a case names no issues, %s", async (colorScheme) => {
    const { page } = await browser.open(explorer.address("nuclear/range"), { colorScheme });
    await page.getByText("This case names no issues").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
  });

  it.each([
    ["russia-ukraine/range/ceasefire-length", "light"],
    ["russia-ukraine/range/ceasefire-length", "dark"],
    ["russia-ukraine/range/neutrality", "light"],
    ["russia-ukraine/range/neutrality", "dark"],
  ] as const)("has no fault that axe finds and asks no other host: %s, %s", async (view, theme) => {
    const { page, foreign, faults } = await open(view, theme);
    expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
  });
});
