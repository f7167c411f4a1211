// `npm start`: installs and builds what is missing, then runs `demarche serve` with the given options.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
build();
const program = join(root, "dist/src/cli/main.js");
process.argv.splice(1, process.argv.length, program, "serve", ...process.argv.slice(2));
await import(pathToFileURL(program).href);
