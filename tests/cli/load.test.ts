import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import {
  identifyProcess,
  type ProcessIdentity,
  waitForEnd,
} from "../../src/database/servers/embedded/process-identity.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const neo4j = useDatabase();
const root = mkdtempSync(join(tmpdir(), "demarche-load-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function external(): Record<string, string> {
  const { uri, user, password } = neo4j.server;
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
}

function run(words: readonly string[], data: string) {
  return runDemarche([...words, "--data", join(root, data)]);
}

function isScratch(name: string): boolean {
  return name.startsWith("scratch-");
}

function scratchOf(data: string): string[] {
  return readdirSync(join(root, data)).filter(isScratch);
}

/** Loads the example by the bulk importer, and kills the program as soon as the importer writes its store. */
async function killWhileImporting(data: string): Promise<void> {
  const folder = join(root, data);
  const words = ["load", EXAMPLE_CASE, "--bulk", "--data", folder];
  const program = [findPackageFile("src/cli/main.ts"), ...words];
  const child = spawn(process.execPath, ["--import", "tsx", ...program], { stdio: "ignore" });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const importer = await findImporter(folder);
  child.kill("SIGKILL");
  await ended;
  expect(await waitForEnd(importer, 120_000)).toBe(true);
}

/** Waits until the importer has begun with its store. */
async function findImporter(folder: string): Promise<ProcessIdentity> {
  for (;;) {
    const [scratch = ""] = existsSync(folder) ? readdirSync(folder).filter(isScratch) : [];
    const home = join(folder, scratch, "neo4j");
    const pid = existsSync(join(home, "data")) ? readFileSync(join(home, "admin-pid"), "utf8") : "";
    const importer = scratch === "" || pid === "" ? null : identifyProcess(Number(pid));
    if (importer !== null) return importer;
    await sleep(20);
  }
}

describe("demarche load FOLDER --bulk", () => {
  it("leaves the old state when it is killed half way, and a new try fills the database, once", async () => {
    await killWhileImporting("killed");
    expect(scratchOf("killed").length).toBe(1);
    const first = await run(["load", EXAMPLE_CASE, "--bulk"], "killed");
    expect([first.exitCode, first.stdout.split("\n")[0]]).toEqual([
      0,
      expect.stringMatching(/^lake-talks: loaded, \d+ rows added \(/),
    ]);
    expect(scratchOf("killed")).toEqual([]);
    const second = await run(["load", EXAMPLE_CASE, "--bulk"], "killed");
    expect([second.exitCode, second.stderr.split("\n").at(-2)]).toEqual([
      1,
      "demarche: The bulk importer fills an empty database only, and this one holds something. Leave out --bulk to load row by row. [UNSUPPORTED_COMBINATION]",
    ]);
  }, 900_000);

  it("makes the same checks as ever, and leaves nothing behind", async () => {
    const faulty = join(root, "faulty");
    await cp(EXAMPLE_CASE, faulty, { recursive: true });
    rmSync(join(faulty, "case.csv"));
    const { exitCode, stdout, stderr } = await run(["load", faulty, "--bulk"], "checked");
    expect([exitCode, stdout.split("\n")[0]]).toEqual([1, expect.stringContaining("case.csv")]);
    expect(stderr.split("\n").at(-2)).toMatch(/problems?; nothing was loaded\. \[INVALID_DATASET\]$/);
    expect(scratchOf("checked")).toEqual([]);
  });

  it("says where the importer cannot be used", async () => {
    expect(await runDemarche(["load", EXAMPLE_CASE, "--bulk"], { environment: external() })).toEqual({
      exitCode: 1,
      stdout: "",
      stderr:
        "demarche: Only the embedded database has the bulk importer at hand. Leave out --bulk to load row by row. [UNSUPPORTED_COMBINATION]\n",
    });
    expect(await runDemarche(["load", EXAMPLE_CASE, "--bulk", "--dry-run"])).toMatchObject({
      exitCode: 1,
      stderr:
        "demarche: --bulk and --dry-run have no meaning together: leave one out. [UNSUPPORTED_COMBINATION]\n",
    });
  });
});
