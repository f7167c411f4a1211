import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { makeFolder } from "../importers/support.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const test = useDatabase();

describe("docs/editing.md", () => {
  it("shows commands that work, and what they answer", async () => {
    const page = await readFile(findPackageFile("docs/editing.md"), "utf8");
    const cwd = await makeFolder();
    await mkdir(join(cwd, "harbour"));
    for (const [, file = "", text = ""] of page.matchAll(/`(harbour\/\w+\.csv)`\n\n```csv\n(.*?)```/gs))
      await writeFile(join(cwd, file), text);
    let version = "";
    for (const { commands, answer } of findBlocks(page)) {
      let said = "";
      for (const command of commands) {
        const words = wordsOf(command.replace("VERSION", version));
        const { exitCode, stdout, stderr } = await runDemarche(words, { cwd, environment: environmentOf() });
        said = exitCode === 0 ? stdout : stderr;
        version = /version ([0-9a-f]{16})/.exec(stdout)?.[1] ?? version;
        const expected = answer?.startsWith("demarche: ") ? 1 : 0;
        expect([command, exitCode, exitCode === expected ? "" : stderr]).toEqual([command, expected, ""]);
      }
      if (answer !== null) expect(generalise(said)).toBe(answer);
    }
  }, 300_000);
});

interface Block {
  readonly commands: readonly string[];
  /** What the last command prints; null where the page does not show it. */
  readonly answer: string | null;
}

/** The commands of the page, each block with the answer that is shown next, before any other block. */
function findBlocks(page: string): Block[] {
  const blocks = [...page.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language, text = ""]) => ({
    language,
    text,
  }));
  return blocks.flatMap(({ language, text }, index) => {
    if (language !== "sh") return [];
    const next = blocks[index + 1];
    return [{ commands: text.trim().split("\n"), answer: next?.language === "text" ? next.text : null }];
  });
}

function generalise(text: string): string {
  return text
    .replace(/version [0-9a-f]{16}/g, "version VERSION")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME");
}

/** Splits a command as a shell does, where quotes hold blanks. */
function wordsOf(command: string): string[] {
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  return words.slice(1).map((word) => word.replace(/^"|"$/g, ""));
}

function environmentOf(): Record<string, string> {
  const { uri, user, password, database } = test.server;
  const address = {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    DEMARCHE_EDITOR: "ben",
  };
  return database === null ? address : { ...address, NEO4J_DATABASE: database };
}
