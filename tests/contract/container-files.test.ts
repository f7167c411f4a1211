import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { VARIABLES } from "../../src/cli/settings.ts";
import { packageRoot } from "../../src/database/package-root.ts";

// No engine is needed here: what is tested is what the files say.
const read = (name: string) => readFileSync(join(packageRoot(), name), "utf8");

/** The instructions of the stage that is run, in order, continued lines joined. */
function lastStage(): readonly string[] {
  const lines = read("Dockerfile").replaceAll("\\\n", " ").split("\n");
  const instructions = lines.filter((line) => /^[A-Z]+ /.test(line)).map((line) => line.replace(/ +/g, " "));
  return instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM ")));
}

describe("Dockerfile", () => {
  it("runs as a user without rights, on a port that such a user may open", () => {
    const stage = lastStage();
    const user = stage.findLastIndex((line) => line.startsWith("USER "));
    expect(stage[user]).toBe("USER node");
    expect(stage.slice(user).some((line) => /^(RUN|COPY|ADD) /.test(line))).toBe(false);
    expect(stage).toContain("EXPOSE 4000");
  });

  it("tells whether it is alive, and stops by the signal that lets running requests finish", () => {
    const stage = lastStage();
    expect(stage).toContain("STOPSIGNAL SIGTERM");
    expect(stage.find((line) => line.startsWith("HEALTHCHECK "))).toContain("/healthz");
  });

  it("copies what the package ships, and nothing of the tools that built it", () => {
    const { files } = JSON.parse(read("package.json")) as { files: readonly string[] };
    const copied = lastStage()
      .filter((line) => line.startsWith("COPY --from=build "))
      .flatMap((line) => line.match(/\/app\/(\S+)/g) ?? [])
      .map((path) => path.replace("/app/", ""));
    const needed = files.map((file) => file.split("/")[0]).filter((file) => !NOT_NEEDED.includes(file ?? ""));
    expect(copied).toEqual(expect.arrayContaining(["package.json", "node_modules", ...needed]));
    for (const path of copied) if (path !== "dist") expect(existsSync(join(packageRoot(), path))).toBe(true);
  });
});

/** For people, and for a Neo4j of Demarche's own, which a container has no Java for. */
const NOT_NEEDED = ["docs", "embedded", "docker-compose.yml", "CHANGELOG.md", "CITATION.cff"];

describe(".dockerignore", () => {
  it("keeps passwords that lie beside docker-compose.yml out of what is built, and the history", () => {
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".env*", ".git"]));
  });
});

describe("docker-compose.yml", () => {
  const { services, volumes } = parse(read("docker-compose.yml"));

  it("runs Demarche on a file system that it cannot write, but for its data and /tmp", () => {
    const { read_only, tmpfs, volumes: mounts, cap_drop, security_opt } = services.demarche;
    expect({ read_only, tmpfs, mounts, cap_drop, security_opt }).toEqual({
      read_only: true,
      tmpfs: ["/tmp"],
      mounts: ["demarche-data:/data"],
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    expect(Object.keys(volumes)).toEqual(["neo4j-data", "neo4j-logs", "demarche-data"]);
  });

  it("starts Demarche once Neo4j answers, and gives it more time to stop than it takes", () => {
    const { depends_on, stop_grace_period } = services.demarche;
    expect([depends_on, stop_grace_period]).toEqual([{ neo4j: { condition: "service_healthy" } }, "15s"]);
  });

  it("hands on every setting of the server that is not the container's own", () => {
    const names = VARIABLES.map(({ name }) => name).filter((name) => name.startsWith("DEMARCHE_"));
    const handedOn = Object.entries(services.demarche.environment).filter(([, value]) => value === null);
    expect(handedOn.map(([name]) => name).sort()).toEqual(
      names.filter((name) => !lastStage().some((line) => line.includes(` ${name}=`))).sort(),
    );
  });

  it("starts both again after the machine was", () => {
    expect([services.neo4j.restart, services.demarche.restart]).toEqual(["unless-stopped", "unless-stopped"]);
  });

  it("opens Demarche to this machine alone", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Compose fills the variable in.
    expect(services.demarche.ports).toEqual(["127.0.0.1:${DEMARCHE_PORT:-4000}:4000"]);
  });
});
