import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { makeFolder } from "../importers/support.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const test = useDatabase();

describe("docs/bring-your-own-data.md", () => {
  it("leads from its table to a loaded case, command by command", async () => {
    const page = await readFile(findPackageFile("docs/bring-your-own-data.md"), "utf8");
    const cwd = await makeFolder();
    await writeFile(join(cwd, "hearing.csv"), findBlock(page, "csv"));
    await writeFile(join(cwd, "mapping.yaml"), findBlock(page, "yaml"));
    const outputs: string[] = [];
    for (const words of findCommands(page)) {
      const { exitCode, stdout, stderr } = await runDemarche(words, { cwd, environment: addressOf() });
      expect([words.join(" "), exitCode, exitCode === 0 ? "" : stderr]).toEqual([words.join(" "), 0, ""]);
      outputs.push(stdout);
    }
    expect(outputs[0]).toContain('1 × The word "undecided" is no act');
    expect(outputs[1]).not.toContain("Left out");
    expect(outputs[2]?.split("\n").slice(1)).toEqual(outputs[1]?.split("\n").slice(1));
    expect(outputs[5]).toContain("Ada Lindqvist");
  }, 240_000);
});

function addressOf(): Record<string, string> {
  const { uri, user, password, database } = test.server;
  const address = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  return database === null ? address : { ...address, NEO4J_DATABASE: database };
}

function findBlock(page: string, language: string): string {
  const block = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(page)?.[1];
  if (block === undefined) throw new Error(`the page shows no ${language}`);
  return block;
}

/** The commands of the page, as words; none of them has blanks within a word. */
function findCommands(page: string): string[][] {
  const lines = [...page.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block = ""]) => block.trim().split("\n"));
  const known = new Set(COMMANDS.map(({ name }) => name));
  return lines
    .map((line) => line.replace(/^demarche /, "").split(" "))
    .filter(([name = ""]) => known.has(name));
}
