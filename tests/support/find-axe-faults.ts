import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Lists what axe finds wrong on a page: rule, and the markup that breaks it. */
export async function findAxeFaults(page: Page): Promise<string[]> {
  return await page.evaluate(
    `${AXE}; axe.run().then((result) => result.violations.map(({ id, nodes }) => id + " " + nodes.map(({ html }) => html).join(" ")))`,
  );
}
