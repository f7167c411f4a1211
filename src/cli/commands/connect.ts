import { ensureAdminToken } from "../admin-token.ts";
import type { CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";

/** Prints how other programs reach the database that Demarche uses. */
export const run: CommandRun = async (context) =>
  withDatabase(context, async ({ server }) => {
    const { uri, user, passwordFile } = server;
    const { access, dataFolder } = context.settings;
    const adminTokenFile = access.jwt ? null : ensureAdminToken(dataFolder).file;
    const database = server.database ?? "neo4j";
    if (context.output.isJson) context.output.json({ uri, user, passwordFile, database, adminTokenFile });
    else context.output.data(describe({ uri, user, passwordFile, database, adminTokenFile }));
    if (server.kind === "EMBEDDED" && !("joined" in server && server.joined)) {
      context.output.say(
        "No Demarche is running on this data folder, so the database stops again now. Start `demarche serve` first.",
      );
    }
    return 0;
  });

interface Way {
  readonly uri: string;
  readonly user: string;
  readonly passwordFile: string | null;
  readonly database: string;
  /** Null where tokens come from elsewhere. */
  readonly adminTokenFile: string | null;
}

function describe({ uri, user, passwordFile, database, adminTokenFile }: Way): string {
  const password = passwordFile === null ? "the one in NEO4J_PASSWORD" : `in ${passwordFile}`;
  const inShell = passwordFile === null ? '"$NEO4J_PASSWORD"' : `"$(cat '${passwordFile}')"`;
  const inPython =
    passwordFile === null
      ? 'os.environ["NEO4J_PASSWORD"]'
      : `open(${JSON.stringify(passwordFile)}).read().strip()`;
  return [
    `address   ${uri}`,
    `user      ${user}`,
    `password  ${password}`,
    `database  ${database}`,
    ...(adminTokenFile === null ? [] : [`editing   with the token in ${adminTokenFile}`]),
    "",
    "Python:",
    `  neo4j.GraphDatabase.driver("${uri}", auth=("${user}", ${inPython}))`,
    "cypher-shell:",
    `  cypher-shell -a ${uri} -u ${user} -p ${inShell} -d ${database}`,
  ].join("\n");
}
