import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DemarcheError } from "../domain/errors.ts";

/** A token that may do all, and the file that keeps it. */
export interface AdminToken {
  readonly file: string;
  readonly token: string;
}

/** Names the file of the admin token of a data folder. */
export function adminTokenFile(dataFolder: string): string {
  return join(dataFolder, "admin-token");
}

/**
 * Reads the admin token of a data folder; the first time makes one up, in a file that only its owner can read.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` where others can read it, or it cannot be made.
 */
export function ensureAdminToken(dataFolder: string): AdminToken {
  const file = adminTokenFile(dataFolder);
  try {
    makeToken(dataFolder, file);
    if ((statSync(file).mode & 0o077) !== 0) throw openToOthers(file);
    return { file, token: readFileSync(file, "utf8").trim() };
  } catch (cause) {
    if (cause instanceof DemarcheError) throw cause;
    throw new DemarcheError("FILE_UNREADABLE", `The admin token ${file} can be neither read nor made.`, {
      cause,
    });
  }
}

/** Puts a new token in its place at once and whole; one that another process put there first stays. */
function makeToken(dataFolder: string, file: string): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.new`;
  writeFileSync(half, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(half);
  }
}

function openToOthers(file: string): DemarcheError {
  return new DemarcheError(
    "FILE_UNREADABLE",
    `Others can read the admin token ${file}: remove the file, and a new token is made; then use that.`,
  );
}
