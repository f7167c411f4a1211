import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../../src/database/package-root.ts";
import { findTampered, hasJars, provideJars, readSums } from "../../../src/database/servers/embedded/jars.ts";
import { NEO4J_VERSION, type ServerProgress } from "../../../src/database/servers/server.ts";
import { fakePrograms } from "../../support/fake-programs.ts";
import { cacheFolder } from "../../support/server-desk.ts";

vi.setConfig({ testTimeout: 240_000 });
const root = mkdtempSync(join(tmpdir(), "demarche-jars-"));
let whole: string;

beforeAll(async () => {
  whole = await provideJars({ cacheFolder: cacheFolder() });
}, 600_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("embedded/sha256sums.txt", () => {
  it("lists the jars of the version that the pom and the code name", () => {
    const sums = readSums();
    const pom = readFileSync(join(packageRoot(), "embedded", "pom.xml"), "utf8");
    expect(/<neo4j\.version>(.*)<\/neo4j\.version>/.exec(pom)?.[1]).toBe(NEO4J_VERSION);
    expect([sums.has(`neo4j-${NEO4J_VERSION}.jar`), sums.has(`neo4j-server-${NEO4J_VERSION}.jar`)]).toEqual([
      true,
      true,
    ]);
    expect(
      [...sums].filter(([file, sum]) => !/^[\w.-]+\.jar$/.test(file) || !/^[0-9a-f]{64}$/.test(sum)),
    ).toEqual([]);
  });
});

describe("findTampered(folder, sums)", () => {
  it("finds nothing in what was fetched", async () => {
    expect(await findTampered(whole, readSums())).toEqual([]);
  });

  it("finds what is changed, missing or not on the list", async () => {
    const folder = copyJars("tampered");
    rmSync(join(folder, "asm-9.7.1.jar"));
    writeFileSync(join(folder, "asm-9.7.1.jar"), "changed");
    rmSync(join(folder, "picocli-4.7.6.jar"));
    writeFileSync(join(folder, "strange.jar"), "");
    expect(await findTampered(folder, readSums())).toEqual([
      "asm-9.7.1.jar",
      "picocli-4.7.6.jar",
      "strange.jar",
    ]);
  });
});

describe("provideJars(options)", () => {
  it("uses what is there without Maven", async () => {
    const environment = fakePrograms(join(root, "no-maven"), {});
    copyJars("present/neo4j-5.26.30");
    expect(await provideJars({ cacheFolder: join(root, "present"), tools: { environment } })).toBe(
      join(root, "present", "neo4j-5.26.30"),
    );
  });

  it("fetches a tampered folder anew, with Maven, telling how far it is", async () => {
    const folder = copyJars("mended/neo4j-5.26.30");
    rmSync(join(folder, "neo4j-kernel-5.26.30.jar"));
    writeFileSync(join(folder, "neo4j-kernel-5.26.30.jar"), "something else");
    const progress: ServerProgress[] = [];
    const onProgress = (step: ServerProgress) => progress.push(step);
    await provideJars({ cacheFolder: join(root, "mended"), onProgress });
    expect(await findTampered(folder, readSums())).toEqual([]);
    expect(readdirSync(join(root, "mended"))).toEqual(["neo4j-5.26.30"]);
    const total = readSums().size;
    expect(progress.slice(0, 2)).toEqual([{ step: "CHECKING" }, { step: "FETCHING", done: 0, total }]);
    expect(progress.at(-1)).toEqual({ step: "FETCHING", done: total, total });
  });

  it("refuses what Maven brings when it is not on the list, and keeps none of it", async () => {
    const script = `
if [ "$1" = --version ]; then echo 'Apache Maven 3.8.7'; exit 0; fi
for argument; do case $argument in -Djars=*) folder=\${argument#-Djars=} ;; esac; done
mkdir -p "$folder" && cp ${whole}/asm*.jar "$folder" && echo changed >"$folder/asm-9.7.1.jar" && echo >"$folder/evil.jar"`;
    const environment = fakePrograms(join(root, "evil"), { mvn: script });
    const cache = join(root, "evil-cache");
    await expect(provideJars({ cacheFolder: cache, tools: { environment } })).rejects.toMatchObject({
      code: "DOWNLOAD_FAILED",
      message: expect.stringMatching(
        /^What Maven fetched is not what embedded\/sha256sums\.txt lists: .*, and \d+ more\. Remove these from Maven's repository/,
      ),
      details: { files: expect.arrayContaining(["asm-9.7.1.jar", "evil.jar", "neo4j-5.26.30.jar"]) },
    });
    expect([hasJars(cache), readdirSync(cache)]).toEqual([false, []]);
  });

  it("repeats Maven's reason when it fails", async () => {
    const script = `
if [ "$1" = --version ]; then echo 'Apache Maven 3.8.7'; exit 0; fi
echo '[INFO] Scanning for projects...'
echo '[ERROR] Could not transfer artifact org.neo4j:neo4j:pom:5.26.30: Unknown host repo.example.org'
exit 1`;
    const environment = fakePrograms(join(root, "offline"), { mvn: script });
    await expect(
      provideJars({ cacheFolder: join(root, "offline-cache"), tools: { environment } }),
    ).rejects.toMatchObject({
      code: "DOWNLOAD_FAILED",
      message:
        "Maven could not fetch the embedded Neo4j: Could not transfer artifact org.neo4j:neo4j:pom:5.26.30: Unknown host repo.example.org. Check the network (or the mirror in Maven's settings.xml) and try again.",
    });
  });

  it("removes what an earlier fetch that was cut short left behind", async () => {
    const cache = join(root, "abandoned");
    mkdirSync(join(cache, "neo4j-5.26.30.fetching-999999999"), { recursive: true });
    const environment = fakePrograms(join(root, "abandoned-tools"), {
      mvn: `[ "$1" = --version ] && echo 'Apache Maven 3.8.7' || mkdir -p "\${5#-Djars=}"`,
    });
    await expect(provideJars({ cacheFolder: cache, tools: { environment } })).rejects.toMatchObject({
      code: "DOWNLOAD_FAILED",
    });
    expect(readdirSync(cache)).toEqual([]);
  });

  it("says that Maven is missing", async () => {
    const environment = fakePrograms(join(root, "bare"), {});
    await expect(
      provideJars({ cacheFolder: join(root, "bare-cache"), tools: { environment } }),
    ).rejects.toMatchObject({ code: "MAVEN_MISSING" });
  });

  it("says that the disk is full before it fetches", async () => {
    const cache = join(root, "full");
    await expect(
      provideJars({ cacheFolder: cache, readFreeBytes: async () => 50_000_000 }),
    ).rejects.toMatchObject({
      code: "NO_SPACE",
      message: `The disk of ${cache} has 50 MB free; fetching the embedded Neo4j needs 400 MB. Free some space, or choose another folder.`,
    });
  });
});

/** Links the real jars into a folder, so that the copy costs no space. */
function copyJars(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(whole)) copyOrLink(join(whole, file), join(folder, file));
  return folder;
}

function copyOrLink(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    writeFileSync(to, readFileSync(from));
  }
}
