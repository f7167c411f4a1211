import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the npm dependencies when they are absent or older than the lock file; ends the process when that fails. */
export function ensureInstalled() {
  const modules = join(root, "node_modules");
  const marker = join(modules, ".package-lock.json");
  const isFresh =
    existsSync(marker) &&
    statSync(marker).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs - 1000;
  const isLinked = existsSync(modules) && lstatSync(modules).isSymbolicLink();
  if (isFresh || isLinked) return;
  console.error("Installing the npm packages of package-lock.json …");
  const options = ["--no-audit", "--no-fund", "--loglevel=error"];
  const clean = spawnSync("npm", ["ci", ...options], {
    cwd: root,
    stdio: ["ignore", "inherit", "pipe"],
    encoding: "utf8",
  });
  if (clean.status === 0) return;
  // `npm ci` refuses a lock file that lacks an optional package of another system; `npm install` keeps to the same versions.
  run("npm", ["install", "--no-save", ...options]);
}

/** Runs a program with the terminal passed through; ends the process with its exit code when it fails. */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) {
    console.error(`${program} could not be started: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}
