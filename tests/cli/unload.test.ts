import { describe, expect, it } from "vitest";
import { listCases } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { exampleDataset, twinOf } from "../support/example-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";
import { runDemarche } from "../support/run-demarche.ts";

const neo4j = useDatabase();

async function unload(words: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const { uri, user, password } = neo4j.server;
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, ...given };
  return await runDemarche(["unload", ...words], { environment });
}

async function listSlugs(): Promise<string[]> {
  return (await listCases(neo4j.database)).map(({ slug }) => slug);
}

describe("demarche unload CASE", () => {
  it("asks first, and deletes nothing where nobody answers, in CI neither", async () => {
    const example = await exampleDataset();
    await loadDataset(neo4j.database, example);
    await loadDataset(neo4j.database, twinOf(example, "other"));
    for (const given of [{}, { CI: "true" }])
      expect(await unload(["other"], given)).toEqual({
        exitCode: 1,
        stdout: "",
        stderr: "Nothing was deleted. Without a terminal, --yes says yes.\n",
      });
    expect(await listSlugs()).toEqual(["lake-talks", "other"]);
  });

  it("deletes that case alone with --yes, and leaves a line in the log", async () => {
    const { exitCode, stdout, stderr } = await unload(["other", "--yes"], { DEMARCHE_EDITOR: "ada" });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^other: deleted, \d+ records\n$/)]);
    expect(JSON.parse(stderr)).toMatchObject({
      msg: "data changed",
      action: "UNLOAD",
      by: "ada",
      case: "other",
    });
    expect(await listSlugs()).toEqual(["lake-talks"]);
  });

  it("names the cases that are loaded for one that is not", async () => {
    expect(await unload(["sea-talks", "--yes"])).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: 'demarche: There is no case "sea-talks". Loaded are lake-talks. [UNKNOWN_CASE]\n',
    });
  });
});
