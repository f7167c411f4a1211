import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  findMissing,
  type InstallOptions,
  installPrerequisites,
  planInstallation,
} from "../../src/database/install-prerequisites.ts";
import { PACKAGE_MANAGERS } from "../../src/database/package-managers.ts";
import { NEO4J_VERSION } from "../../src/database/servers/server.ts";
import { fakePrograms } from "../support/fake-programs.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-install-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("findMissing(cacheFolder)", () => {
  it("wants Java and Maven on a bare machine", async () => {
    expect(await findMissing(join(root, "cache"), bare("missing"))).toEqual(["JAVA", "MAVEN"]);
  });

  it("wants no Maven once the jars are there", async () => {
    mkdirSync(join(root, "full-cache", `neo4j-${NEO4J_VERSION}`), { recursive: true });
    expect(await findMissing(join(root, "full-cache"), bare("missing-java"))).toEqual(["JAVA"]);
  });

  it("wants nothing where both are there", async () => {
    const programs = { java: `echo 'openjdk version "17.0.1"'`, mvn: "echo 'Apache Maven 3.9.0'" };
    expect(await findMissing(join(root, "cache"), bare("complete", programs))).toEqual([]);
  });
});

describe("planInstallation(needs, options)", () => {
  it.each([
    [
      "apt-get",
      [
        "apt-get update",
        `${aptInstall()} openjdk-21-jre-headless || ${aptInstall()} openjdk-17-jre-headless || ${aptInstall()} default-jre-headless`,
        `${aptInstall()} maven`,
      ],
    ],
    [
      "dnf",
      [
        "dnf install --assumeyes java-21-openjdk-headless || dnf install --assumeyes java-17-openjdk-headless || dnf install --assumeyes java-latest-openjdk-headless",
        "dnf install --assumeyes maven",
      ],
    ],
    [
      "apk",
      ["apk update", "apk add openjdk21-jre-headless || apk add openjdk17-jre-headless", "apk add maven"],
    ],
    ["brew", ["brew install openjdk@21 || brew install openjdk@17", "brew install maven"]],
  ])("shows the commands of %s", async (manager, commands) => {
    const plan = await planInstallation(["JAVA", "MAVEN"], {
      ...bare(`plan-${manager}`, { [manager]: "" }),
      userId: 0,
    });
    expect(plan.commands).toEqual(commands);
  });

  it("uses sudo where it asks for no password", async () => {
    const options = { ...bare("sudo", { "apt-get": "", sudo: "exit 0" }), userId: 1000 };
    const plan = await planInstallation(["MAVEN"], options);
    expect(plan.commands).toEqual(["sudo -n apt-get update", `sudo -n ${aptInstall()} maven`]);
  });

  it("names the ways out where this user has no rights", async () => {
    const options = { ...bare("no-rights", { "apt-get": "", sudo: "exit 1" }), userId: 1000 };
    await expect(planInstallation(["MAVEN"], options)).rejects.toMatchObject({
      code: "MAVEN_MISSING",
      message: `Maven cannot be installed: this user may not install programs. Ways out: have somebody run: sudo apt-get update; sudo ${aptInstall()} maven; or set NEO4J_URI to a running Neo4j; or use --docker.`,
    });
  });

  it("names the ways out where no package manager is known", async () => {
    await expect(planInstallation(["JAVA", "MAVEN"], bare("no-manager"))).rejects.toMatchObject({
      code: "JAVA_MISSING",
      message:
        "Java 17 or newer and Maven cannot be installed: no package manager that Demarche knows is here. Ways out: install it by hand; or set NEO4J_URI to a running Neo4j; or use --docker.",
    });
  });

  it("lets Homebrew install for a user without rights", async () => {
    const plan = await planInstallation(["MAVEN"], { ...bare("brew", { brew: "" }), userId: 501 });
    expect(plan.commands).toEqual(["brew install maven"]);
  });
});

describe("installPrerequisites(plan, options)", () => {
  it("fetches the lists, tries the packages in turn, passes on what is printed, and finds the programs then", async () => {
    const folder = join(root, "installs");
    const options = bare("installs", { "apt-get": aptGet(folder) });
    const output: string[] = [];
    const all: InstallOptions = { ...options, userId: 0, onOutput: (text) => output.push(text) };
    await installPrerequisites(await planInstallation(["JAVA", "MAVEN"], all), all);
    expect(readFileSync(join(folder, "log"), "utf8").trim().split("\n")).toEqual([
      "update",
      `${INSTALL} openjdk-21-jre-headless [noninteractive]`,
      `${INSTALL} openjdk-17-jre-headless [noninteractive]`,
      `${INSTALL} maven [noninteractive]`,
    ]);
    expect(output.join("")).toBe(
      "E: Unable to locate package openjdk-21-jre-headless\nSetting up openjdk-17-jre-headless\nSetting up maven\n",
    );
    expect(await findMissing(join(root, "cache"), options)).toEqual([]);
  });

  it("names the commands to run by hand when the package manager fails", async () => {
    const options = { ...bare("fails", { "apt-get": "exit 100" }), userId: 0 };
    const plan = await planInstallation(["MAVEN"], options);
    await expect(installPrerequisites(plan, options)).rejects.toMatchObject({
      code: "MAVEN_MISSING",
      message: `Maven cannot be installed: apt-get could not install it. Ways out: have somebody run: apt-get update; ${aptInstall()} maven; or set NEO4J_URI to a running Neo4j; or use --docker.`,
    });
  });
});

describe("PACKAGE_MANAGERS", () => {
  it("asks nothing while it installs", () => {
    const silent = PACKAGE_MANAGERS.map(({ command, install }) => [command, install.slice(1).join(" ")]);
    expect(silent).toEqual([
      [
        "apt-get",
        "DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=120",
      ],
      ["dnf", "install --assumeyes"],
      ["yum", "install --assumeyes"],
      ["apk", "add"],
      ["pacman", "--sync --noconfirm --needed"],
      ["zypper", "--non-interactive install"],
      ["brew", "install"],
    ]);
  });
});

const INSTALL = "install --yes --no-install-recommends -o DPkg::Lock::Timeout=120";

function aptInstall(): string {
  return "env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=120";
}

/** A machine on which only these programs are. */
function bare(name: string, programs: Readonly<Record<string, string>> = {}): InstallOptions {
  return { environment: fakePrograms(join(root, name), programs), javaFolders: [] };
}

/** An `apt-get` of a system that has no Java 21: it writes down what it is asked for, and "installs" scripts. */
function aptGet(folder: string): string {
  return `
if [ "$1" = update ]; then echo update >>${folder}/log; exit 0; fi
echo "$* [$DEBIAN_FRONTEND]" >>${folder}/log
for package; do :; done
case $package in
  openjdk-17-jre-headless) printf '#!/bin/sh\\necho "openjdk version \\\\"17.0.15\\\\""\\n' >${folder}/java; chmod +x ${folder}/java ;;
  maven) printf '#!/bin/sh\\necho "Apache Maven 3.8.7"\\n' >${folder}/mvn; chmod +x ${folder}/mvn ;;
  *) echo "E: Unable to locate package $package"; exit 100 ;;
esac
echo "Setting up $package"`;
}
