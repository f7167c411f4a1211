import { describe, expect, it } from "vitest";
import { PATIENCE, useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { readDownload } from "../support/read-download.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, colorScheme: "light" | "dark" = "light") => {
  const watched = await browser.open(explorer.address(view), { colorScheme });
  await watched.page.locator(".claim").first().waitFor();
  return watched;
};

describe("the disputes", () => {
  it("tells who asserts, who disputes and whom the document sides with, down to the quotes", async () => {
    const { page } = await open("russia-ukraine/disputes");
    const claim = page.locator(".claim").filter({ hasText: "Peace was within reach" }).first();
    expect(await claim.locator(".verdict").textContent()).toBe(
      "✕ the document sides with those who dispute it",
    );
    const [asserts, disputes] = await claim.locator(".side > p").allTextContents();
    expect([asserts, disputes]).toEqual(["Russia and Russian propaganda networks", "KHAR Center"]);
    await claim.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await claim.locator("blockquote").first().waitFor();
  });

  it("keeps what is only claimed apart, marked as such", async () => {
    const { page } = await open("russia-ukraine/disputes");
    const marks = await page.locator(".statement .status.claimed").allTextContents();
    expect(marks).toEqual(["claimed: Reuters", "claimed: Reuters"]);
  });

  it("shows undisputed claims as well where the reader asks for them", async () => {
    const { page } = await open("russia-ukraine/disputes");
    const disputed = await page.locator(".claim").count();
    await page.getByRole("checkbox", { name: "Show claims that nobody disputes as well" }).press("Space");
    await expect.poll(() => page.locator(".claim").count(), PATIENCE).toBeGreaterThan(disputed);
    expect(page.url()).toContain("all=yes");
  });

  it("hands out the claims as CSV", async () => {
    const { page } = await open("russia-ukraine/disputes");
    const lines = await readDownload(page, "CSV");
    expect(lines[0]).toBe(
      "Claim,How it stands,The document's side,Asserted by,Quotes that assert it,Disputed by,Quotes that dispute it,Contradicts",
    );
    expect(lines).toHaveLength((await page.locator(".claim").count()) + 1);
  });

  it.each(["light", "dark"] as const)(
    "says why there is nothing in a case without claims, %s",
    async (theme) => {
      const { page } = await browser.open(explorer.address("nuclear/disputes"), { colorScheme: theme });
      await page.locator(".notice").waitFor();
      expect(await page.locator(".notice").allTextContents()).toEqual([
        expect.stringMatching(/^(Nothing is coded on this|The sources do not say)/),
      ]);
      expect(await findAxeFaults(page)).toEqual([]);
    },
  );

  it.each(["light", "dark"] as const)(
    "has no fault that axe finds and asks no other host, %s",
    async (theme) => {
      const { page, foreign, faults } = await open("russia-ukraine/disputes", theme);
      expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
    },
  );
});
