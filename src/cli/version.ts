import { readFileSync } from "node:fs";
import { findPackageFile } from "./package-root.ts";

/** Gives the version of Demarche. */
export function readVersion(): string {
  return (JSON.parse(readFileSync(findPackageFile("package.json"), "utf8")) as { version: string }).version;
}
