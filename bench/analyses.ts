// Asks each analysis of the first case over HTTP, by the example of the playground that shows it.
// The limit is 50 ms at the median.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "graphql";
import { QUERIES } from "../src/graphql/queries.ts";
import { loadDataset } from "../src/loading/load-dataset.ts";
import { medianTimes, withBench } from "./support-http.ts";

const MOST_MS = 50;
const EXAMPLES = fileURLToPath(new URL("../web/playground/examples", import.meta.url));

/** The first example that asks each of Demarche's own queries. */
function findExamples(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(EXAMPLES).sort()) {
    if (!file.endsWith(".graphql")) continue;
    const text = readFileSync(join(EXAMPLES, file), "utf8");
    const field = nameField(text);
    if (field in QUERIES && !found.has(field)) found.set(field, text);
  }
  return found;
}

function nameField(text: string): string {
  const [definition] = parse(text).definitions;
  const [selection] = definition?.kind === "OperationDefinition" ? definition.selectionSet.selections : [];
  return selection?.kind === "Field" ? selection.name.value : "";
}

const examples = findExamples();
const missing = Object.keys(QUERIES).filter((name) => !examples.has(name));
if (missing.length > 0) console.log(`without an example, not measured: ${missing.join(", ")}`);

await withBench(
  (database) => loadDataset(database, fileURLToPath(new URL("../seed/russia-ukraine", import.meta.url))),
  async ({ ask }) => {
    const works = [...examples.values()].map((query) => () => ask(query));
    const times = await medianTimes(works, { rounds: 50, warmUp: 15 });
    for (const [index, name] of [...examples.keys()].entries()) {
      const time = times[index] ?? 0;
      console.log(`${name}: ${time.toFixed(1)} ms at the median`);
      if (time <= MOST_MS) continue;
      console.log(`  over the limit of ${MOST_MS} ms`);
      process.exitCode = 1;
    }
  },
);
