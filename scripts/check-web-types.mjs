// Type-checks each web page that has a tsconfig.json of its own.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure-installed.mjs";

const web = join(root, "web");
const pages = existsSync(web)
  ? readdirSync(web).filter((name) => existsSync(join(web, name, "tsconfig.json")))
  : [];
let status = 0;
for (const page of pages) {
  const result = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", "--noEmit", "-p", join("web", page)],
    { cwd: root, stdio: "inherit" },
  );
  status ||= result.status ?? 1;
}
process.exit(status);
