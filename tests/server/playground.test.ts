import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { type PageOptions, useBrowser } from "../support/browser.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-playground-"));
const own = useDatabase();
const browser = useBrowser();

beforeAll(async () => {
  const root = fileURLToPath(new URL("../../web/playground", import.meta.url));
  const configFile = join(root, "vite.config.ts");
  await build({ root, configFile, logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  await loadDataset(own.database, EXAMPLE_CASE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running = useServer(own, { playgroundFolder: folder });
const open = (path: string, options?: PageOptions) =>
  browser.open(new URL(path, running.server.url).href, options);
const ANSWER = ".result-window .view-lines";
const BACKGROUND = "getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor";
const EDITOR = ".graphiql-query-editor .view-lines";

describe("the playground", () => {
  it("loads an example and shows its answer, and asks no other host", async () => {
    const { page, foreign, faults } = await open("/graphql");
    await page.click('[data-example="cases"]');
    await page.locator(ANSWER, { hasText: '"lake-talks"' }).waitFor();
    expect(await page.getAttribute('[data-example="cases"]', "aria-current")).toBe("true");
    expect([foreign, faults]).toEqual([[], []]);
  });

  it("has a menu of at least 15 examples, each with a title and a sentence, and finds one by its words", async () => {
    const { page } = await open("/graphql");
    await page.waitForSelector("[data-example]");
    const items = await page.$$eval("[data-example]", (buttons) =>
      buttons.map((button) => [...button.children].map((child) => (child.textContent ?? "").length > 0)),
    );
    expect(items.length).toBeGreaterThanOrEqual(15);
    expect(items.filter((parts) => parts.length !== 2 || parts.includes(false))).toEqual([]);
    await page.fill('input[type="search"]', "cyrillic");
    expect(
      await page.$$eval("[data-example]", (buttons) => buttons.map((button) => button.dataset.example)),
    ).toEqual(["search-in-cyrillic"]);
  });

  it("opens the query of a link, with its variables", async () => {
    const query = "query Linked($slug: String!) { cases(where: { slug: { eq: $slug } }) { title } }";
    const address = new URLSearchParams({ query, variables: '{"slug": "lake-talks"}' });
    const { page } = await open(`/graphql?${address}`);
    await page.locator(EDITOR, { hasText: "Linked" }).waitFor();
    await page.waitForSelector(".result-window .monaco-editor");
    await page.click(".graphiql-execute-button");
    await page.locator(ANSWER, { hasText: '"title"' }).waitFor();
  });

  it("keeps the address a link to what the editor holds", async () => {
    const { page } = await open("/graphql");
    await page.click('[data-example="cases"]');
    await page.waitForURL(/query\+Cases/);
  });

  it("switches to dark, to light, and back to what the system has", async () => {
    const { page } = await open("/graphql", { colorScheme: "light" });
    const brightness = async () => {
      const colour = await page.evaluate<string>(BACKGROUND);
      return Number(/\d+/.exec(colour)?.[0]) > 127 ? "light" : "dark";
    };
    await page.waitForSelector(".themes");
    const seen = [await brightness()];
    for (const name of ["Dark", "Light", "System colours"]) {
      await page.click(`button[aria-label="${name}"]`);
      seen.push(await brightness());
    }
    await page.emulateMedia({ colorScheme: "dark" });
    seen.push(await brightness());
    expect(seen).toEqual(["light", "dark", "light", "light", "dark"]);
  });

  it("fits a narrow screen: nothing stands out at the side", async () => {
    const { page } = await open("/graphql", { width: 390, height: 844 });
    await page.click('[data-example="cases"]');
    await page.locator(ANSWER, { hasText: '"lake-talks"' }).waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
});
