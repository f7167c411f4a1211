import { readFile, stat } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { DemarcheError } from "../domain/errors.ts";
import type { CommandContext } from "./command.ts";

/**
 * Gives the text that a command was given: the word itself, the content of the file it names, or standard input for `-`
 * (also where no word was given and something is piped in).
 *
 * @throws DemarcheError USAGE when there is no text.
 */
export async function readInput(
  context: CommandContext,
  word: string | undefined,
  what: string,
): Promise<string> {
  if (word === "-" || (word === undefined && !context.input.isTTY))
    return requireText(await text(context.input), what);
  if (word === undefined)
    throw new DemarcheError("USAGE", `Give ${what} as an argument, a file, or - for standard input.`);
  if (!/\s/.test(word) && (await isFile(word))) return requireText(await readFile(word, "utf8"), what);
  return requireText(word, what);
}

/**
 * Parses a JSON object from the command line.
 *
 * @throws DemarcheError USAGE when it is none.
 */
export function parseJsonObject(json: string | undefined, option: string): Record<string, unknown> {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // told below, in the same words as a wrong type
  }
  throw new DemarcheError("USAGE", `${option} takes a JSON object such as '{"id": "putin"}', not: ${json}`);
}

function requireText(content: string, what: string): string {
  if (content.trim() === "") throw new DemarcheError("USAGE", `Give ${what}: what was given is empty.`);
  return content;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
