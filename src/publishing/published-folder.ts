import { cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DemarcheError } from "../domain/errors.ts";
import type { PublishedContents } from "../questions/published.ts";

/** A published folder in the making. */
export interface PublishedFolder {
  /** Adds what the page may ask for, under its key. */
  add(key: string, answer: unknown): Promise<void>;
  /** Writes the contents and puts the folder in its place; gives the file of each key. */
  finish(
    describe: (files: PublishedContents["files"]) => PublishedContents,
  ): Promise<PublishedContents["files"]>;
  /** Gives up: nothing of it stays. */
  abort(): Promise<void>;
}

interface FolderOptions {
  readonly out: string;
  readonly overwrite: boolean;
  readonly pageFolder: string;
}

const CONTENTS = "contents.js";

/**
 * Starts a published folder beside its place, with the page in it.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE`.
 */
export async function openPublishedFolder({
  out,
  overwrite,
  pageFolder,
}: FolderOptions): Promise<PublishedFolder> {
  const place = resolve(out);
  const part = `${place}.part`;
  await checkPlace(place, overwrite);
  await attempt(out, async () => {
    await rm(part, { recursive: true, force: true });
    await mkdir(join(part, "answers"), { recursive: true });
  });
  await copyPage(pageFolder, part);
  const files: Record<string, string> = {};
  return {
    add: async (key, answer) => {
      const file = `answers/${String(Object.keys(files).length + 1).padStart(5, "0")}.js`;
      files[key] = file;
      await attempt(out, () => writeFile(join(part, file), writeAnswer(key, answer)));
    },
    finish: async (describe) => {
      await attempt(out, async () => {
        await writeFile(join(part, CONTENTS), `self.demarchePublished=${JSON.stringify(describe(files))};\n`);
        await rm(place, { recursive: true, force: true });
        await rename(part, place);
      });
      return files;
    },
    abort: () => rm(part, { recursive: true, force: true }),
  };
}

/** A page opened from a disk may load scripts, but no other files: so each answer is one. */
function writeAnswer(key: string, answer: unknown): string {
  return `(self.demarcheAnswers??={})[${JSON.stringify(key)}]=${JSON.stringify(answer)};\n`;
}

/** Only an earlier publication is ever replaced. */
async function checkPlace(place: string, overwrite: boolean): Promise<void> {
  const entries = await readdir(place).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw unwritable(place, error);
  });
  if (entries.length === 0 || (overwrite && entries.includes(CONTENTS))) return;
  const message = entries.includes(CONTENTS)
    ? `${place} holds an earlier publication: replace it with --overwrite, or name another folder with --out.`
    : `${place} is not empty: name a new folder with --out.`;
  throw new DemarcheError("FILE_UNREADABLE", message);
}

async function copyPage(pageFolder: string, part: string): Promise<void> {
  try {
    await cp(pageFolder, part, { recursive: true });
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    const message = `The page is not built (${pageFolder}): run \`npm run build\`, then publish again.`;
    throw new DemarcheError("FILE_UNREADABLE", message, { cause: error });
  }
}

async function attempt<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unwritable(out, error as NodeJS.ErrnoException);
  }
}

function unwritable(place: string, cause: NodeJS.ErrnoException): DemarcheError {
  if (cause.code === "ENOSPC") {
    return new DemarcheError("NO_SPACE", `The disk is full: ${place} was not written.`, { cause });
  }
  return new DemarcheError("FILE_UNREADABLE", `${place} cannot be written to: ${cause.message}.`, { cause });
}
