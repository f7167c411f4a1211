import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "./cypher-rules.ts";
// @ts-expect-error a plain script without types
import { root } from "./ensure-installed.mjs";

/** Reads the sources of the program, with paths from the project's root. */
export function readSources(): readonly SourceText[] {
  return listFiles("src", ".ts").map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** Lists the names of all queries, such as `analytics/trace`. */
export function listQueries(): ReadonlySet<string> {
  const files = listFiles("cypher", ".cypher");
  return new Set(files.map((path) => path.slice("cypher/".length, -".cypher".length)));
}

function listFiles(folder: string, ending: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return entries
    .filter((path) => path.endsWith(ending))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);
}
