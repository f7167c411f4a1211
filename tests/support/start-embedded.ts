// Starts an embedded Neo4j in a process of its own, prints where it is, and waits to be killed.
// Arguments: data folder, cache folder.
import { startEmbedded } from "../../src/database/servers/embedded.ts";

const [dataFolder = "", cacheFolder = ""] = process.argv.slice(2);
const { pid, uri } = await startEmbedded({ dataFolder, cacheFolder, port: 0 });
console.log(JSON.stringify({ pid, uri }));
setInterval(() => undefined, 1_000_000);
