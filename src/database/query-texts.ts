import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DemarcheError } from "../domain/errors.ts";
import { packageRoot } from "./package-root.ts";

const NAME = /^[a-z0-9]+(?:[-_/][a-z0-9]+)*$/;
const texts = new Map<string, string>();

/**
 * Reads the Cypher of a query by its name: `analytics/trace` is `cypher/analytics/trace.cypher`.
 *
 * Kept in memory after the first time. The comment at the head of the file is left out, so that Neo4j need not parse it.
 *
 * @param folder - Where the queries lie; `cypher/` of the package if absent.
 * @throws DemarcheError INTERNAL when no such file is there.
 */
export function readQueryText(name: string, folder = cypherFolder()): string {
  const file = join(folder, `${name}.cypher`);
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = withoutHeader(readCypherFile(name, file));
  texts.set(file, text);
  return text;
}

/**
 * Lists the names of all queries in a folder of `cypher/` (not in the folders below it), in the order of their names.
 *
 * `queryNames("constraints")` gives what is applied one after the other.
 */
export function queryNames(folder: string): readonly string[] {
  return readdirSync(join(cypherFolder(), folder))
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => `${folder}/${file.slice(0, -".cypher".length)}`);
}

function cypherFolder(): string {
  return join(packageRoot(), "cypher");
}

function readCypherFile(name: string, file: string): string {
  if (!NAME.test(name)) throw new DemarcheError("INTERNAL", `"${name}" is not the name of a query.`);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new DemarcheError("INTERNAL", `There is no query "${name}" (${file}).`, { cause });
  }
}

/** Drops the `//` lines and blank lines at the head of the file, and a semicolon at its end. */
function withoutHeader(text: string): string {
  return text
    .replace(/^(?:\s*\/\/[^\n]*(?:\n|$))+/, "")
    .trim()
    .replace(/;$/, "");
}
