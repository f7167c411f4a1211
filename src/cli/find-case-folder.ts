import { existsSync } from "node:fs";
import { findPackageFile } from "./package-root.ts";

/**
 * Gives the folder that a word on the command line means: the folder of that name, else the case that ships with Demarche
 * under it (`nuclear`), else the word as it is, so that whoever reads it says that nothing is there.
 */
export function findCaseFolder(word: string): string {
  const isPlainName = /^[a-z0-9-]+$/.test(word);
  if (existsSync(word) || !isPlainName) return word;
  const shipped = findPackageFile("seed", word);
  return existsSync(shipped) ? shipped : word;
}
