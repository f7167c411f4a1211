import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";
import { useBrowser } from "../support/browser.ts";
import { useExplorer, useExplorerOn } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";

const explorer = useExplorer("russia-ukraine");
const hasty = useExplorerOn(explorer.test, [], { limits: { ...DEFAULT_LIMITS, timeoutMs: 1 } });
const browser = useBrowser();

const GONE = "The server does not answer. Your choices are kept in the address.";

const saysOf = (page: Page) => page.getByRole("alert").locator("p").allTextContents();

describe("a server that is gone while the page is open", () => {
  it("is told by a sentence; once it is back, what was asked for comes, with every choice", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/disputes?statuses=CLAIMED"));
    await page.getByRole("button", { name: "CSV" }).waitFor();
    await explorer.stop();
    await page.getByRole("checkbox", { name: "Show claims that nobody disputes as well" }).press("Space");
    await page.getByRole("alert").waitFor();
    expect(await saysOf(page)).toEqual([GONE]);
    expect(await findAxeFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").waitFor();
    await explorer.start();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "CSV" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#/russia-ukraine/disputes?all=yes&statuses=CLAIMED");
  });

  it("is told by a view that was never opened, which comes once the server is back", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/case?from=2025"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await explorer.stop();
    await page.keyboard.press("5");
    await page.getByRole("alert").waitFor();
    expect(await saysOf(page)).toEqual([GONE]);
    await page.getByRole("button", { name: "Try again" }).click();
    expect(await saysOf(page)).toEqual([GONE]);
    await explorer.start();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { level: 1, name: "Range" }).waitFor();
    expect(new URL(page.url()).hash).toBe("#/russia-ukraine/range?from=2025");
  });
});

describe("an answer that takes too long", () => {
  it("is told with what can be done, where the server stops a query", async () => {
    const { page } = await browser.open(hasty.address("russia-ukraine/sources?from=2022"));
    const notice = page.getByRole("alert");
    await notice.getByText("This took too long. Narrow the choices, for example the dates.").waitFor();
    expect(await notice.getByRole("button").allTextContents()).toEqual([
      "Try again",
      "Take the choices back",
    ]);
  });

  it("is not awaited for ever where the server says nothing at all", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/case"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.clock.install();
    await page.route("**/graphql", () => new Promise(() => {}));
    const asked = page.waitForRequest((request) => request.postData()?.includes("query Disputes") ?? false);
    await page.keyboard.press("7");
    await asked;
    await page.clock.fastForward(61_000);
    await page.getByText("This took too long.").waitFor();
  });
});

describe("an address that asks for what there is not", () => {
  it("has what is refused quoted; the choices go when told to, and the back button brings them again", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/disputes?statuses=RUMOUR&all=yes"));
    const notice = page.getByRole("alert");
    await notice.getByText("RUMOUR").waitFor();
    await notice.getByRole("button", { name: "Take the choices back" }).click();
    await page.getByRole("button", { name: "CSV" }).waitFor();
    await page.goBack();
    await notice.getByText("RUMOUR").waitFor();
  });

  it.each([
    ["russia-ukraine/network?from=yesterday", "yesterday"],
    ["russia-ukraine/positions?at=2025-13-45", "2025-13-45"],
    ["russia-ukraine/range/no-such-issue", "no-such-issue"],
    ["no-such-case/timeline", "no-such-case"],
  ])("says what is wrong in %s", async (view, wrong) => {
    const { page } = await browser.open(explorer.address(view));
    const notice = page.getByRole("alert").filter({ hasText: wrong }).first();
    await notice.waitFor();
    expect(await notice.getByRole("button").count()).toBeGreaterThan(0);
  });

  it.each([
    [
      "russia-ukraine/netwrok",
      "The address asks for “netwrok”, which is no view. Choose one above; the case is shown meanwhile.",
    ],
    ["no-such-case/case", "No such case is loaded. Choose one above."],
    ["%E0%A4%A/case", "No such case is loaded. Choose one above."],
    [
      "russia-ukraine/timeline?open=no-such-entry",
      "What the address opens is not in this view: it may be misspelt, or the filters leave it out.",
    ],
    [
      "russia-ukraine/positions?cell=nobody~nothing",
      "What the address opens is not in this view: it may be misspelt, or the filters leave it out.",
    ],
  ])("says what is not there in %s, beside what is", async (view, says) => {
    const { page, faults } = await browser.open(explorer.address(view));
    await page.getByText(says).waitFor();
    expect(faults).toEqual([]);
  });
});
