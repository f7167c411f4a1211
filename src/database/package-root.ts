import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Gives the folder of Demarche's own `package.json`, from the sources as well as from `dist`. */
export function packageRoot(): string {
  root ??= findRoot();
  return root;
}

let root: string | null = null;

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("Demarche's package.json is missing: install Demarche anew.");
    folder = parent;
  }
  return folder;
}
