import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../../src/database/package-root.ts";
import { startContainer } from "../../../src/database/servers/container.ts";
import { NEO4J_VERSION } from "../../../src/database/servers/server.ts";
import { fakePrograms } from "../../support/fake-programs.ts";

// No engine is needed here: what is tested is the file that it reads, what it is told, and what is said without one.
const root = mkdtempSync(join(tmpdir(), "demarche-container-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("docker-compose.yml", () => {
  const compose = parse(readFileSync(join(packageRoot(), "docker-compose.yml"), "utf8"));

  it("pins the Neo4j that is embedded otherwise", () => {
    expect(compose.services.neo4j.image).toBe(`neo4j:${NEO4J_VERSION}-community`);
  });

  it("opens Bolt to this machine alone, and nothing else", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills the variable in.
    expect(compose.services.neo4j.ports).toEqual(["127.0.0.1:${NEO4J_BOLT_PORT:-7687}:7687"]);
  });

  it("wants a password, keeps data and logs in volumes with names, and tells when Neo4j answers", () => {
    const { environment, volumes, healthcheck } = compose.services.neo4j;
    expect(environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/);
    expect(volumes).toEqual(["neo4j-data:/data", "neo4j-logs:/logs"]);
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(["neo4j-data", "neo4j-logs"]));
    expect(healthcheck.test).toEqual(["CMD-SHELL", "bash -c '</dev/tcp/127.0.0.1/7687'"]);
  });
});

describe("startContainer(options)", () => {
  it("says that Docker is missing", async () => {
    const environment = fakePrograms(join(root, "none"), {});
    await expect(startContainer({ dataFolder: join(root, "data"), environment })).rejects.toMatchObject({
      code: "DOCKER_UNAVAILABLE",
      message: message("the program `docker` is missing"),
    });
  });

  it.each([
    ["Cannot connect to the Docker daemon at unix:///var/run/docker.sock.", "is it running?"],
    [
      "permission denied while trying to connect to the Docker daemon socket",
      "this user may not speak to it; the group `docker` may",
    ],
  ])("says why the engine does not answer: %s", async (said, reason) => {
    const folder = mkdtempSync(join(root, "silent-"));
    const environment = fakePrograms(join(folder, "bin"), { docker: `echo '${said}' >&2; exit 1` });
    await expect(startContainer({ dataFolder: join(root, "data"), environment })).rejects.toMatchObject({
      code: "DOCKER_UNAVAILABLE",
      message: message(reason),
    });
  });

  it("starts the service of the file, with the password in the environment, and stops what it started", async () => {
    const folder = join(root, "engine");
    const environment = fakePrograms(folder, { docker: engine(folder) });
    const server = await startContainer({ dataFolder: join(root, "data"), port: 0, environment });
    expect(server).toMatchObject({
      kind: "CONTAINER",
      user: "neo4j",
      database: null,
      version: NEO4J_VERSION,
    });
    expect(server.passwordFile).toBe(join(root, "data", "password"));
    await server.stop();
    const port = new URL(server.uri).port;
    expect(log(folder)).toEqual([
      "version --format {{.Server.Version}} []",
      "compose version []",
      `compose FILE PROJECT ps --status running --quiet neo4j [${server.password}]`,
      `compose FILE PROJECT up --detach --wait neo4j [${server.password} ${port}]`,
      `compose FILE PROJECT stop neo4j [${server.password} ${port}]`,
    ]);
  });

  it("uses a container that runs already, and leaves it running", async () => {
    const folder = join(root, "running");
    const environment = fakePrograms(folder, { docker: engine(folder, "f00", "127.0.0.1:40123") });
    const server = await startContainer({ dataFolder: join(root, "data"), environment });
    await server.stop();
    expect(server.uri).toBe("bolt://127.0.0.1:40123");
    expect(log(folder).slice(2)).toEqual([
      `compose FILE PROJECT ps --status running --quiet neo4j [${server.password}]`,
      `compose FILE PROJECT port neo4j 7687 [${server.password}]`,
    ]);
  });
});

function message(reason: string): string {
  return `No Docker engine answers (${reason}). Start or install it, leave out --docker for the embedded Neo4j, or set NEO4J_URI to a running one.`;
}

/** A `docker` that writes down what it is asked for. */
function engine(folder: string, container = "", address = ""): string {
  return `
echo "$* [$NEO4J_PASSWORD\${NEO4J_BOLT_PORT:+ }$NEO4J_BOLT_PORT]" >>${folder}/log
case "$*" in *" ps "*) echo "${container}" ;; *" port "*) echo "${address}" ;; esac`;
}

function log(folder: string): readonly string[] {
  const text = readFileSync(join(folder, "log"), "utf8").trim();
  return text
    .replace(/--file \S+docker-compose\.yml/g, "FILE")
    .replace(/--project-name demarche-[0-9a-f]{8}/g, "PROJECT")
    .split("\n");
}
