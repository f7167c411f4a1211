// Does one piece of work on a database, in a process that is to be killed on its way. Argument: a `DoomedWork` as JSON.
import { dirname } from "node:path";
import { openDatabase } from "../../../src/database/neo4j-database.ts";
import { restoreDatabase } from "../../../src/packaging/restore.ts";
import { upgradeDatabase } from "../../../src/packaging/upgrade.ts";
import type { DoomedWork } from "./kill-on-the-way.ts";

const { server, work, path } = JSON.parse(process.argv[2] ?? "") as DoomedWork;
const database = await openDatabase(server);
console.log("OPEN");
if (work === "RESTORE") await restoreDatabase(database, path, { replace: true, scratch: dirname(path) });
else await upgradeDatabase(database, { folder: path });
await database.close();
