import { dirname, isAbsolute } from "node:path";
import { childEnvironment } from "../../child-environment.ts";
import { findJava, type ToolSearch } from "../../prerequisites.ts";
import { type JarOptions, provideJars } from "./jars.ts";
import type { Runtime } from "./neo4j-home.ts";

/**
 * Finds a Java, and the jars of Neo4j, fetched where they are not there yet.
 *
 * @throws DemarcheError JAVA_MISSING, and what `provideJars` throws.
 */
export async function provideRuntime(options: JarOptions): Promise<Runtime> {
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
