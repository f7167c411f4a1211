import { join } from "node:path";
import { findMissing, installPrerequisites, planInstallation } from "../database/install-prerequisites.ts";
import { type Neo4jDatabase, openDatabase } from "../database/neo4j-database.ts";
import type { DatabaseAddress } from "../database/open-driver.ts";
import type { EmbeddedOptions } from "../database/servers/embedded.ts";
import { locateServer } from "../database/servers/locate-server.ts";
import type { Neo4jServer, ServerProgress } from "../database/servers/server.ts";
import { DemarcheError } from "../domain/errors.ts";
import { isOutdated } from "../loading/prepare-schema.ts";
import { upgradeDatabase } from "../packaging/upgrade.ts";
import { askYesNo } from "./ask.ts";
import type { CommandContext } from "./command.ts";
import type { Settings } from "./settings.ts";

export interface Connection {
  readonly server: Neo4jServer;
  readonly database: Neo4jDatabase;
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name, starting the embedded one where none runs.
 *
 * Where Java or Maven is missing it offers to install them. A database of an older Demarche is dumped and upgraded.
 *
 * @throws DemarcheError CONFLICT for a database of a newer Demarche.
 */
export async function openConnection(
  context: CommandContext,
  timing: Pick<DatabaseAddress, "retryTimeMs"> = {},
): Promise<Connection> {
  const server = await startOffering(context);
  try {
    const database = await openDatabase({ ...server, ...timing });
    await upgradeIfOld(context, database);
    return {
      server,
      database,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function upgradeIfOld(context: CommandContext, database: Neo4jDatabase): Promise<void> {
  if (await isOutdated(database)) await upgrade(context, database);
}

/** Makes a database ready for this Demarche; says so where a dump was made of what an older one had stored. */
export async function upgrade({ settings, output }: CommandContext, database: Neo4jDatabase): Promise<void> {
  const dump = await upgradeDatabase(database, { folder: join(settings.dataFolder, "dumps") });
  if (dump !== null)
    output.say(`Upgraded the database of an older Demarche; ${dump} holds it as it was before.`);
}

/** Opens the database, does some work with it, and closes it whatever happens. */
export async function withDatabase<T>(
  context: CommandContext,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await openConnection(context);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

const MISSING_TOOLS: readonly string[] = ["JAVA_MISSING", "MAVEN_MISSING"];

async function startOffering(context: CommandContext): Promise<Neo4jServer> {
  for (;;) {
    try {
      return await startServer(context);
    } catch (error) {
      if (!(error instanceof DemarcheError) || !MISSING_TOOLS.includes(error.code)) throw error;
      await offerInstallation(context, error);
    }
  }
}

/** Asks whether to install what is missing, and does; says no by throwing what was wrong. */
async function offerInstallation(context: CommandContext, problem: DemarcheError): Promise<void> {
  const { settings, output } = context;
  const search = { javaHome: settings.javaHome };
  const plan = await planInstallation(await findMissing(settings.cacheFolder, search), search);
  const commands = plan.commands.map((command) => `  ${command}`).join("\n");
  output.say(`${problem.message}\nThese commands install what is missing:\n${commands}`);
  if (!(await askYesNo(context, "Run them now?"))) throw problem;
  await installPrerequisites(plan, { ...search, onOutput: (text) => output.say(text.trimEnd()) });
}

async function startServer({ settings, output }: CommandContext): Promise<Neo4jServer> {
  const bar = output.progress("Fetching Neo4j");
  try {
    return await locateServer({
      external: settings.neo4j,
      docker: settings.useDocker,
      embedded: {
        ...embeddedOptions(settings),
        onProgress: (progress) => {
          if (progress.step === "FETCHING") bar.update(progress.done, progress.total);
          else output.say(describeStep(progress));
        },
      },
    });
  } finally {
    bar.stop();
  }
}

/** Where the embedded database of the settings lies, and the programs that it needs. */
export function embeddedOptions({ dataFolder, cacheFolder, javaHome }: Settings): EmbeddedOptions {
  return { dataFolder, cacheFolder, tools: { javaHome } };
}

function describeStep(progress: Exclude<ServerProgress, { step: "FETCHING" }>): string {
  switch (progress.step) {
    case "WAITING_FOR_OTHER":
      return `Waiting for another Demarche (process ${progress.pid}) that starts on this data folder …`;
    case "CHECKING":
      return "Checking the Neo4j files against their checksums …";
    case "RECOVERING":
      return `Clearing away a database that was left behind (process ${progress.pid}) …`;
    case "STARTING":
      return "Starting Neo4j …";
  }
}
