// `npm run check`: types, lint, format, import rules, unused code, generated docs, and what must not stand in the project.
import { spawnSync } from "node:child_process";
import { ensureInstalled, root } from "./ensure-installed.mjs";

ensureInstalled();
const CHECKS = [
  ["types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."]],
  ["types of the web pages", ["scripts/check-web-types.mjs"]],
  ["lint and format", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]],
  [
    "import rules",
    [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "src",
      "web",
      "--config",
      ".dependency-cruiser.cjs",
    ],
  ],
  ["unused code and dependencies", ["node_modules/knip/bin/knip.js"]],
  ["docs up to date", ["--import", "tsx", "scripts/docs.ts", "--check"]],
  ["all Cypher comes from cypher/", ["--import", "tsx", "scripts/check-cypher.ts"]],
  ["licences", ["scripts/licences.mjs", "--check"]],
  ["words that must not stand here", ["scripts/check-words.mjs"]],
];

let failed = 0;
for (const [name, args] of CHECKS) {
  const result = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  const isFine = result.status === 0;
  console.log(`${isFine ? "ok  " : "FAIL"} ${name}`);
  if (isFine) continue;
  failed += 1;
  console.log(`${result.stdout}${result.stderr}`.trimEnd());
}
process.exit(failed === 0 ? 0 : 1);
