import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { readDownload } from "../support/read-download.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, colorScheme: "light" | "dark" = "light") => {
  const watched = await browser.open(explorer.address(view), { colorScheme });
  await watched.page.locator(".tally").first().waitFor();
  return watched;
};
const REUTERS = /^Count Reuters, “Exclusive: As War Began/;

describe("what rests on which source", () => {
  it("leaves a source out, shows what falls away, and every view counts without it", async () => {
    const { page } = await open("russia-ukraine/sources");
    await page.getByRole("checkbox", { name: REUTERS }).press("Space");
    await page.getByRole("heading", { name: /^Without what is left out, \d+ statements/ }).waitFor();
    expect(await page.locator(".fallen blockquote").allTextContents()).toContain(
      "“Putin rejected the offer” ¶21",
    );
    await page.getByRole("link", { name: "Timeline" }).click();
    await page.getByText("resting on the sources left out").waitFor();
    await page.goBack();
    await page.getByRole("checkbox", { name: REUTERS }).press("Space");
    await page.locator(".fallen").waitFor({ state: "detached" });
  });

  it("opens the bar of a publisher down to its works, and those to their statements", async () => {
    const { page } = await open("russia-ukraine/sources");
    await page
      .getByRole("region", { name: "By publisher" })
      .getByRole("link", { name: "Axios" })
      .press("Enter");
    const works = page.locator(".opened-works");
    await works.getByRole("heading", { name: "Axios: 1 work" }).waitFor();
    await works.getByRole("link", { name: /^Axios, “Ukraine-Russia Ceasefire Talks”/ }).click();
    await page.getByText("Kyiv accepted a 30-day ceasefire proposal from Washington").first().waitFor();
    await page.goBack();
    await works.getByRole("button", { name: "Close" }).click();
    await works.waitFor({ state: "detached" });
  });

  it("tells what rests on one publisher and what cites nothing, some at a time", async () => {
    const { page } = await open("russia-ukraine/sources");
    const counts = await page.locator(".counts dd").allTextContents();
    await page.getByText("What cites nothing").press("Enter");
    await page.getByText(`25 of ${counts[2]} are shown.`).waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByText(`50 of ${counts[2]} are shown.`).waitFor();
  });

  it("hands out the works as CSV, with what falls without each", async () => {
    const { page } = await open("russia-ukraine/sources");
    const lines = await readDownload(page, "CSV");
    expect(lines[0]).toBe(
      "Publisher,Title,Date,Language,Kind,Cited for,Falls without it,What falls without it",
    );
    expect(lines.find((line) => line.startsWith("Anadolu"))).toMatch(
      /^Anadolu Ajansı,Kuleba: Lavrov İnsani Koridorlar Konusunda Bir Taahhüt Vermedi,2022-03,tr,news,\d+,\d+,.*russia-ukraine\/russia-rejected-mariupol-corridor/,
    );
  });

  it.each([
    ["russia-ukraine/sources?without=reuters-2022a&works=language~ru", "light"],
    ["russia-ukraine/sources?without=reuters-2022a", "dark"],
    ["nuclear/sources", "light"],
    ["nuclear/sources", "dark"],
  ] as const)("has no fault that axe finds and asks no other host: %s, %s", async (view, theme) => {
    const { page, foreign, faults } = await open(view, theme);
    expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
  });
});
