import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser.ts";
import { useExplorerOn } from "../support/explorer-server.ts";
import { findAxeFaults } from "../support/find-axe-faults.ts";
import { useDatabase } from "../support/neo4j.ts";

const TOKEN = "a-token-of-the-test-that-is-long-enough-to-be-one";

const explorer = useExplorerOn(useDatabase(), ["russia-ukraine"], {
  access: { readers: "SIGNED_IN", tokens: { kind: "ADMIN_TOKEN", token: TOKEN } },
});
const browser = useBrowser();

const VIEW = "russia-ukraine/network?network=attendance";

describe("the explorer where readers must sign in", () => {
  it("asks for a token, keeps it for the tab alone, and shows the view that was asked for", async () => {
    const { page } = await browser.open(explorer.address(VIEW));
    const notice = page.getByRole("alert");
    await notice.getByText("This server answers only those who sign in.").waitFor();
    expect(await findAxeFaults(page)).toEqual([]);
    await notice.getByLabel("Token").fill("not the token");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    await notice.getByLabel("Token").fill(TOKEN);
    await page.keyboard.press("Enter");
    await page.locator("svg.network .node").first().waitFor();
    expect(page.url()).toBe(explorer.address(VIEW));
    expect(await page.evaluate("Object.values(localStorage).join()")).not.toContain(TOKEN);
  });

  it("hands out files to who is signed in, and forgets the token when told to", async () => {
    const { page } = await browser.open(explorer.address(VIEW));
    await page.getByLabel("Token").fill(TOKEN);
    await page.keyboard.press("Enter");
    await page.locator("svg.network .node").first().waitFor();
    await page.getByText("Files").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "GEXF" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("<gexf");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByLabel("Token").waitFor();
  });
});
