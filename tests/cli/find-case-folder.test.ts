import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findCaseFolder } from "../../src/cli/find-case-folder.ts";
import { findPackageFile } from "../../src/cli/package-root.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-folders-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("findCaseFolder(word)", () => {
  it("takes the folder of that name", () => {
    const own = join(folder, "nuclear");
    mkdirSync(own);
    expect(findCaseFolder(own)).toBe(own);
  });

  it("takes a case that ships with Demarche by its name alone", () => {
    expect(findCaseFolder("nuclear")).toBe(findPackageFile("seed", "nuclear"));
  });

  it.each(["no-such-case", "../seed/nuclear-2", "", "README.txt"])("leaves %j as it is", (word) => {
    expect(findCaseFolder(word)).toBe(word);
  });
});
