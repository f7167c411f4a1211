import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { type RunningServer, startServer } from "../../src/server/start-server.ts";
import { useBrowser } from "../support/browser.ts";
import { useDatabase } from "../support/neo4j.ts";

const test = useDatabase();
const browser = useBrowser();
let server: RunningServer;

beforeAll(async () => {
  await loadDataset(test.database, findPackageFile("seed/russia-ukraine"));
  server = await startServer({
    database: test.database,
    logger: pino({ level: "silent" }),
    settings: { port: 0, explorerFolder: findPackageFile("dist/web") },
  });
});

afterAll(async () => {
  await server.close();
});

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("the explorer", () => {
  it("goes from the case to the trace of a demand, down to quote and source, without another host", async () => {
    const { page, foreign, faults } = await browser.open(server.url);
    await page
      .getByRole("heading", { level: 1, name: "Russia–Ukraine peace negotiations, 2022–2025" })
      .waitFor();
    await page.locator("summary", { hasText: "Ceasefire and its length" }).click();
    await page.getByRole("link", { name: "A 30-day ceasefire", exact: true }).click();
    await page.getByText("just two days later, on March 13, Putin rejected the offer").first().waitFor();
    expect([foreign, faults]).toEqual([[], []]);
  });

  it("finds a thing with the keyboard alone", async () => {
    const { page } = await browser.open(server.url);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("Песков");
    await page.locator("#hits a").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Dmitry Peskov" }).waitFor();
  });

  it("says so where a thing is not there, and offers a way on", async () => {
    const { page } = await browser.open(new URL("#/russia-ukraine/trace/no-such-thing", server.url).href);
    const notice = page.getByRole("alert");
    await notice.waitFor();
    expect(await notice.getByRole("button").allTextContents()).toEqual([
      "Try again",
      "Take the choices back",
    ]);
  });

  it.each([
    ["light", "case"],
    ["dark", "case"],
    ["light", "trace/thirty-day-ceasefire"],
    ["dark", "trace/thirty-day-ceasefire"],
  ] as const)("has no fault that axe finds, %s, %s", async (colorScheme, view) => {
    const { page } = await browser.open(new URL(`#/russia-ukraine/${view}`, server.url).href, {
      colorScheme,
    });
    await page.getByRole("heading", { level: 1 }).waitFor();
    const violations = await page.evaluate(
      `${AXE}; axe.run().then((result) => result.violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).join(" ")))`,
    );
    expect(violations).toEqual([]);
  });
});
