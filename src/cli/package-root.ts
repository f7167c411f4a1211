import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Gives the path of a file or folder that ships with the package, whether run from the sources or from the build. */
export function findPackageFile(...parts: readonly string[]): string {
  return join(packageRoot, ...parts);
}

const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("package.json of demarche not found");
  return findRoot(parent);
}
