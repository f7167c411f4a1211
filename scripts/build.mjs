// Builds dist/: the program, the playground and the explorer; each only when its inputs changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, root, run } from "./ensure-installed.mjs";

const EXPLORER_INPUTS = [
  "web/explorer",
  "src/domain",
  "src/network",
  "src/exporters",
  "src/questions",
  "package-lock.json",
];

const STEPS = [
  {
    name: "program",
    inputs: ["src", "tsconfig.json", "tsconfig.build.json", "package-lock.json"],
    output: "dist/src/cli/main.js",
    command: ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"],
  },
  {
    name: "playground",
    inputs: ["web/playground", "package-lock.json"],
    output: "dist/playground/index.html",
    command: ["node_modules/vite/bin/vite.js", "build", "web/playground", "--logLevel", "warn"],
  },
  {
    name: "explorer",
    inputs: EXPLORER_INPUTS,
    output: "dist/web/index.html",
    command: ["node_modules/vite/bin/vite.js", "build", "web/explorer", "--logLevel", "warn"],
  },
  {
    name: "page to publish",
    inputs: EXPLORER_INPUTS,
    output: "dist/published/index.html",
    command: [
      "node_modules/vite/bin/vite.js",
      "build",
      "web/explorer",
      "--config",
      "web/explorer/vite.published.config.ts",
      "--logLevel",
      "warn",
    ],
  },
];

/** Builds whatever is out of date. */
export function build() {
  const recordFile = join(root, "dist", ".build.json");
  const record = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, "utf8")) : {};
  for (const step of STEPS) {
    if (!existsSync(join(root, step.inputs[0]))) continue;
    const fingerprint = fingerprintOf(step.inputs);
    if (record[step.name] === fingerprint && existsSync(join(root, step.output))) continue;
    console.error(`Building the ${step.name} …`);
    run(process.execPath, step.command);
    record[step.name] = fingerprint;
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(recordFile, JSON.stringify(record, null, 2));
  }
}

function fingerprintOf(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((input) => filesBelow(join(root, input)))) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== "node_modules")
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  ensureInstalled();
  build();
}
