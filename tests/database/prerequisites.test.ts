import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  findJava,
  findMaven,
  javaMajor,
  parseJavaVersion,
  parseMavenVersion,
} from "../../src/database/prerequisites.ts";
import { fakePrograms } from "../support/fake-programs.ts";

const root = mkdtempSync(join(tmpdir(), "demarche-tools-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const JAVA_17 = `echo 'openjdk version "17.0.15" 2025-04-15' >&2`;
const JAVA_11 = `echo 'openjdk version "11.0.22" 2024-01-16' >&2`;

describe("parseJavaVersion(text)", () => {
  it.each([
    [
      'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6-Debian-1deb12u1)',
      "17.0.15",
      17,
    ],
    ['openjdk version "21.0.2" 2024-01-16 LTS\nOpenJDK Runtime Environment Temurin-21.0.2+13', "21.0.2", 21],
    ['openjdk version "21" 2023-09-19', "21", 21],
    ['openjdk version "24-ea" 2025-03-18', "24-ea", 24],
    ['openjdk version "17.0.9-ea" 2023-10-17', "17.0.9-ea", 17],
    ['openjdk version "17.0.11.0.101" 2024-04-16 LTS', "17.0.11.0.101", 17],
    [
      'java version "17.0.10" 2024-01-16 LTS\nJava(TM) SE Runtime Environment (build 17.0.10+11-LTS-240)',
      "17.0.10",
      17,
    ],
    ['java version "1.8.0_402"\nJava(TM) SE Runtime Environment (build 1.8.0_402-b06)', "1.8.0_402", 8],
    ['openjdk version "1.8.0_392-internal"', "1.8.0_392-internal", 8],
    ['java version "1.7.0_80"', "1.7.0_80", 7],
    ['openjdk version "9-Debian"', "9-Debian", 9],
    ['openjdk version "11.0.22" 2024-01-16', "11.0.22", 11],
    ['Picked up JAVA_TOOL_OPTIONS: -Dversion="3"\nopenjdk version "17.0.1" 2021-10-19', "17.0.1", 17],
    ['Picked up _JAVA_OPTIONS: -Xmx1g\nopenjdk version "25" 2025-09-16', "25", 25],
    ["openjdk 17.0.7 2023-04-18\nOpenJDK Runtime Environment GraalVM CE 22.3.2", "17.0.7", 17],
    ["java 22-ea 2024-03-19", "22-ea", 22],
    [
      'openjdk version "17.0.10" 2024-01-16\nIBM Semeru Runtime Open Edition\nEclipse OpenJ9 VM',
      "17.0.10",
      17,
    ],
  ])("reads %j as %s", (text, version, major) => {
    const parsed = parseJavaVersion(text);
    expect([parsed, javaMajor(parsed ?? "")]).toEqual([version, major]);
  });

  it.each([
    "",
    "The operation couldn’t be completed. Unable to locate a Java Runtime.",
    "sh: 1: java: not found",
  ])("finds none in %j", (text) => {
    expect(parseJavaVersion(text)).toBeNull();
  });
});

describe("parseMavenVersion(text)", () => {
  it.each([
    ["Apache Maven 3.8.7\nMaven home: /usr/share/maven", "3.8.7"],
    [
      "\u001b[1mApache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937)\u001b[m\nMaven home: /opt/maven",
      "3.9.9",
    ],
    ["Apache Maven 4.0.0-rc-2 (273314404f85e2e089e295d0ca8ad31ec2f2cb4f)", "4.0.0-rc-2"],
    ["Apache Maven 3.6.3 (Red Hat 3.6.3-19)", "3.6.3"],
    ["OpenJDK 64-Bit Server VM warning: Options -Xverify:none are deprecated\nApache Maven 3.3.9", "3.3.9"],
  ])("reads %j as %s", (text, version) => {
    expect(parseMavenVersion(text)).toBe(version);
  });

  it("finds none where JAVA_HOME is wrong", () => {
    expect(parseMavenVersion("The JAVA_HOME environment variable is not defined correctly")).toBeNull();
  });
});

describe("findJava(search)", () => {
  it("takes the one on the PATH", async () => {
    const environment = fakePrograms(join(root, "path"), { java: JAVA_17 });
    expect(await findJava({ environment, javaFolders: [] })).toEqual({ command: "java", version: "17.0.15" });
  });

  it("prefers JAVA_HOME", async () => {
    const environment = fakePrograms(join(root, "other"), { java: JAVA_17 });
    const javaHome = join(root, "home");
    fakePrograms(join(javaHome, "bin"), { java: `echo 'openjdk version "21.0.2"' >&2` });
    expect(await findJava({ environment, javaHome, javaFolders: [] })).toEqual({
      command: join(javaHome, "bin", "java"),
      version: "21.0.2",
    });
  });

  it("finds a newer one that lies beside an old one", async () => {
    const environment = fakePrograms(join(root, "old"), { java: JAVA_11 });
    const javaFolders = [join(root, "jvm")];
    fakePrograms(join(root, "jvm", "java-17", "bin"), { java: JAVA_17 });
    expect(await findJava({ environment, javaFolders })).toEqual({
      command: join(root, "jvm", "java-17", "bin", "java"),
      version: "17.0.15",
    });
  });

  it("says that the only one is too old, and what to do", async () => {
    const environment = fakePrograms(join(root, "too-old"), { java: JAVA_11 });
    await expect(findJava({ environment, javaFolders: [] })).rejects.toMatchObject({
      code: "JAVA_MISSING",
      message:
        "Java 11.0.22 (java) is too old; the embedded Neo4j needs Java 17 or newer. Install it (`demarche serve --yes` does, with the system's package manager), or set NEO4J_URI to a running Neo4j, or use --docker.",
    });
  });

  it("says that there is none", async () => {
    const environment = fakePrograms(join(root, "none"), {});
    await expect(findJava({ environment, javaFolders: [] })).rejects.toMatchObject({
      code: "JAVA_MISSING",
      message: expect.stringMatching(/^Java is missing; the embedded Neo4j needs Java 17 or newer\. /),
    });
  });
});

describe("findMaven(search)", () => {
  it("finds it on the PATH", async () => {
    const environment = fakePrograms(join(root, "maven"), { mvn: "echo 'Apache Maven 3.8.7'" });
    expect(await findMaven({ environment })).toEqual({ command: "mvn", version: "3.8.7" });
  });

  it("says that it is missing, and what to do", async () => {
    const environment = fakePrograms(join(root, "no-maven"), {});
    await expect(findMaven({ environment })).rejects.toMatchObject({
      code: "MAVEN_MISSING",
      message: expect.stringMatching(
        /^Maven \(mvn\) is missing, which fetches the embedded Neo4j once\. Install it/,
      ),
    });
  });
});
