// Lists the licence of every package that ships, and writes those under other terms than Apache-2.0 into NOTICE.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure-installed.mjs";

const ALLOWED =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|MPL-2\.0|CC-BY-4\.0)( (OR|AND) [A-Za-z0-9.-]+)*\)?$/;

// Comes with @neo4j/graphql for Apollo Federation, which Demarche does not use; npm installs it, the tarball does not hold it.
const EXCUSED = ["@apollo/federation-internals"];

// What Vite bundles into the pages ships too, though npm does not install it for users.
const BUNDLED = [
  "graphiql",
  "react",
  "react-dom",
  "preact",
  "monaco-editor",
  "d3-force",
  "d3-zoom",
  "d3-scale",
  "d3-selection",
  "d3-drag",
];

const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const rows = Object.entries(packages)
  .filter(
    ([path, entry]) => path.startsWith("node_modules/") && (!entry.dev || BUNDLED.includes(nameOf(path))),
  )
  .map(([path, entry]) => ({ name: nameOf(path), licence: entry.license ?? "not stated" }))
  .filter(({ name }, index, all) => all.findIndex((other) => other.name === name) === index)
  .sort((left, right) => (left.name < right.name ? -1 : 1));
const notice = renderNotice(rows);
const noticeFile = join(root, "NOTICE");
if (process.argv.includes("--check")) {
  if (readFileSync(noticeFile, "utf8") !== notice) fail("NOTICE is out of date: run `npm run licences`.");
} else if (process.argv.includes("--list")) {
  for (const { name, licence } of rows) console.log(`${licence.padEnd(20)} ${name}`);
} else {
  writeFileSync(noticeFile, notice);
}
const refused = rows.filter(({ name, licence }) => !ALLOWED.test(licence) && !EXCUSED.includes(name));
if (refused.length > 0)
  fail(`Licences to look at: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(", ")}`);

function nameOf(path) {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

function renderNotice(packages) {
  const others = packages.filter(({ licence }) => licence !== "Apache-2.0");
  return `Demarche
Copyright the authors of Demarche

The code is licensed under the Apache License 2.0 (LICENSE).
The coded case seed/russia-ukraine is licensed under CC BY 4.0, quotes from its sources excepted: they stay with their
authors and are given as citations. The data of seed/nuclear are under the MIT licence that lies beside them.

Neo4j Community Edition (GPL-3.0) is not part of Demarche: Maven fetches it when you start the embedded database.

Demarche uses these packages under other licences than Apache-2.0, each with its own copyright notice in its folder:

${others.map(({ name, licence }) => `${licence.padEnd(14)} ${name}`).join("\n")}
`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
