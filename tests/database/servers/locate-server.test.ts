import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { locateServer } from "../../../src/database/servers/locate-server.ts";
import { fakePrograms } from "../../support/fake-programs.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-locate-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const external = { uri: "neo4j+s://example.org", user: "neo4j", password: "secret", database: "talks" };
const embedded = {
  dataFolder: join(root, "data"),
  cacheFolder: join(root, "cache"),
  tools: { environment: fakePrograms(join(root, "bare"), {}), javaFolders: [] },
};

describe("locateServer(options)", () => {
  it("takes the Neo4j that is named, before all others", async () => {
    const { stop, ...server } = await locateServer({ external, embedded });
    expect(server).toEqual({ ...external, kind: "EXTERNAL", passwordFile: null, version: null });
    await stop();
  });

  it("takes a container where asked for", async () => {
    await expect(locateServer({ docker: true, embedded })).rejects.toMatchObject({
      code: "DOCKER_UNAVAILABLE",
    });
  });

  it("takes the embedded one otherwise", async () => {
    await expect(locateServer({ external: null, embedded })).rejects.toMatchObject({ code: "JAVA_MISSING" });
  });

  it("asks which one is meant where two are", async () => {
    await expect(locateServer({ external, docker: true, embedded })).rejects.toMatchObject({
      code: "UNSUPPORTED_COMBINATION",
      message:
        "NEO4J_URI names a Neo4j and --docker asks for another one: leave out --docker, or empty NEO4J_URI.",
    });
  });
});
