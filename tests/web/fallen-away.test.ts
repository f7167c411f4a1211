import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";

const explorer = useExplorer("russia-ukraine");
const browser = useBrowser();

const REUTERS = "Reuters, “Exclusive: As War Began, Putin Rejected Ukraine Peace Deal”, 2022-09-14";
const AXIOS = "Axios, “Ukraine-Russia Ceasefire Talks”, 2025-03-11";

describe("a source that is left out", () => {
  it.each([
    [
      "network?without=reuters-2022a",
      REUTERS,
      "lines",
      "Vladimir Putin rejected Initial peace proposal of Dmitry Kozak",
    ],
    ["timeline?without=reuters-2022a", REUTERS, "entries", "Vladimir Putin rejected “Initial peace proposal"],
    [
      "trace/putin?without=reuters-2022a",
      REUTERS,
      "statements",
      "Vladimir Putin rejected “Initial peace proposal",
    ],
    [
      "disputes?without=reuters-2022a",
      REUTERS,
      "claims and statements",
      "Dmitry Kozak proposed “Initial peace",
    ],
    ["positions?without=axios-2025", AXIOS, "positions", "United States on “A 30-day ceasefire”"],
    [
      "range/ceasefire-length?without=axios-2025",
      AXIOS,
      "values, gaps",
      "gap between Russia and United States",
    ],
  ])("is named in %s, with what falls away", async (view, source, subject, fallen) => {
    const { page, faults } = await browser.open(explorer.address(`russia-ukraine/${view}`));
    const told = page.locator(".fallen-away").first();
    await told.locator("summary", { hasText: `Without ${source}:` }).press("Enter");
    await told
      .locator("summary", { hasText: new RegExp(`[1-9]\\d* of \\d+ ${subject}.* fall away or change`) })
      .waitFor();
    await told.locator("li", { hasText: fallen }).waitFor();
    expect([await findAxeFaults(page), faults]).toEqual([[], []]);
    await told.getByRole("button", { name: "Count every source again" }).click();
    await told.waitFor({ state: "detached" });
    expect(page.url()).not.toContain("without");
  });

  it("shows a line that fell away as it was, down to its quote", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/network?without=reuters-2022a"));
    await page.locator(".fallen-away summary").click();
    await page.getByRole("link", { name: "Vladimir Putin rejected Initial peace proposal" }).click();
    await page.getByRole("complementary").getByText("Putin rejected the offer").waitFor();
  });

  it("says so where nothing changes", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/positions?without=reuters-2022a"));
    await page.getByText(/all \d+ turns stay as they are/).waitFor();
    await page.getByText(/all \d+ positions stay as they are/).waitFor();
  });
});
