import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../../src/database/neo4j-database.ts";
import { DemarcheError } from "../../../src/domain/errors.ts";
import { runDoctor } from "../../../src/loading/doctor.ts";
import { loadDataset } from "../../../src/loading/load-dataset.ts";
import { exampleDataset, twinOf } from "../../support/example-dataset.ts";
import { readGraph } from "../../support/read-graph.ts";
import { startRestartable } from "../support/restartable-neo4j.ts";

/** What becomes of a Neo4j whose disk is full, and after there is space again and it was restarted. */
export interface DiskFullReport {
  /** Codes of the errors that loads gave, in order. */
  readonly codes: readonly string[];
  /** Whether the case that was there before is as it was. */
  readonly isOldWhole: boolean;
  readonly isSound: boolean;
  /** Whether a load works again. */
  readonly isWritable: boolean;
}

/** Fills a disk of 160 MB in memory under a Neo4j; needs the right to mount one. */
export async function diskFull(loads: number): Promise<DiskFullReport> {
  const disk = mkdtempSync(join(tmpdir(), "demarche-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m", "none", disk]);
  const neo4j = await startRestartable(join(disk, "data"));
  try {
    const example = await exampleDataset();
    const database = await openDatabase({ ...neo4j.server, retryTimeMs: 1_000 });
    await loadDataset(database, twinOf(example, "old"));
    const graph = JSON.stringify(await readGraph(database, "old"));
    const filler = join(disk, "filler");
    writeFileSync(filler, Buffer.alloc(freeBytes(disk)));
    const codes: string[] = [];
    for (let load = 0; load < loads; load += 1)
      codes.push(await tryLoad(database, twinOf(example, `new-${load}`)));
    await database.close();
    rmSync(filler);
    await neo4j.stop();
    await neo4j.start();
    const again = await openDatabase(neo4j.server);
    const isOldWhole = JSON.stringify(await readGraph(again, "old")) === graph;
    const isWritable = (await tryLoad(again, twinOf(example, "last"))) === "OK";
    const { isSound } = await runDoctor(again);
    await again.close();
    return { codes, isOldWhole, isSound, isWritable };
  } finally {
    await neo4j.stop();
    // Lazily: the last process of Neo4j may still be ending.
    execFileSync("umount", ["--lazy", disk]);
    rmSync(disk, { recursive: true, force: true });
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

async function tryLoad(...given: Parameters<typeof loadDataset>): Promise<string> {
  try {
    await loadDataset(...given);
    return "OK";
  } catch (error) {
    return error instanceof DemarcheError ? error.code : String(error);
  }
}
