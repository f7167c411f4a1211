import { describe, expect, it } from "vitest";
import { PATIENCE, useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { readDownload } from "../support/read-download.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, colorScheme: "light" | "dark" = "light") => {
  const watched = await browser.open(explorer.address(view), { colorScheme });
  await watched.page.locator("[data-cell]").first().waitFor();
  await watched.page.getByRole("heading", { name: "Who turned" }).waitFor();
  return watched;
};

describe("the matrix of positions", () => {
  it("opens a position down to the statement, its quote and its sources", async () => {
    const { page } = await open("russia-ukraine/positions");
    await page.getByRole("button", { name: /^Russia, “A 30-day ceasefire”: against, 13 March 2025/ }).click();
    const panel = page.getByRole("region", { name: "Russia on “A 30-day ceasefire”" });
    await panel.getByText("just two days later, on March 13, Putin rejected the offer").waitFor();
    expect(await panel.getByRole("link", { name: /^Axios/ }).count()).toBe(1);
  });

  it("goes over the positions with the arrow keys", async () => {
    const { page } = await open("russia-ukraine/positions");
    const cell = () => page.evaluate("document.activeElement?.getAttribute('data-cell')");
    await page.locator('[data-cell="russia~thirty-day-ceasefire"]').focus();
    await page.keyboard.press("ArrowRight");
    const right = await cell();
    await page.keyboard.press("ArrowDown");
    const below = await cell();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Close" }).click();
    expect([right, below, await cell()]).toEqual([
      "ukraine~thirty-day-ceasefire",
      "ukraine~ceasefire",
      "ukraine~ceasefire",
    ]);
  });

  it("goes back in time among the days on which something changed", async () => {
    const { page } = await open("russia-ukraine/positions");
    const later = await page.locator("[data-cell]").count();
    await page.getByRole("slider", { name: "As of" }).press("Home");
    await expect.poll(() => page.locator("[data-cell]").count(), PATIENCE).toBeLessThan(later);
    expect(page.url()).toMatch(/at=2022-\d\d-\d\d/);
    await page.goBack();
  });

  it("marks who turned, in the matrix and in a list with both statements", async () => {
    const { page } = await open("russia-ukraine/positions");
    const cell = page.locator('[data-cell="ukraine~launch-of-negotiations"]');
    expect([await cell.textContent(), await cell.getAttribute("aria-label")]).toEqual([
      "(+)↺",
      expect.stringContaining("turned"),
    ]);
    await page.locator(".reversals summary").filter({ hasText: "broke a promise" }).click();
    expect(await page.locator(".reversals details[open] .statement").count()).toBe(2);
  });

  it("counts by issue, and persons as themselves, as the reader chooses", async () => {
    const { page } = await open("russia-ukraine/positions");
    await page.getByRole("combobox", { name: "Positions on" }).selectOption("ISSUE");
    await page.locator('[data-cell="russia~ceasefire-length"]').waitFor();
    await page.getByRole("main").getByRole("combobox", { name: "Count persons as" }).selectOption("NONE");
    await page.locator('[data-cell="putin~ceasefire-length"]').waitFor();
  });

  it("hands out as CSV what the matrix shows", async () => {
    const { page } = await open("russia-ukraine/positions?find=30-day");
    const lines = await readDownload(page, "CSV");
    expect(lines[0]).toBe("Actor,Demand,Issue,Position,Date,Turned,Statements,Status,Quote,Sources");
    expect(lines.slice(1).map((line) => line.split(",").slice(0, 5).join(","))).toEqual([
      "Russia,A 30-day ceasefire,Ceasefire and its length,against,2025-03-13",
      "Ukraine,A 30-day ceasefire,Ceasefire and its length,for,2025-03-11",
      "United States,A 30-day ceasefire,Ceasefire and its length,for,2025-03-11",
    ]);
  });

  it("shows some rows of a great matrix at a time, and says so", async () => {
    const { page } = await open("nuclear/positions");
    await page.getByText("40 of 337 rows are shown").waitFor();
    await page.getByRole("button", { name: "Show more rows" }).click();
    await page.getByText("80 of 337 rows are shown").waitFor();
    expect(await page.locator(".matrix tbody tr").count()).toBe(80);
  });

  it("says so where the words match nothing", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/positions?find=nowhere"));
    await page.getByText("Nothing matches these choices.").waitFor();
  });

  it.each([
    ["russia-ukraine/positions?cell=russia~thirty-day-ceasefire", "light"],
    ["russia-ukraine/positions?cell=russia~thirty-day-ceasefire", "dark"],
    ["nuclear/positions", "light"],
    ["nuclear/positions", "dark"],
  ] as const)("has no fault that axe finds and asks no other host: %s, %s", async (view, theme) => {
    const { page, foreign, faults } = await open(view, theme);
    expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
  });
});
