import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import express from "express";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { publishCase } from "../../src/publishing/publish-case.ts";
import { PATIENCE, useBrowser } from "../support/browser.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { useDatabase } from "../support/neo4j.ts";

const test = useDatabase();
const browser = useBrowser();
const folder = mkdtempSync(join(tmpdir(), "demarche-published-"));
const site = join(folder, "site");
let files: Server;

beforeAll(async () => {
  await loadDataset(test.database, findPackageFile("seed", "nuclear"));
  await publishCase(test.database, "nuclear", {
    out: site,
    overwrite: false,
    pageFolder: findPackageFile("dist", "published"),
    version: "1.2.3",
    publishedAt: "2025-07-01",
    logger: pino({ level: "silent" }),
  });
  files = createServer(express().use(express.static(site))).listen(0, "127.0.0.1");
  await new Promise((resolve) => files.once("listening", resolve));
});

afterAll(async () => {
  await new Promise((resolve) => files.close(resolve));
  rmSync(folder, { recursive: true });
});

const served = (view: string) =>
  `http://127.0.0.1:${(files.address() as AddressInfo).port}/#/nuclear/${view}`;
const onDisk = (view: string) => `${pathToFileURL(join(site, "index.html")).href}#/nuclear/${view}`;

describe("a published debate of a thousand statements", () => {
  it.each(["case", "network", "timeline", "positions", "positions?by=ISSUE", "disputes", "sources"])(
    "shows %s from a plain web server",
    async (view) => {
      const { page, foreign, faults } = await browser.open(served(view));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await expect.poll(() => page.getByText("Loading …").count(), PATIENCE).toBe(0);
      expect([await page.getByRole("alert").count(), foreign, faults]).toEqual([0, [], []]);
    },
  );

  it("computes the network of its actors from a disk, and opens a line down to its statements", async () => {
    const { page, faults } = await browser.open(onDisk("network?network=actors"));
    await page
      .getByText("279 of 8,480 lines are drawn, between 75 things. 8,201 lighter ones are hidden.")
      .waitFor();
    await page.getByLabel("Find in this network").fill("SPD");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary");
    await panel.getByRole("heading", { name: "SPD", exact: true }).waitFor();
    await panel.locator("article").first().waitFor();
    expect(faults).toEqual([]);
    // axe fetches style sheets by itself, which the page's policy forbids and reports
    expect(await findAxeFaults(page)).toEqual([]);
  });

  it("says that the positions of an earlier day need the server, being too many to hand on", async () => {
    const { page } = await browser.open(served("positions"));
    const slider = page.getByRole("slider", { name: "As of" });
    await slider.press("Home");
    await page.getByText("This page was published without a server").waitFor();
    await page.getByRole("slider", { name: "As of" }).press("End");
    await page.locator("[data-cell]").first().waitFor();
  });
});
