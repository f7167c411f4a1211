// `npm run docs`: writes the generated parts of the docs; with --check it fails where one is out of date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandReference } from "../src/cli/command-reference.ts";
import { settingsReference } from "../src/cli/settings-reference.ts";
import {
  actReference,
  columnReference,
  linkReference,
  ruleReference,
} from "../src/dataset/describe-columns.ts";
import { errorReference } from "../src/graphql/error-reference.ts";
// @ts-expect-error a plain script without types
import { root } from "./ensure-installed.mjs";

interface GeneratedPart {
  readonly file: string;
  /** Name of the markers `<!-- name:begin -->` and `<!-- name:end -->`; null where the whole file is generated. */
  readonly marker: string | null;
  readonly render: () => string;
}

const PARTS: readonly GeneratedPart[] = [
  { file: "docs/commands.md", marker: null, render: commandReference },
  { file: "docs/errors.md", marker: null, render: errorReference },
  { file: "docs/settings.md", marker: null, render: settingsReference },
  { file: "docs/data-model.md", marker: "columns", render: columnReference },
  { file: "docs/data-model.md", marker: "acts", render: actReference },
  { file: "docs/data-model.md", marker: "links", render: linkReference },
  { file: "docs/data-model.md", marker: "rules", render: ruleReference },
];

const isCheck = process.argv.includes("--check");
const stale = PARTS.filter((part) => !writePart(part)).map((part) => part.file);
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(", ")}. Run \`npm run docs\`.`);
  process.exit(1);
}

function writePart(part: GeneratedPart): boolean {
  const path = join(root, part.file);
  const before = existsSync(path) ? readFileSync(path, "utf8") : "";
  const after =
    part.marker === null ? part.render() : replaceBetween(before, part.marker, part.render(), part.file);
  if (before === after) return true;
  if (!isCheck) writeFileSync(path, after);
  return !isCheck;
}

function replaceBetween(text: string, marker: string, content: string, file: string): string {
  const begin = `<!-- ${marker}:begin -->`;
  const end = `<!-- ${marker}:end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n${content.trim()}\n${text.slice(to)}`;
}
