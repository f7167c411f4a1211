import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { DemarcheError } from "../../domain/errors.ts";
import { childEnvironment, type Environment } from "../child-environment.ts";
import { packageRoot } from "../package-root.ts";
import { type DataFolder, ensurePassword, prepareDataFolder } from "./embedded/data-folder.ts";
import { choosePort } from "./embedded/ports.ts";
import { NEO4J_VERSION, type Neo4jServer, type ServerProgress } from "./server.ts";

export interface ContainerOptions {
  /** Holds the password; the database itself lies in a volume of Docker's, one for each data folder. */
  readonly dataFolder: string;
  /** Port for Bolt; 0 for any free one; absent for 7687, or any free one where that is taken. */
  readonly port?: number | null;
  readonly onProgress?: (progress: ServerProgress) => void;
  /** Environment of `docker`, whose `PATH` is searched; this process's own if absent. */
  readonly environment?: Environment;
}

/**
 * Starts the Neo4j of `docker-compose.yml`, or uses the one that runs already for this data folder.
 *
 * @throws DemarcheError DOCKER_UNAVAILABLE where no engine answers, DATABASE_UNAVAILABLE where Neo4j does not start in it.
 */
export async function startContainer(options: ContainerOptions): Promise<Neo4jServer> {
  await requireDocker(options);
  const paths = prepareDataFolder(options.dataFolder);
  const password = ensurePassword(paths);
  const compose = composeOf(paths, password, options);
  const runningPort = await readPublishedPort(compose);
  const port = runningPort ?? (await choosePort(options.port ?? null));
  if (runningPort === null) {
    options.onProgress?.({ step: "STARTING" });
    await compose(["up", "--detach", "--wait", "neo4j"], port);
  }
  return {
    kind: "CONTAINER",
    uri: `bolt://127.0.0.1:${port}`,
    user: "neo4j",
    password,
    passwordFile: paths.passwordFile,
    database: null,
    version: NEO4J_VERSION,
    stop: async () => {
      if (runningPort === null) await compose(["stop", "neo4j"], port);
    },
  };
}

type Compose = (args: readonly string[], port?: number) => Promise<string>;

function composeOf(paths: DataFolder, password: string, options: ContainerOptions): Compose {
  const project = `demarche-${createHash("sha256").update(paths.folder).digest("hex").slice(0, 8)}`;
  const file = join(packageRoot(), "docker-compose.yml");
  return async (args, port) => {
    const environment = {
      NEO4J_PASSWORD: password,
      ...(port === undefined ? {} : { NEO4J_BOLT_PORT: String(port) }),
    };
    try {
      return await runDocker(
        ["compose", "--file", file, "--project-name", project, ...args],
        options,
        environment,
      );
    } catch (cause) {
      throw composeFailed(args, cause);
    }
  };
}

/** Gives null where the container does not run. */
async function readPublishedPort(compose: Compose): Promise<number | null> {
  const running = await compose(["ps", "--status", "running", "--quiet", "neo4j"]);
  if (running.trim() === "") return null;
  const port = Number((await compose(["port", "neo4j", "7687"])).trim().split(":").at(-1));
  return Number.isInteger(port) && port > 0 ? port : null;
}

async function requireDocker(options: ContainerOptions): Promise<void> {
  try {
    await runDocker(["version", "--format", "{{.Server.Version}}"], options);
  } catch (cause) {
    throw unavailable(whyNoEngine(cause), cause);
  }
  try {
    await runDocker(["compose", "version"], options);
  } catch (cause) {
    throw unavailable("this Docker has no `docker compose`", cause);
  }
}

async function runDocker(
  args: readonly string[],
  { environment }: ContainerOptions,
  more: Environment = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)("docker", [...args], {
    env: childEnvironment(environment, more),
  });
  return stdout;
}

function whyNoEngine(cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === "ENOENT") return "the program `docker` is missing";
  const said = String((cause as { stderr?: unknown }).stderr ?? "");
  if (/permission denied/i.test(said)) return "this user may not speak to it; the group `docker` may";
  return "is it running?";
}

function unavailable(reason: string, cause: unknown): DemarcheError {
  const message = `No Docker engine answers (${reason}). Start or install it, leave out --docker for the embedded Neo4j, or set NEO4J_URI to a running one.`;
  return new DemarcheError("DOCKER_UNAVAILABLE", message, { cause });
}

function composeFailed(args: readonly string[], cause: unknown): DemarcheError {
  const said = String((cause as { stderr?: unknown }).stderr ?? "").trim();
  const reason = said.split("\n").at(-1) ?? "";
  const message = `\`docker compose ${args[0]}\` failed: ${reason.slice(0, 300)} Look at \`docker compose logs neo4j\`, or leave out --docker for the embedded Neo4j.`;
  return new DemarcheError("DATABASE_UNAVAILABLE", message, { cause });
}
