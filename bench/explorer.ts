// Opens the explorer in a real browser without a GPU: weight of the first view, time until a case is there, frames a second
// while the first case's whole network is panned and zoomed, and how a network of 5,000 nodes fares.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { pino } from "pino";
import { type Browser, chromium, type Page } from "playwright-core";
import { openDatabase } from "../src/database/neo4j-database.ts";
import { startEmbedded } from "../src/database/servers/embedded.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { startServer } from "../src/server/start-server.ts";
import { findChromium } from "../tests/support/browser.ts";

const MOST_KILOBYTES = 120;
const MOST_FIRST_SHOWN_MS = 1_000;
const LEAST_FRAMES = 30;
const ROUNDS = 5;

/** Moves of the mouse in one measurement. */
const STEPS = 90;

const LARGE = makeLargeNetwork(5_000, 20_000);

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const dataFolder = mkdtempSync(join(tmpdir(), "demarche-bench-"));
const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "demarche");
const neo4j = await startEmbedded({ dataFolder, cacheFolder });
const database = await openDatabase(neo4j);
await loadDataset(database, fileOf("../seed/russia-ukraine"));
const server = await startServer({
  database,
  logger: pino({ level: "silent" }),
  settings: { port: 0, explorerFolder: fileOf("../dist/web") },
});
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
});
try {
  report("script of the first view, gzipped, kB", await weighFirstView(browser), `at most ${MOST_KILOBYTES}`);
  report("first case shown, ms, median", await timeFirstCase(browser), `at most ${MOST_FIRST_SHOWN_MS}`);
  await measureNetwork(browser);
  await measureLargeNetwork(browser);
} finally {
  await browser.close();
  await server.close();
  await database.close();
  await neo4j.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

function report(what: string, figure: number, limit: string): void {
  console.log(`${what.padEnd(52)} ${String(Math.round(figure)).padStart(6)}  ${limit}`);
}

/** Every script that the page loads before a case is there. */
async function weighFirstView(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  const scripts = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.add(basename(new URL(request.url()).pathname));
  });
  await page.goto(new URL("#/russia-ukraine/case", server.url).href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.close();
  const sizes = [...scripts].map(
    (name) => gzipSync(readFileSync(fileOf(`../dist/web/assets/${name}`))).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

async function openView(browser: Browser, view: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(new URL(view, server.url).href);
  return page;
}

async function timeFirstCase(browser: Browser): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const page = await openView(browser, "#/russia-ukraine/case");
    await page.getByRole("heading", { level: 1 }).waitFor();
    times.push(performance.now() - start);
    await page.close();
  }
  return times.sort((left, right) => left - right)[Math.floor(ROUNDS / 2)] ?? 0;
}

async function measureNetwork(browser: Browser): Promise<void> {
  const page = await openView(browser, "#/russia-ukraine/network");
  await page.locator("svg.network .node").first().waitFor();
  report("frames a second, panning the whole network", await framesOf(page, pan), `at least ${LEAST_FRAMES}`);
  report("frames a second, zooming it", await framesOf(page, zoomInAndOut), `at least ${LEAST_FRAMES}`);
  await page.close();
}

/** Counts the frames that the page draws while a person moves about in it. */
async function framesOf(page: Page, move: (page: Page) => Promise<void>): Promise<number> {
  await page.evaluate(
    "self.drawnFrames === undefined && (function count() { self.drawnFrames++; requestAnimationFrame(count); })(); self.drawnFrames = 0; self.countedFrom = performance.now()",
  );
  await move(page);
  return await page.evaluate<number>("(1000 * self.drawnFrames) / (performance.now() - self.countedFrom)");
}

async function pan(page: Page): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 0; step < STEPS; step++) await page.mouse.move(x + 120 * Math.sin(step / 8), y + step);
  await page.mouse.up();
}

async function zoomInAndOut(page: Page): Promise<void> {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, step < STEPS / 2 ? -60 : 60);
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator("svg.network").boundingBox();
  if (!box) throw new Error("the network is not drawn");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A network of 5,000 nodes, in the place of the first case's. */
async function measureLargeNetwork(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.route("**/export/**", (route) => route.fulfill({ json: LARGE }));
  await page.addInitScript(
    "self.longest = 0; new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) self.longest = Math.max(self.longest, duration); }).observe({ type: 'longtask', buffered: true })",
  );
  const start = performance.now();
  await page.goto(new URL("#/russia-ukraine/network?network=actors", server.url).href);
  await page.locator("svg.network .node").first().waitFor();
  report("5,000 nodes: drawn after, ms", performance.now() - start, "");
  report("5,000 nodes: longest time without an answer, ms", await page.evaluate<number>("self.longest"), "");
  console.log(await page.locator(".threshold [role=status]").textContent());
  await page.close();
}

function makeLargeNetwork(nodeCount: number, edgeCount: number) {
  const nodes = Array.from({ length: nodeCount }, (_, place) => ({
    id: `russia-ukraine/actor-${place}`,
    name: `Actor ${place}`,
    mode: "ACTOR",
    kind: "PERSON",
    aliases: [],
    statementCount: 1 + (place % 30),
  }));
  const links = Array.from({ length: edgeCount }, (_, place) => ({
    source: `russia-ukraine/actor-${(place * 7_919) % nodeCount}`,
    target: `russia-ukraine/actor-${(place * 104_729 + 1) % nodeCount}`,
    kind: "CONGRUENCE",
    weight: 1,
    positive: 1,
    negative: 0,
    statementCount: 1,
    publishers: [],
    sources: [],
  }));
  const report = { statementsKept: edgeCount, leftOut: [], cancelled: 0, belowMinimum: 0, isolates: 0 };
  return { directed: false, multigraph: false, graph: { report }, nodes, links };
}
