import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterEach, beforeAll } from "vitest";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FOLDERS = ["/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/snap/bin", "/opt/homebrew/bin"];
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How long a slow machine may take to show what a test waits for. */
export const PATIENCE = { timeout: 120_000 } as const;

/** A page, with what it asked of hosts other than its own and what went wrong on it. */
export interface WatchedPage {
  readonly page: Page;
  /** Addresses asked for on other hosts. */
  readonly foreign: string[];
  /** Errors that the page threw, or wrote to its console. */
  readonly faults: string[];
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
}

/** A real Chromium without a window; every page has storage of its own and is closed after its test. */
export interface TestBrowser {
  /** Opens an address; resolves once its markup is there. */
  open(url: string, options?: PageOptions): Promise<WatchedPage>;
}

/** Gives a test file its own Chromium. Call it once at the top of the file. */
export function useBrowser(): TestBrowser {
  const opened: { context: BrowserContext; folder: string }[] = [];
  const close = async () => {
    for (const { context, folder } of opened.splice(0)) {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  beforeAll(findChromium);
  afterEach(close);
  return {
    open: async (url, options = {}) => {
      const folder = mkdtempSync(join(tmpdir(), "demarche-browser-"));
      const context = await launch(folder, options);
      opened.push({ context, folder });
      return await watch(context, url);
    },
  };
}

/** Finds the browser of this machine. */
export function findChromium(): string {
  const found = FOLDERS.flatMap((folder) => PROGRAMS.map((name) => join(folder, name))).find(existsSync);
  if (found === undefined) throw new Error("No Chromium is installed: npm test installs one.");
  return found;
}

async function launch(folder: string, { width = 1440, height = 900, colorScheme = "light" }: PageOptions) {
  return await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    headless: true,
    chromiumSandbox: false,
    args: FLAGS,
    viewport: { width, height },
    colorScheme,
    reducedMotion: "reduce",
  });
}

async function watch(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(PATIENCE.timeout);
  const { host } = new URL(url);
  const foreign: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => {
    const address = new URL(request.url());
    if (/^(https?|wss?):$/.test(address.protocol) && address.host !== host) foreign.push(request.url());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(url, { waitUntil: "domcontentloaded" });
  return { page, foreign, faults };
}
