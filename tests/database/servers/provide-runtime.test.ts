import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { provideRuntime } from "../../../src/database/servers/embedded/provide-runtime.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-runtime-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("provideRuntime(options)", () => {
  it("asks for a running Neo4j, not for Java, where the package brings none", async () => {
    await expect(provideRuntime({ cacheFolder: join(root, "cache") }, root)).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
      message:
        "This Demarche brings no Neo4j of its own, as a container does not: set NEO4J_URI and NEO4J_PASSWORD to a running one.",
    });
  });
});
