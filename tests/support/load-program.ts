import { openDatabase } from "../../src/database/neo4j-database.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import type { DoomedLoad } from "./load-in-child.ts";

const { server, folder, now, limits } = JSON.parse(process.argv[2] ?? "") as DoomedLoad;
const database = await openDatabase(server);
console.log("OPEN");
await loadDataset(database, folder, {
  now: () => new Date(now),
  limits,
  onProgress: ({ step }) => {
    if (step !== "READING") console.log(step);
  },
});
await database.close();
