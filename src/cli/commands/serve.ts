import { setFlagsFromString } from "node:v8";
import type { Logger } from "pino";
import { holdsDatabase } from "../../database/servers/embedded/data-folder.ts";
import { isEmbedded } from "../../database/servers/embedded.ts";
import { DemarcheError } from "../../domain/errors.ts";
import { isSchemaApplied } from "../../loading/prepare-schema.ts";
import { recoverLoads } from "../../loading/recover-loads.ts";
import type { RunningServer } from "../../server/start-server.ts";
import { type AdminToken, ensureAdminToken } from "../admin-token.ts";
import type { CommandContext, CommandRun } from "../command.ts";
import { type Connection, embeddedOptions, openConnection, upgrade } from "../connection.ts";
import { findCaseFolder } from "../find-case-folder.ts";
import { keepRunning } from "../keep-running.ts";
import { loadFolder } from "../load-folder.ts";
import { isLargeFolder, loadFolderInBulk } from "../load-folder-in-bulk.ts";
import { createLogger } from "../logger.ts";
import { openPage } from "../open-page.ts";
import { findPackageFile } from "../package-root.ts";
import { readVersion } from "../version.ts";
import { describeLoad } from "./load.ts";

/** What is loaded where no folder is named. */
const FIRST_CASE = "russia-ukraine";

/**
 * Until when the driver plans another try while Neo4j is away. It waits 1 s before the second and 2 s before the third, each
 * a fifth more or less, so that what refuses at once is answered 503 within 4 s.
 */
const RETRY_TIME_MS = 2_000;

/** How much may be allocated beside what is in use before memory is given back, in percent of it; Node's own way is up to 300. */
const HEAP_GROWTH = 50;

/** Starts database and server, loads the cases, and serves until it is told to stop. */
export const run: CommandRun = async (context, folders, options) => {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const stopped = waitForStop();
  const chosen = (folders.length > 0 ? folders : [FIRST_CASE]).map(findCaseFolder);
  if (options.load !== false) await fillInBulk(context, chosen);
  const connection = await openConnection(context, { retryTimeMs: RETRY_TIME_MS });
  try {
    await upgrade(context, connection.database);
    await recoverLoads(connection.database);
    if (options.load !== false) await loadCases(context, connection, chosen);
    const adminToken = context.settings.access.jwt ? null : ensureAdminToken(context.settings.dataFolder);
    const logger = createLogger(context.settings);
    const server = await start(context, { connection, adminToken, logger });
    const leaveNeo4j = isEmbedded(connection.server)
      ? keepRunning(connection.server, embeddedOptions(context.settings), logger)
      : async () => undefined;
    announce(context, server, { connection, adminToken });
    if (options.open === true) openPage(server.url);
    await stopped;
    context.output.say("Stopping …");
    await server.close();
    await leaveNeo4j();
  } finally {
    await connection.close();
  }
  return 0;
};

/** Before the database is opened for the first time, the bulk importer fills it with a large folder, if there is one. */
async function fillInBulk(context: CommandContext, folders: readonly string[]): Promise<void> {
  const { neo4j, useDocker, dataFolder } = context.settings;
  if (neo4j || useDocker || holdsDatabase(dataFolder)) return;
  for (const folder of folders) {
    if (!(await isLargeFolder(folder))) continue;
    context.output.say(describeLoad(await loadFolderInBulk(context, folder, { isAsked: false })));
    return;
  }
}

async function loadCases(
  context: CommandContext,
  { database }: Connection,
  folders: readonly string[],
): Promise<void> {
  for (const folder of folders) {
    const said = await loadFolder(context, database, folder).then(describeLoad, describeConflict);
    context.output.say(said);
  }
}

/** Where a folder and the edits made in the database cannot go together, the case is served as it is. */
function describeConflict(error: unknown): string {
  if (error instanceof DemarcheError && error.code === "CONFLICT") return error.message;
  throw error;
}

async function start(
  { settings }: CommandContext,
  { connection: { database }, adminToken, logger }: Ground & { readonly logger: Logger },
): Promise<RunningServer> {
  // loaded late: the GraphQL library takes a second that the database's start can use
  const { startServer } = await import("../../server/start-server.ts");
  return await startServer({
    database,
    logger,
    isSchemaApplied: () => isSchemaApplied(database),
    settings: {
      host: settings.host,
      port: settings.port,
      limits: settings.limits,
      trustedProxies: settings.trustedProxies,
      explorerFolder: findPackageFile("dist", "web"),
      playgroundFolder: findPackageFile("dist", "playground"),
      version: readVersion(),
      access: {
        readers: settings.access.readers,
        tokens: settings.access.jwt ?? (adminToken && { kind: "ADMIN_TOKEN", token: adminToken.token }),
      },
    },
  });
}

/** What serving rests on. */
interface Ground {
  readonly connection: Connection;
  readonly adminToken: AdminToken | null;
}

function announce(
  { output }: CommandContext,
  server: RunningServer,
  { connection: { server: neo4j }, adminToken }: Ground,
): void {
  if (output.isJson) {
    const adminTokenFile = adminToken?.file ?? null;
    output.json({ url: server.url, graphql: `${server.url}graphql`, neo4j: neo4j.uri, adminTokenFile });
    return;
  }
  output.data(`Demarche is ready: ${output.colours.bold(server.url)}`);
  output.say(`  playground  ${server.url}graphql`);
  output.say(`  Neo4j       ${neo4j.uri} (\`demarche connect\` tells how to reach it)`);
  if (adminToken) output.say(`  editing     with the token in ${adminToken.file} (docs/editing.md)`);
  output.say("Stop with Ctrl-C.");
}

function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
