import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** Presses what hands out a file and gives its lines, without the mark that makes spreadsheets read UTF-8. */
export async function readDownload(page: Page, button: string): Promise<string[]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button, exact: true }).click();
  const file = await (await coming).path();
  return readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
}
