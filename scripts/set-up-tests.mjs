// Installs what the tests need beside npm packages: Java, Maven, Chromium, Graphviz, and Python readers in .venv.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { pathToFileURL } from "node:url";
import { root } from "./ensure-installed.mjs";

/** What a test needs: how to see that it is there, and the package that brings it, by package manager. */
const NEEDS = [
  {
    name: "a Java 17 development kit",
    isThere: () => works("javac", ["-version"]),
    packages: {
      "apt-get": ["default-jdk-headless"],
      dnf: ["java-21-openjdk-devel"],
      apk: ["openjdk21-jdk"],
      pacman: ["jdk-openjdk"],
      zypper: ["java-21-openjdk-devel"],
      brew: ["openjdk"],
    },
  },
  {
    name: "Maven",
    isThere: () => works("mvn", ["-v"]),
    packages: {
      "apt-get": ["maven"],
      dnf: ["maven"],
      apk: ["maven"],
      pacman: ["maven"],
      zypper: ["maven"],
      brew: ["maven"],
    },
  },
  {
    name: "Chromium",
    isThere: () =>
      ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].some((name) =>
        works(name, ["--version"]),
      ),
    packages: {
      "apt-get": ["chromium"],
      dnf: ["chromium"],
      apk: ["chromium"],
      pacman: ["chromium"],
      zypper: ["chromium"],
      brew: ["--cask", "chromium"],
    },
  },
  {
    name: "Graphviz",
    isThere: () => works("dot", ["-V"]),
    packages: {
      "apt-get": ["graphviz"],
      dnf: ["graphviz"],
      apk: ["graphviz"],
      pacman: ["graphviz"],
      zypper: ["graphviz"],
      brew: ["graphviz"],
    },
  },
  {
    name: "Python 3 with venv",
    isThere: () => existsSync(venvPython()) || works("python3", ["-c", "import venv, ensurepip"]),
    packages: {
      "apt-get": ["python3", "python3-venv"],
      dnf: ["python3"],
      apk: ["python3"],
      pacman: ["python"],
      zypper: ["python3"],
      brew: ["python"],
    },
  },
];

/** Installs what is missing: at once with CI=true, after a question on a terminal; else it names the commands and ends the process. */
export async function setUpTests() {
  const missing = NEEDS.filter((need) => !need.isThere());
  if (missing.length > 0) await installPackages(missing);
  setUpPython();
}

async function installPackages(missing) {
  const names = missing.map((need) => need.name).join(", ");
  const manager = ["apt-get", "dnf", "apk", "pacman", "zypper", "brew"].find((name) =>
    works(name, ["--version"]),
  );
  if (!manager)
    return refuse(names, "no package manager that this script knows was found; install them by hand.");
  const commands = installCommands(
    manager,
    missing.flatMap((need) => need.packages[manager]),
  );
  const shown = commands.map((command) => `  ${command.join(" ")}`).join("\n");
  if (!(await isAllowed(`The tests need ${names}. These commands install them:\n${shown}`))) {
    return refuse(names, `run these, or set CI=true to have it done:\n${shown}`);
  }
  for (const [program, ...args] of commands) {
    const result = spawnSync(program, args, {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (result.status !== 0)
      return refuse(names, `this failed, perhaps for want of rights: ${program} ${args.join(" ")}`);
  }
  const still = missing.filter((need) => !need.isThere());
  if (still.length > 0)
    refuse(still.map((need) => need.name).join(", "), "the package manager did not bring them.");
}

function installCommands(manager, packages) {
  const sudo = manager !== "brew" && process.getuid?.() !== 0 ? ["sudo"] : [];
  const install = {
    "apt-get": [
      ["apt-get", "update", "-qq"],
      ["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages],
    ],
    dnf: [["dnf", "install", "-y", ...packages]],
    apk: [["apk", "add", ...packages]],
    pacman: [["pacman", "-Sy", "--noconfirm", ...packages]],
    zypper: [["zypper", "--non-interactive", "install", ...packages]],
    brew: packages.includes("--cask")
      ? [
          ["brew", "install", "--cask", "chromium"],
          ["brew", "install", ...packages.filter((name) => !["--cask", "chromium"].includes(name))],
        ]
      : [["brew", "install", ...packages]],
  }[manager];
  return install.map((command) => [...sudo, ...command]);
}

async function isAllowed(question) {
  if (process.env.CI === "true") return true;
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question}\nRun them now? [Y/n] `);
  terminal.close();
  return /^(y|yes|)$/i.test(answer.trim());
}

function refuse(names, wayOut) {
  console.error(`The tests need ${names}: ${wayOut}`);
  process.exit(1);
}

function setUpPython() {
  const requirements = join(root, "tests/readers/requirements.txt");
  if (!existsSync(requirements)) return;
  const fingerprint = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  const marker = join(root, ".venv", ".requirements");
  if (
    existsSync(marker) &&
    readFileSync(marker, "utf8") === fingerprint &&
    works(venvPython(), ["--version"])
  )
    return;
  console.error("Installing the Python readers into .venv …");
  mustRun("python3", ["-m", "venv", join(root, ".venv")]);
  mustRun(venvPython(), [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "-r",
    requirements,
  ]);
  writeFileSync(marker, fingerprint);
}

function mustRun(program, args) {
  const result = spawnSync(program, args, { stdio: "inherit" });
  if (result.status !== 0) refuse("Python readers", `this failed: ${program} ${args.join(" ")}`);
}

function venvPython() {
  return join(root, ".venv/bin/python");
}

function works(program, args) {
  const result = spawnSync(program, args, { stdio: "ignore" });
  return !result.error && result.status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await setUpTests();
