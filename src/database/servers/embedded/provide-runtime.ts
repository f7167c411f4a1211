import { existsSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { DemarcheError } from "../../../domain/errors.ts";
import { childEnvironment } from "../../child-environment.ts";
import { packageRoot } from "../../package-root.ts";
import { findJava, type ToolSearch } from "../../prerequisites.ts";
import { type JarOptions, provideJars } from "./jars.ts";
import type { Runtime } from "./neo4j-home.ts";

/**
 * Finds a Java, and the jars of Neo4j, fetched where they are not there yet.
 *
 * @param packageFolder - Where this Demarche lies; its container image leaves out what the embedded Neo4j consists of.
 * @throws DemarcheError DATABASE_UNAVAILABLE where it brings no Neo4j, JAVA_MISSING, and what `provideJars` throws.
 */
export async function provideRuntime(options: JarOptions, packageFolder = packageRoot()): Promise<Runtime> {
  if (!existsSync(join(packageFolder, "embedded"))) throw bringsNone();
  const java = await findJava(options.tools);
  const tools = isAbsolute(java.command) ? withJavaHome(options.tools, java.command) : options.tools;
  return {
    java: java.command,
    jars: await provideJars(tools === undefined ? options : { ...options, tools }),
  };
}

/** Maven runs on Java itself and would not find one that is not on the `PATH`. */
function withJavaHome(tools: ToolSearch | undefined, command: string): ToolSearch {
  const environment = childEnvironment(tools?.environment, { JAVA_HOME: dirname(dirname(command)) });
  return { ...tools, environment };
}

function bringsNone(): DemarcheError {
  const message =
    "This Demarche brings no Neo4j of its own, as a container does not: set NEO4J_URI and NEO4J_PASSWORD to a running one.";
  return new DemarcheError("DATABASE_UNAVAILABLE", message);
}
