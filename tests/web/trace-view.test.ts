import { describe, expect, it } from "vitest";
import { PATIENCE, useBrowser } from "../support/browser.ts";
import { useExplorer } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { readDownload } from "../support/read-download.ts";

const explorer = useExplorer("russia-ukraine", "nuclear");
const browser = useBrowser();

const open = async (view: string, colorScheme: "light" | "dark" = "light") => {
  const watched = await browser.open(explorer.address(view), { colorScheme });
  await watched.page.locator(".statement").first().waitFor();
  return watched;
};

describe("the trace of a thing", () => {
  it.each([
    ["demand", "thirty-day-ceasefire", "A 30-day ceasefire"],
    ["proposal · offer", "us-thirty-day-ceasefire-proposal", "U.S. proposal of a 30-day ceasefire"],
    ["meeting · round", "round-1-gomel", "First round of negotiations"],
    ["actor · person", "putin", "Vladimir Putin"],
    [
      "claim",
      "johnson-blocked-peace",
      "Peace was within reach (a completed agreement), but Boris Johnson blocked it",
    ],
    ["issue", "territory", "Territorial integrity and the status of territories"],
    ["event", "onset-of-invasion", "Onset of the large-scale invasion"],
    ["source · news", "reuters-2022a", "Exclusive: As War Began, Putin Rejected Ukraine Peace Deal"],
  ])("tells the story of a %s", async (kind, slug, name) => {
    const { page } = await browser.open(explorer.address(`russia-ukraine/trace/${slug}`));
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect(await page.locator(".root-facts > p").first().textContent()).toBe(kind);
  });

  it("leads from a statement to its numbered source with the keyboard", async () => {
    const { page } = await open("russia-ukraine/trace/thirty-day-ceasefire");
    await page.getByRole("button", { name: "Source 2" }).first().focus();
    await page.keyboard.press("Enter");
    const focused = await page.evaluate("document.activeElement?.textContent");
    expect(focused).toMatch(/^Axios, “Ukraine-Russia Ceasefire Talks”, 2025-03-11/);
  });

  it("tells it in order of time where the reader asks for that", async () => {
    const { page } = await open("russia-ukraine/trace/thirty-day-ceasefire");
    await page.getByRole("combobox", { name: "Order" }).selectOption("time");
    await page.getByRole("heading", { name: "The story" }).waitFor();
    const days = await page.locator(".statement time").allTextContents();
    expect(days).toEqual([...days.slice(0, 4).fill("11 March 2025"), "13 March 2025", "13 March 2025"]);
  });

  it("copies itself as Markdown with footnotes, and as a citation", async () => {
    const { page } = await open("russia-ukraine/trace/thirty-day-ceasefire");
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate<string>("navigator.clipboard.readText()");
    await page.getByRole("button", { name: "Copy as Markdown" }).click();
    await page.getByText("Copied.").first().waitFor();
    expect((await copied()).split("\n")).toEqual(
      expect.arrayContaining([
        "# A 30-day ceasefire",
        "## Rejected",
        "- **11 March 2025**: Ukraine accepted “A 30-day ceasefire” at U.S.–Ukrainian meeting in Saudi Arabia. “Kyiv accepted a 30-day ceasefire proposal from Washington” (¶55)[^1][^2][^3]",
        "[^1]: KHAR Center",
      ]),
    );
    await page.getByRole("button", { name: "Copy as citation" }).click();
    await expect
      .poll(copied, PATIENCE)
      .toMatch(
        /^“A 30-day ceasefire”, in: Russia–Ukraine peace negotiations, 2022–2025\. Demarche, 6 statements\. http/,
      );
  });

  it("hands out its statements as CSV", async () => {
    const { page } = await open("russia-ukraine/trace/round-1-gomel");
    const lines = await readDownload(page, "CSV");
    expect(lines[0]).toBe(
      "Date,First day,Last day,Actor,Act,About,Status,Quote,Where in the document,Sources,Note",
    );
    expect(lines).toHaveLength(6);
  });

  it("leaves a source out everywhere from its own page", async () => {
    const { page } = await open("russia-ukraine/trace/reuters-2022a");
    await page.getByRole("button", { name: "Leave this source out everywhere" }).click();
    await page.locator(".filters summary", { hasText: "Leave out sources: Reuters" }).waitFor();
    await page.getByRole("button", { name: "Count this source again" }).waitFor();
  });

  it("asks what to trace where the address names nothing", async () => {
    const { page } = await browser.open(explorer.address("russia-ukraine/trace"));
    await page.getByText("Choose a demand, proposal, meeting, actor or claim").waitFor();
  });

  it.each([
    ["russia-ukraine/trace/round-1-gomel", "light"],
    ["russia-ukraine/trace/round-1-gomel", "dark"],
    ["nuclear/trace/angela-merkel", "light"],
    ["nuclear/trace/angela-merkel", "dark"],
  ] as const)("has no fault that axe finds and asks no other host: %s, %s", async (view, theme) => {
    const { page, foreign, faults } = await open(view, theme);
    expect([await findAxeFaults(page), foreign, faults]).toEqual([[], [], []]);
  });
});
