import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { DemarcheError } from "../../../domain/errors.ts";

/** Reads how many bytes a user may still write to the disk of a folder. */
export type ReadFreeBytes = (folder: string) => Promise<number>;

/**
 * Makes sure that a disk has room before work begins that would fail half-way.
 *
 * @throws DemarcheError NO_SPACE, saying how much is there and how much is wanted.
 */
export async function requireSpace(
  folder: string,
  neededMb: number,
  { what, readFreeBytes = freeBytes }: { what: string; readFreeBytes?: ReadFreeBytes },
): Promise<void> {
  const freeMb = Math.floor((await readFreeBytes(nearestExisting(folder))) / 1_000_000);
  if (freeMb >= neededMb) return;
  const message = `The disk of ${folder} has ${freeMb} MB free; ${what} needs ${neededMb} MB. Free some space, or choose another folder.`;
  throw new DemarcheError("NO_SPACE", message, { details: { freeMb, neededMb } });
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}
