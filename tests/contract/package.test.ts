import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-package-"));
let tarball = "";

beforeAll(() => {
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: findPackageFile(),
    encoding: "utf8",
  });
  tarball = join(folder, (JSON.parse(packed) as [{ filename: string }])[0].filename);
  execFileSync("npm", ["init", "--yes"], { cwd: folder, stdio: "ignore" });
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", tarball], {
    cwd: folder,
    stdio: "ignore",
  });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the packed package", () => {
  it("serves the first case from an empty folder", async () => {
    const server = await startServer();
    try {
      const answer = await postQuery(server.url, '{ actors(where: { slug: { eq: "ukraine" } }) { name } }');
      expect(answer).toEqual({ data: { actors: [{ name: "Ukraine" }] } });
      const page = await fetch(`${server.url}/graphql`, { headers: { accept: "text/html" } });
      expect([page.status, (await page.text()).includes("<title>")]).toEqual([200, true]);
    } finally {
      await server.stop();
    }
  }, 180_000);

  it("holds no sources, tests or other cases' raw data", () => {
    const files = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).trim().split("\n");
    const roots = new Set(files.map((file) => file.split("/")[1]));
    expect([...roots].sort()).toEqual([
      "CHANGELOG.md",
      "CITATION.cff",
      "LICENSE",
      "NOTICE",
      "README.md",
      "cypher",
      "dist",
      "docker-compose.yml",
      "docs",
      "embedded",
      "package.json",
      "schema.graphql",
      "seed",
    ]);
  });
});

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const program = join(folder, "node_modules", ".bin", "demarche");
  const child = spawn(program, ["serve", "--port", "0", "--data", join(folder, "data"), "--yes"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let heard = "";
    const listen = (chunk: Buffer) => {
      heard += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(heard);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => reject(new Error(`demarche serve ended with ${code}:\n${heard}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

async function postQuery(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return await response.json();
}
