import { execFile, spawn } from "node:child_process";
import { promisify } from "node:util";
import { DemarcheError } from "../domain/errors.ts";
import { childEnvironment } from "./child-environment.ts";
import { type Need, PACKAGE_MANAGERS, type PackageManager } from "./package-managers.ts";
import { findJava, findMaven, OLDEST_JAVA, type ToolSearch } from "./prerequisites.ts";
import { hasJars } from "./servers/embedded/jars.ts";

/** What would be run to install what is missing. */
export interface InstallPlan {
  readonly needs: readonly Need[];
  readonly manager: PackageManager;
  /** `sudo -n` where it is needed and asks for no password. */
  readonly prefix: readonly string[];
  /** The same as lines for a shell, to be shown before the user agrees. */
  readonly commands: readonly string[];
}

export interface InstallOptions extends ToolSearch {
  /** Number of this process's user; 0 is root. */
  readonly userId?: number;
  /** Receives what the package manager prints. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Lists what is missing for the embedded Neo4j, in the order in which it is to be installed.
 *
 * Maven counts only as long as the jars are not in the cache folder.
 */
export async function findMissing(cacheFolder: string, search: ToolSearch = {}): Promise<readonly Need[]> {
  const missing: Need[] = [];
  if (!(await isThere(() => findJava(search), "JAVA_MISSING"))) missing.push("JAVA");
  if (!hasJars(cacheFolder) && !(await isThere(() => findMaven(search), "MAVEN_MISSING")))
    missing.push("MAVEN");
  return missing;
}

/**
 * Plans how to install what is missing with the system's package manager.
 *
 * @throws DemarcheError JAVA_MISSING or MAVEN_MISSING, naming the ways out, where there is no package manager that
 * Demarche knows, or this user may not install and `sudo` asks for a password.
 */
export async function planInstallation(
  needs: readonly Need[],
  options: InstallOptions = {},
): Promise<InstallPlan> {
  const manager = await findPackageManager(options);
  if (manager === null) throw cannotInstall(needs, "no package manager that Demarche knows is here", []);
  const prefix = await findPrefix(manager, options);
  const commands = commandLines(needs, manager, prefix ?? ["sudo"]);
  if (prefix === null) throw cannotInstall(needs, "this user may not install programs", commands);
  return { needs, manager, prefix, commands };
}

/**
 * Installs what a plan names, and makes sure that it is there then.
 *
 * @throws DemarcheError JAVA_MISSING or MAVEN_MISSING where it still is not, with the commands to run by hand.
 */
export async function installPrerequisites(plan: InstallPlan, options: InstallOptions = {}): Promise<void> {
  const { manager, prefix } = plan;
  // A list of one source that fails is no reason to give up: what is needed may come from another.
  if (manager.refresh !== null) await runProgram([...prefix, ...manager.refresh], options);
  for (const need of plan.needs) {
    if (!(await installFirst(need, plan, options))) {
      throw cannotInstall([need], `${manager.command} could not install it`, plan.commands);
    }
  }
  if (plan.needs.includes("JAVA")) await findJava(options);
  if (plan.needs.includes("MAVEN")) await findMaven(options);
}

async function installFirst(need: Need, plan: InstallPlan, options: InstallOptions): Promise<boolean> {
  for (const name of plan.manager.packages[need]) {
    if (await runProgram([...plan.prefix, ...plan.manager.install, name], options)) return true;
  }
  return false;
}

async function isThere(find: () => Promise<unknown>, missingCode: string): Promise<boolean> {
  try {
    await find();
    return true;
  } catch (error) {
    if (error instanceof DemarcheError && error.code === missingCode) return false;
    throw error;
  }
}

async function findPackageManager(options: InstallOptions): Promise<PackageManager | null> {
  for (const manager of PACKAGE_MANAGERS) {
    if (await succeeds(["sh", "-c", `command -v ${manager.command}`], options)) return manager;
  }
  return null;
}

/** Gives null where this user may not install. */
async function findPrefix(
  manager: PackageManager,
  options: InstallOptions,
): Promise<readonly string[] | null> {
  const userId = options.userId ?? process.getuid?.() ?? 0;
  if (!manager.needsRoot || userId === 0) return [];
  return (await succeeds(["sudo", "-n", "true"], options)) ? ["sudo", "-n"] : null;
}

function commandLines(
  needs: readonly Need[],
  manager: PackageManager,
  prefix: readonly string[],
): readonly string[] {
  const start = manager.needsRoot ? prefix : [];
  const refresh = manager.refresh === null ? [] : [[...start, ...manager.refresh].join(" ")];
  const installs = needs.map((need) =>
    manager.packages[need].map((name) => [...start, ...manager.install, name].join(" ")).join(" || "),
  );
  return [...refresh, ...installs];
}

async function succeeds(command: readonly string[], options: InstallOptions): Promise<boolean> {
  const [program = "", ...args] = command;
  try {
    await promisify(execFile)(program, args, { env: childEnvironment(options.environment) });
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end, passing on what it prints; tells whether it succeeded. */
function runProgram(command: readonly string[], { environment, onOutput }: InstallOptions): Promise<boolean> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: childEnvironment(environment),
    });
    child.stdout.on("data", (chunk) => onOutput?.(String(chunk)));
    child.stderr.on("data", (chunk) => onOutput?.(String(chunk)));
    child.once("error", () => resolve(false));
    child.once("close", (status) => resolve(status === 0));
  });
}

function cannotInstall(needs: readonly Need[], reason: string, commands: readonly string[]): DemarcheError {
  const names = { JAVA: `Java ${OLDEST_JAVA} or newer`, MAVEN: "Maven" };
  const what = needs.map((need) => names[need]).join(" and ");
  const byHand = commands.length === 0 ? "install it by hand" : `have somebody run: ${commands.join("; ")}`;
  const message = `${what} cannot be installed: ${reason}. Ways out: ${byHand}; or set NEO4J_URI to a running Neo4j; or use --docker.`;
  const code = needs.includes("JAVA") ? "JAVA_MISSING" : "MAVEN_MISSING";
  return new DemarcheError(code, message, { details: { commands } });
}
