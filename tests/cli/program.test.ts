import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { runDemarche } from "../support/run-demarche.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("demarche", () => {
  it("shows every command and where to start with --help", async () => {
    const { exitCode, stdout } = await runDemarche(["--help"]);
    expect(exitCode).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
    expect(stdout).toContain("$ demarche serve");
  });

  it("shows the examples of a command with its --help", async () => {
    const { stdout } = await runDemarche(["load", "--help"]);
    for (const { line, says } of COMMANDS.find(({ name }) => name === "load")?.examples ?? []) {
      expect(stdout).toContain(`  $ ${line}\n      ${says}\n`);
    }
  });

  it("has an example for every command", () => {
    expect(COMMANDS.filter(({ examples }) => examples.length === 0)).toEqual([]);
  });

  it("names the nearest command and exits with 2 for an unknown one", async () => {
    expect(await runDemarche(["tarce", "putin"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "error: unknown command 'tarce'\n(Did you mean trace?)\n(--help shows how)\n",
    });
  });

  it("exits with 2 for a missing argument, and says which", async () => {
    const { exitCode, stderr } = await runDemarche(["load"]);
    expect([exitCode, stderr]).toEqual([
      2,
      "error: missing required argument 'folder'\n(demarche load --help shows how)\n",
    ]);
  });

  it("exits with 1 and a sentence, no stack, for a folder that is not there", async () => {
    const { exitCode, stdout, stderr } = await runDemarche(["validate", join(folder, "nowhere")]);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^demarche: .*nowhere.* \[FILE_UNREADABLE\]\n$/);
  });

  it("gives errors as JSON with --json", async () => {
    const { stderr } = await runDemarche(["validate", join(folder, "nowhere"), "--json"]);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "FILE_UNREADABLE" } });
  });

  it("refuses a malformed setting and names it", async () => {
    const { exitCode, stderr } = await runDemarche(["connect"], { environment: { DEMARCHE_PORT: "many" } });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('DEMARCHE_PORT cannot be "many"')]);
  });

  it("says that a Neo4j cannot be reached, and what to do", async () => {
    const environment = { NEO4J_URI: "bolt://127.0.0.1:9", NEO4J_PASSWORD: "x" };
    const { exitCode, stdout, stderr } = await runDemarche(["search", "peace"], { environment });
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/bolt:\/\/127\.0\.0\.1:9.*\[DATABASE_UNAVAILABLE\]\n$/s);
  });

  it("prints a script for the shell to complete words", async () => {
    const { exitCode, stdout } = await runDemarche(["completion", "bash"]);
    expect([exitCode, stdout.split("\n")[0]]).toEqual([0, "# bash completion for demarche"]);
  });

  it("completes the name of a command", async () => {
    const { stdout } = await runDemarche(["complete", "--", "valid"]);
    expect(stdout.split("\n")[0]).toMatch(/^validate\t/);
  });
});

describe("demarche validate", () => {
  it("prints nothing to standard output for a folder without problems", async () => {
    const outcome = await runDemarche(["validate", "tests/golden/datasets/valid"]);
    expect(outcome).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "tests/golden/datasets/valid: no problems.\n",
    });
  });

  it("prints each problem with file, line, column and rule, and exits with 1", async () => {
    const { exitCode, stdout } = await runDemarche(["validate", "tests/golden/datasets/act-target"]);
    expect(exitCode).toBe(1);
    expect(stdout.split("\n")[0]).toBe(
      'statements.csv:2:target error ATTENDED cannot be about a demand ("zone-40"): choose another act, or a meeting as target. [act-target]',
    );
  });

  it("refuses a document that is not named after its source", async () => {
    const file = join(folder, "text.txt");
    writeFileSync(file, "some words");
    const { exitCode, stderr } = await runDemarche([
      "validate",
      "tests/golden/datasets/valid",
      "--document",
      file,
    ]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--document takes SOURCE=FILE")]);
  });
});
