// Fails on paths of a machine and addresses of package registries in tracked files, and on an address in the lock file.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./ensure-installed.mjs";

const FORBIDDEN = [
  [/(^|[^A-Za-z0-9_.-])\/(work|root|home\/(?!linuxbrew)[a-z]+)\//, "a path of a machine"],
  [
    /https?:\/\/[a-z0-9.-]*(npmjs|npm|maven|pypi|debian|pythonhosted)[a-z0-9.-]*(?!.*POM)/,
    "an address of a package registry",
  ],
  [/"resolved":/, "an address of a package registry"],
];
const ALLOWED = [/maven\.apache\.org\/(POM|xsd)/];

const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter(Boolean);
let found = 0;
for (const file of files) {
  if (file === "scripts/check-words.mjs") continue;
  const text = readFileSync(join(root, file), "utf8");
  if (text.includes("\0")) continue;
  text.split("\n").forEach((line, index) => {
    for (const [pattern, what] of FORBIDDEN) {
      if (!pattern.test(line) || ALLOWED.some((allowed) => allowed.test(line))) continue;
      found += 1;
      console.log(`${file}:${index + 1}: ${what}: ${line.trim().slice(0, 120)}`);
    }
  });
}
process.exit(found === 0 ? 0 : 1);
