import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { type PublishReport, publishCase } from "../../src/publishing/publish-case.ts";
import { PATIENCE, useBrowser } from "../support/browser.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { useDatabase } from "../support/neo4j.ts";

const test = useDatabase();
const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "demarche-published-"));
const site = join(folder, "site");
let report: PublishReport;

const publish = (out: string, overwrite = false, caseSlug = "russia-ukraine") =>
  publishCase(test.database, caseSlug, {
    out,
    overwrite,
    pageFolder: findPackageFile("dist", "published"),
    version: "1.2.3",
    publishedAt: "2025-07-01",
    logger: pino({ level: "silent" }),
  });

const address = (view: string) => `${pathToFileURL(join(site, "index.html")).href}#/${view}`;

beforeAll(async () => {
  await loadDataset(test.database, findPackageFile("seed", "russia-ukraine"));
  await loadDataset(test.database, findPackageFile("seed", "nuclear"));
  // an earlier publication, which is replaced
  mkdirSync(site);
  writeFileSync(join(site, "contents.js"), "");
  report = await publish(site, true);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a published case, opened from a disk", () => {
  it("shows the case alone, and says what it is", async () => {
    const { page, foreign, faults } = await browser.open(address(""));
    await page
      .getByRole("heading", { level: 1, name: "Russia–Ukraine peace negotiations, 2022–2025" })
      .waitFor();
    expect(await page.locator(".masthead label").first().locator("option").count()).toBe(1);
    await page.getByText("Published 2025-07-01, read-only, Demarche 1.2.3").waitFor();
    expect([foreign, faults]).toEqual([[], []]);
    // axe fetches style sheets by itself, which the page's policy forbids and reports
    expect(await findAxeFaults(page)).toEqual([]);
  });

  it.each([
    "case",
    "network",
    "timeline",
    "positions",
    "positions?by=ISSUE",
    "range",
    "range/ceasefire-length",
    "range/crimea-status",
    "disputes",
    "disputes?all=yes",
    "sources",
    "trace",
    "trace/trump",
    "trace/reuters-2022a",
    "trace/round-1-gomel",
  ])("was given what %s shows", async (view) => {
    const { page, foreign, faults } = await browser.open(address(`russia-ukraine/${view}`));
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await expect.poll(() => page.getByText("Loading …").count(), PATIENCE).toBe(0);
    expect([await page.getByRole("alert").count(), foreign, faults]).toEqual([0, [], []]);
  });

  it("was given the positions of every day on which one changed", async () => {
    const { page, faults } = await browser.open(address("russia-ukraine/positions"));
    const slider = page.getByRole("slider", { name: "As of" });
    await slider.waitFor();
    const later = await page.locator("[data-cell]").count();
    await slider.press("Home");
    await expect.poll(() => page.locator("[data-cell]").count(), PATIENCE).toBeLessThan(later);
    await page.getByRole("heading", { name: "Who turned" }).waitFor();
    expect([await page.getByRole("alert").count(), faults]).toEqual([0, []]);
  });

  it("computes networks with filters, opens their lines and writes their files", async () => {
    const { page, faults } = await browser.open(
      address("russia-ukraine/network?network=two-mode&from=2025&edge=putin~thirty-day-ceasefire~SUBTRACT"),
    );
    const panel = page.getByRole("complementary");
    await panel.getByText("just two days later, on March 13, Putin rejected the offer").waitFor();
    await page.getByText("Files").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "GEXF" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("<gexf");
    expect(faults).toEqual([]);
  });

  it("finds things by their names, in any script", async () => {
    const { page } = await browser.open(address("russia-ukraine/case"));
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("Песков");
    await page.locator("#hits a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Dmitry Peskov" }).waitFor();
  });

  it("says that a filtered story needs the server, and takes the filter back", async () => {
    const { page } = await browser.open(address("russia-ukraine/trace/peskov?from=2025"));
    const notice = page.getByRole("alert");
    await notice.getByText("This page was published without a server").waitFor();
    await notice.getByRole("button", { name: "Take the choices back" }).click();
    await page.getByRole("heading", { level: 1, name: "Dmitry Peskov" }).waitFor();
  });
});

describe("publishCase(database, caseSlug, options)", () => {
  it("replaces an earlier publication only when told to, and nothing else ever", async () => {
    await expect(publish(site)).rejects.toThrow(
      `${site} holds an earlier publication: replace it with --overwrite, or name another folder with --out.`,
    );
    writeFileSync(join(folder, "mine.txt"), "mine");
    await expect(publish(folder, true)).rejects.toThrow(
      `${folder} is not empty: name a new folder with --out.`,
    );
    expect(readFileSync(join(site, "contents.js"), "utf8")).toContain('"publishedAt":"2025-07-01"');
  });

  it("tells what it published: every statement of the case", async () => {
    const cases = await test.database.read<{ id: string; statements: number }>("analytics/cases");
    expect(report).toEqual({
      caseSlug: "russia-ukraine",
      out: site,
      statementCount: cases.find(({ id }) => id === "russia-ukraine")?.statements,
      answerCount: readdirSync(join(site, "answers")).length,
    });
  });

  it("refuses a case that is not loaded, and leaves nothing behind", async () => {
    await expect(publish(join(folder, "other"), false, "no-such-case")).rejects.toMatchObject({
      code: "UNKNOWN_CASE",
    });
  });
});
