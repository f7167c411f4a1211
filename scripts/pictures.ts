// `npx tsx scripts/pictures.ts URL`: takes the pictures of the README from a running server with a real browser.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
// @ts-expect-error a plain script without types
import { root } from "./ensure-installed.mjs";

const PICTURES = [
  { file: "playground.png", path: "graphql?query=", run: true },
  { file: "network.png", path: "#/russia-ukraine/network", run: false },
  { file: "positions.png", path: "#/russia-ukraine/positions", run: false },
  { file: "range.png", path: "#/russia-ukraine/range/armed-forces-size", run: false },
] as const;

const EXAMPLE = `{
  demands(where: { slug: { eq: "thirty-day-ceasefire" } }) {
    text
    proposedBy { name }
    acceptedBy { name }
    rejectedBy { name }
    statements {
      act
      date
      quote
      foundIn { publisher }
      cites { publisher date }
    }
  }
}`;

const [url = "http://127.0.0.1:4000/"] = process.argv.slice(2);
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);
if (!executablePath) throw new Error("No Chromium: `npm test` installs one.");

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
});
for (const { file, path, run } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(new URL(run ? path + encodeURIComponent(EXAMPLE) : path, url).href);
  await page.waitForTimeout(2_000);
  if (run) await page.locator("button.graphiql-execute-button").click();
  await page.getByText("Loading …").waitFor({ state: "detached" });
  await page.waitForTimeout(4_000);
  await page.screenshot({ path: join(root, "docs/pictures", file) });
  await page.close();
}
await browser.close();
