import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, options = {}) => {
  const watched = await browser.open(explorer.address(view), options);
  await watched.page.getByRole("heading", { level: 1 }).waitFor();
  return watched;
};

const search = async (page: Page, text: string) => {
  await page.keyboard.press("/");
  await page.keyboard.type(text);
  await page.locator("#hits a").first().waitFor();
};

describe("the explorer", () => {
  it("goes from the case to the trace of a demand, down to quote and source, without another host", async () => {
    const { page, foreign, faults } = await open("russia-ukraine/case");
    await page.locator("summary", { hasText: "Ceasefire and its length" }).click();
    await page.getByRole("link", { name: "A 30-day ceasefire", exact: true }).click();
    await page.getByText("just two days later, on March 13, Putin rejected the offer").first().waitFor();
    expect([foreign, faults]).toEqual([[], []]);
  });

  it("shows the first case where the address names none", async () => {
    const { page } = await browser.open(new URL("/", explorer.address("")).href);
    await page
      .getByRole("heading", { level: 1, name: "Russia–Ukraine peace negotiations, 2022–2025" })
      .waitFor();
  });

  it("finds a thing with the keyboard alone", async () => {
    const { page } = await open("russia-ukraine/case");
    await search(page, "Песков");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Dmitry Peskov" }).waitFor();
  });

  it("lists its keys, and goes to a view by its number and back", async () => {
    const { page } = await open("russia-ukraine/case");
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keyboard" });
    expect(await keys.locator("kbd").allTextContents()).toEqual([
      "?",
      "/",
      "1 – 8",
      "↓ ↑",
      "← ↑ ↓ →",
      "Enter",
      "+ − 0",
      "Home End",
      "Esc",
    ]);
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "hidden" });
    await page.keyboard.press("4");
    await page.getByRole("heading", { level: 1, name: "Positions" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Russia–Ukraine" }).waitFor();
  });

  it("begins at the top of what a link leads to, and comes back to where the reader was", async () => {
    const { page } = await open("russia-ukraine/case");
    const link = page.getByRole("link", { name: "What rests on which source" });
    await link.scrollIntoViewIfNeeded();
    const left = await page.evaluate<number>("scrollY");
    await link.click();
    await page.getByRole("heading", { level: 1, name: "Sources" }).waitFor();
    expect([left > 0, await page.evaluate<number>("scrollY")]).toEqual([true, 0]);
  });

  it("writes the filters in words, in every view", async () => {
    const { page } = await open(
      "russia-ukraine/disputes?from=2022-03&statuses=CLAIMED,DISPUTED&without=reuters-2022a&rollUp=STATE",
    );
    const title = "Reuters, “Exclusive: As War Began, Putin Rejected Ukraine Peace Deal”, 2022-09-14";
    await page.locator(".filters summary", { hasText: title }).waitFor();
    expect(await page.locator(".filters summary").textContent()).toBe(
      `Filters From: March 2022 · Only these statuses: claimed, disputed · Leave out sources: ${title} · Count persons as: their state`,
    );
  });

  it("keeps the theme that the reader chose, and prints in light colours without tools", async () => {
    const { page } = await open("russia-ukraine/positions");
    const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    await page.getByLabel("Theme").selectOption("Dark");
    await page.reload();
    await page.locator("[data-cell]").first().waitFor();
    expect(await ground()).toBe("rgb(20, 23, 27)");
    await page.emulateMedia({ media: "print" });
    expect([
      await ground(),
      await page.getByRole("button", { name: "CSV" }).isVisible(),
      await page.getByText(`Demarche · ${page.url()}`).isVisible(),
    ]).toEqual(["rgb(255, 255, 255)", false, true]);
  });

  it.each(["light", "dark"] as const)("has no fault that axe finds in keys and search, %s", async (theme) => {
    const { page } = await open("nuclear/case", { colorScheme: theme });
    await search(page, "Merkel");
    expect(await findAxeFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keyboard" }).click();
    await page.getByRole("dialog").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
  });
});
