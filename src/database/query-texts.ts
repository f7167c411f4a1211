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
 * @throws DemarcheError INTERNAL when no such file is there.
 */
export function readQueryText(name: string): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = withoutHeader(readCypherFile(name));
  texts.set(name, text);
  return text;
}

/**
 * Lists the names of all queries in a folder of `cypher/` (not in the folders below it), in the order of their names.
 *
 * `queryNames("constraints")` gives what is applied one after the other.
 */
export function queryNames(folder: string): readonly string[] {
  return readdirSync(join(packageRoot(), "cypher", folder))
    .filter((file) => file.endsWith(".cypher"))
    .sort()
    .map((file) => `${folder}/${file.slice(0, -".cypher".length)}`);
}

function readCypherFile(name: string): string {
  if (!NAME.test(name)) throw new DemarcheError("INTERNAL", `"${name}" is not the name of a query.`);
  try {
    return readFileSync(join(packageRoot(), "cypher", `${name}.cypher`), "utf8");
  } catch (cause) {
    throw new DemarcheError("INTERNAL", `There is no query "${name}" (cypher/${name}.cypher).`, { cause });
  }
}

/** Drops the `//` lines and blank lines at the head of the file, and a semicolon at its end. */
function withoutHeader(text: string): string {
  return text
    .replace(/^(?:\s*\/\/[^\n]*(?:\n|$))+/, "")
    .trim()
    .replace(/;$/, "");
}
