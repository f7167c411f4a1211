import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { runDemarche } from "../support/run-demarche.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-agreement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OTHER = join(folder, "other");
cpSync(EXAMPLE_CASE, OTHER, { recursive: true });
const statements = join(OTHER, "statements.csv");
writeFileSync(statements, readFileSync(statements, "utf8").replace("s-01,MEDIATED", "s-01,HOSTED"));

describe("demarche agreement", () => {
  it("shows numbers for each field, and the disagreement side by side", async () => {
    const { exitCode, stdout } = await runDemarche(["agreement", EXAMPLE_CASE, OTHER]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+ statements of both, 0 of the left only, 0 of the right only\n/);
    expect(stdout).toMatch(/^target +\d+ +1\.000 +1\.000 +1\.000$/m);
    expect(stdout).toMatch(/^ +act: MEDIATED +act: HOSTED$/m);
  });

  it("gives the disagreements as CSV", async () => {
    const { stdout } = await runDemarche(["agreement", EXAMPLE_CASE, OTHER, "--format", "csv"]);
    expect(stdout).toBe(
      'where,quote,left,right\n¶4,which Eastmark mediated,"s-01\nact: MEDIATED","s-01\nact: HOSTED"\n',
    );
  });
});
