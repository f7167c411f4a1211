import { join } from "node:path";
import { packageRoot } from "../database/package-root.ts";

/** Gives the path of a file or folder that ships with the package, whether run from the sources or from the build. */
export function findPackageFile(...parts: readonly string[]): string {
  return join(packageRoot(), ...parts);
}
