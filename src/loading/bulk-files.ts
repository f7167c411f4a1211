import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ImportFile, type ImportFiles, LIST_DELIMITER } from "../database/servers/bulk-store.ts";
import type { Properties, PropertyValue } from "../dataset/graph-mapping.ts";
import type { GraphRows, NodeRow } from "../dataset/graph-rows.ts";
import { STORED_TYPES } from "./encode-rows.ts";

const PIECE_LENGTH = 1 << 17;

/** A node that no relation leads to. */
export type LooseNode = Pick<NodeRow, "labels" | "properties">;

/** Rows of one kind, with the same properties of the same types: one file. */
interface Group {
  readonly file: ImportFile;
  text: string;
}

/**
 * Writes nodes and relations as CSV files for Neo4j's bulk importer, as they come.
 *
 * Each file holds nodes with the same labels, or relations of the same type, that have the same properties, so that no
 * cell is empty and an empty text stays one. Ends of relations are found by the `id` of nodes.
 */
export class BulkFiles {
  readonly #folder: string;
  readonly #nodes = new Map<string, Group>();
  readonly #relations = new Map<string, Group>();
  #isMultiline = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  add({ nodes, relations }: GraphRows): void {
    for (const { labels, properties } of nodes) {
      const header = columnsOf(properties).map((column) => (column === "id:string" ? "id:ID" : column));
      this.#append(this.#nodes, { labels, header, cells: this.#cellsOf(properties) });
    }
    for (const { type, from, to, properties } of relations) {
      const header = [":START_ID", ":END_ID", ...columnsOf(properties)];
      const cells = [quoted(from), quoted(to), ...this.#cellsOf(properties)];
      this.#append(this.#relations, { labels: [type], header, cells });
    }
  }

  /** Adds a node that no relation leads to. */
  addLoose({ labels, properties }: LooseNode): void {
    this.#append(this.#nodes, { labels, header: columnsOf(properties), cells: this.#cellsOf(properties) });
  }

  /** Writes what is left, and names the files. */
  finish(): ImportFiles {
    const list = (groups: ReadonlyMap<string, Group>) =>
      [...groups.values()].map((group) => {
        flush(group);
        return group.file;
      });
    return {
      nodes: list(this.#nodes),
      relations: list(this.#relations),
      isMultiline: this.#isMultiline,
    };
  }

  #cellsOf(properties: Properties): string[] {
    return Object.values(properties).map((value) => {
      const cell = cellOf(value);
      if (!this.#isMultiline && /[\n\r]/.test(cell)) this.#isMultiline = true;
      return cell;
    });
  }

  #append(groups: Map<string, Group>, row: Row): void {
    const key = `${row.labels.join(" ")} ${row.header.join(" ")}`;
    const group = groups.get(key) ?? this.#open(groups, key, row);
    group.text += `${row.cells.join(",")}\n`;
    if (group.text.length > PIECE_LENGTH) flush(group);
  }

  #open(groups: Map<string, Group>, key: string, { labels, header }: Row): Group {
    const kind = groups === this.#nodes ? "nodes" : "relations";
    const path = join(this.#folder, `${kind}-${groups.size}.csv`);
    writeFileSync(path, `${header.join(",")}\n`);
    const group = { file: { path, labels }, text: "" };
    groups.set(key, group);
    return group;
  }
}

interface Row {
  readonly labels: readonly string[];
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

function flush(group: Group): void {
  appendFileSync(group.file.path, group.text);
  group.text = "";
}

/** Gives the columns of properties, each `name:type`, in their own order. */
function columnsOf(all: Properties): string[] {
  return Object.entries(all).map(([name, value]) => `${name}:${STORED_TYPES[name] ?? typeOf(value)}`);
}

function typeOf(value: PropertyValue): string {
  if (typeof value === "string") return "string";
  if (typeof value === "object") return "string[]";
  return typeof value === "boolean" ? "boolean" : "long";
}

function cellOf(value: PropertyValue): string {
  if (typeof value === "object") return quoted(value.join(LIST_DELIMITER));
  return typeof value === "string" ? quoted(value) : String(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
