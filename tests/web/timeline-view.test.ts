import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { writtenDate } from "../../web/explorer/src/models/written-date.ts";
import { PATIENCE, useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { readDownload } from "../support/read-download.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, colorScheme: "light" | "dark" = "light") => {
  const watched = await browser.open(explorer.address(view), { colorScheme });
  await watched.page.locator(".lane").first().waitFor();
  return watched;
};
const widthOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox())?.width ?? 0;

describe("the timeline", () => {
  it("draws a month as wide as the month", async () => {
    const { page } = await open("russia-ukraine/timeline?from=2023-01-01&to=2023-12-31");
    const visit = page.locator('[data-mark="african-visit-2023"]');
    const [, left, right] =
      /^M([\d.]+) [\d.]+H([\d.]+)/
        .exec((await visit.locator(".within").getAttribute("d")) ?? "")
        ?.map(Number) ?? [];
    const year = await widthOf(page, ".lane svg");
    expect(Math.abs(((right ?? 0) - (left ?? 0)) / year - 30 / 365)).toBeLessThan(0.005);
    expect(await visit.getAttribute("aria-label")).toMatch(
      /^June 2023: Visit of four African presidents to Kyiv and Moscow \(visit\); /,
    );
  });

  it("goes from mark to mark with the arrow keys, opens one down to its quote, and comes back", async () => {
    const { page } = await open("russia-ukraine/timeline");
    const focused = () => page.evaluate("document.activeElement?.getAttribute('data-mark')");
    await page.locator('[data-mark="round-1-gomel"]').focus();
    await page.keyboard.press("ArrowRight");
    const second = await focused();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("region", { name: "Chosen on the timeline" });
    await panel.getByText("first round of negotiations held in Gomel").waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    expect([second === "round-1-gomel", await focused()]).toEqual([false, "round-1-gomel"]);
  });

  it("cuts time with the keyboard, and every other view keeps to it", async () => {
    const { page } = await open("russia-ukraine/timeline");
    const start = page.getByRole("slider", { name: "First day shown" });
    await start.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("PageUp");
    const from = new URLSearchParams(new URL(page.url()).hash.split("?")[1]).get("from") ?? "";
    expect(from).toMatch(/^2022-\d\d-\d\d$/);
    await page.getByRole("link", { name: "Positions" }).click();
    await page.getByText(`From: ${writtenDate(from)}`).waitFor();
  });

  it("plays through time, and keeps where the reader stopped in the address", async () => {
    const { page } = await open("russia-ukraine/timeline");
    const all = await page.locator("[data-mark]").count();
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(() => page.url(), PATIENCE).toContain("at=");
    expect(await page.locator(".lane [data-mark]").count()).toBeLessThan(all);
    await page.reload();
    await page.getByRole("region", { name: "Last to come" }).waitFor();
  });

  it("keeps what has no date apart", async () => {
    const { page } = await open("russia-ukraine/timeline");
    await page.getByText("Without a date").click();
    await page.getByRole("button", { name: /^undated: Meeting of Trump with Zelensky/ }).click();
    await page.getByRole("region", { name: "Chosen on the timeline" }).waitFor();
  });

  it("shows and hands out as a table what it draws", async () => {
    const { page } = await open("russia-ukraine/timeline?from=2022-02-28&to=2022-02-28");
    const lines = await readDownload(page, "CSV");
    await page.getByRole("button", { name: "Table", exact: true }).click();
    const rows = page.getByRole("region", { name: "Timeline" }).locator("tbody tr");
    await rows.first().waitFor();
    expect(lines[0]).toBe(
      "Date,How the date is known,First day,Last day,Kind,Actor,Act,Name,Status,Place,Outcome,Quote,Sources",
    );
    expect(lines.filter((line) => line.includes("First round of negotiations,,"))).toHaveLength(1);
    expect(lines).toHaveLength((await rows.count()) + 1);
  });

  it("draws a crowded debate and says how much finds no room", async () => {
    const { page } = await open("nuclear/timeline");
    const [drawn = 0, hidden = 0] =
      ((await page.locator(".lane h2").textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
    expect([drawn + hidden, await page.locator(".lane [data-mark]").count()]).toEqual([1164, drawn]);
  });

  it.each([
    ["russia-ukraine/timeline?open=round-1-gomel", "light"],
    ["russia-ukraine/timeline?open=round-1-gomel", "dark"],
    ["nuclear/timeline", "light"],
    ["nuclear/timeline", "dark"],
  ] as const)("has no fault that axe finds and asks no other host: %s, %s", async (view, theme) => {
    const { page, foreign, faults } = await open(view, theme);
    expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
  });
});
