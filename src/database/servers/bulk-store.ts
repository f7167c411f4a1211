import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type DataFolder,
  prepareDataFolder,
  removeAbandonedScratch,
  scratchFolder,
} from "./embedded/data-folder.ts";
import { withLock } from "./embedded/folder-lock.ts";
import { execAdminTool, type Neo4jFolders } from "./embedded/neo4j-home.ts";
import { provideRuntime } from "./embedded/provide-runtime.ts";
import { identifyRecorded } from "./embedded/supervised-java.ts";
import { type EmbeddedOptions, inUse } from "./embedded.ts";

/** A CSV file whose header is in the form of `neo4j-admin database import`. */
export interface ImportFile {
  readonly path: string;
  /** Labels of the nodes, or the type of the relations. */
  readonly labels: readonly string[];
}

export interface ImportFiles {
  readonly nodes: readonly ImportFile[];
  readonly relations: readonly ImportFile[];
  /** Whether some cell holds a line break. */
  readonly isMultiline: boolean;
}

/** What parts the items of a list within a cell: no text of a case can hold it. */
export const LIST_DELIMITER = "\u001f";

/** The importer asks for 1 GB from some millions of records on. */
const HEAP_MB = 1024;
const STAGES = 4;
/** The largest record that a case may hold is 8 MB. */
const BUFFER_BYTES = 16 << 20;

/**
 * A store that Neo4j's own bulk importer makes beside the database of a data folder, to take its place.
 *
 * The database is untouched until `install`, whatever happens before.
 */
export class BulkStore {
  /** A folder for the files that are imported, on the disk of the database. */
  readonly folder: string;
  readonly #options: EmbeddedOptions;
  readonly #paths: DataFolder;
  readonly #home: Neo4jFolders;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
    this.#paths = prepareDataFolder(options.dataFolder);
    removeAbandonedScratch(this.#paths.folder);
    this.folder = scratchFolder(this.#paths.folder);
    const neo4jHome = join(this.folder, "neo4j");
    this.#home = { neo4jHome, configFolder: join(neo4jHome, "conf") };
    mkdirSync(this.#home.configFolder, { recursive: true, mode: 0o700 });
  }

  /**
   * Makes the store of CSV files.
   *
   * @param onShare - Told how much is done, 0–1.
   * @throws DemarcheError NO_SPACE, or INTERNAL with Neo4j's own words.
   */
  async build(files: ImportFiles, onShare: (share: number) => void = () => undefined): Promise<void> {
    const runtime = await provideRuntime(this.#options);
    const progress = new ImportProgress(onShare);
    await execAdminTool(this.#home, runtime, importArguments(files, this.folder), {
      heapMb: HEAP_MB,
      onOutput: (text) => progress.read(text),
    });
  }

  /**
   * Puts the store in the place of the database, whose server must be stopped.
   *
   * Where this is cut off, the folder has an empty database at its next start.
   *
   * @throws DemarcheError DATABASE_IN_USE while a server runs on the folder.
   */
  async install(): Promise<void> {
    const { lockFile, readyMarker, neo4jHome } = this.#paths;
    await withLock(lockFile, {}, async () => {
      const running = identifyRecorded(this.#paths);
      if (running !== null) throw inUse(this.#paths, running.pid, "stop it first");
      rmSync(readyMarker, { force: true });
      for (const part of ["databases", "transactions"]) {
        const place = join(neo4jHome, "data", part, "neo4j");
        rmSync(place, { recursive: true, force: true });
        renameSync(join(this.#home.neo4jHome, "data", part, "neo4j"), place);
      }
      writeFileSync(readyMarker, "");
    });
  }

  /** Removes the files and what is left of the store. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function importArguments({ nodes, relations, isMultiline }: ImportFiles, folder: string): string[] {
  const list = (option: string, files: readonly ImportFile[]) =>
    files.map(({ labels, path }) => `--${option}=${labels.join(":")}=${path}`);
  return [
    ...["database", "import", "full", "neo4j", "--strict=true", "--id-type=string"],
    `--array-delimiter=U+${LIST_DELIMITER.charCodeAt(0).toString(16).padStart(4, "0")}`,
    `--read-buffer-size=${BUFFER_BYTES}`,
    `--report-file=${join(folder, "report")}`,
    ...(isMultiline ? ["--multiline-fields=true", "--multiline-fields-format=v1"] : []),
    ...list("nodes", nodes),
    ...list("relationships", relations),
  ];
}

/** Reads how far the importer has come from what it prints: `(2/4) Relationship import`, then `…  45% …`. */
class ImportProgress {
  readonly #onShare: (share: number) => void;
  #stage = 1;

  constructor(onShare: (share: number) => void) {
    this.#onShare = onShare;
  }

  read(text: string): void {
    for (const [, stage, percent] of text.matchAll(/\((\d)\/\d\)|(\d+)% ∆/g)) {
      if (stage !== undefined) this.#stage = Number(stage);
      else this.#onShare((this.#stage - 1 + Number(percent) / 100) / STAGES);
    }
  }
}
