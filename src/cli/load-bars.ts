import { basename } from "node:path";
import type { BulkProgress } from "../loading/bulk-load.ts";
import type { LoadProgress } from "../loading/load-dataset.ts";
import { MEGABYTES, type Output, type Progress, type Unit } from "./output.ts";

const ROWS: Unit = { name: "rows", size: 1 };

/** Shows how far a load has come, a bar for each of its steps. */
export class LoadBars {
  readonly #output: Output;
  readonly #name: string;
  #bar: Progress | null = null;
  #label = "";

  constructor(output: Output, folder: string) {
    this.#output = output;
    this.#name = basename(folder);
  }

  show(progress: LoadProgress | BulkProgress): void {
    switch (progress.step) {
      case "READING":
        this.#step("Checking", MEGABYTES).update(progress.bytesRead, progress.bytesTotal);
        break;
      case "WRITING":
        this.#step("Writing", ROWS).update(progress.done, progress.total);
        break;
      case "IMPORTING":
        this.#step("Importing").update(progress.share * 100, 100);
        break;
      case "REVEALING":
        this.#step("Bringing into sight", ROWS).update(progress.done, progress.total);
        break;
    }
  }

  stop(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #step(what: string, unit?: Unit): Progress {
    const label = `${what} ${this.#name}`;
    if (this.#bar !== null && label === this.#label) return this.#bar;
    this.stop();
    this.#label = label;
    this.#bar = this.#output.progress(label, unit);
    return this.#bar;
  }
}
