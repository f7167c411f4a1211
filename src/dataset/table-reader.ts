import { isSlug, toSlug } from "../domain/ids.ts";
import type { Suggest } from "../domain/suggest.ts";
import {
  type ColumnDefinition,
  propertyName,
  type RecordOf,
  TABLES,
  type TableDefinition,
  type TableName,
} from "../domain/tables.ts";
import { CsvReader, type CsvRow } from "./csv-reader.ts";
import { isDelimiterNote } from "./delimiter-note.ts";
import { FileFault } from "./file-fault.ts";
import { type Header, makeHeader, placeColumns } from "./header.ts";
import { cellParser, EMPTY_LIST, isList, UNREADABLE } from "./parse-cell.ts";
import type { CellRule, RuleInfo } from "./reading-rule.ts";
import type { Place } from "./reporter.ts";
import type { Row } from "./rule.ts";
import { brokenCsv } from "./rules/broken-csv.ts";
import { cellType } from "./rules/cell-type.ts";
import { controlCharacter } from "./rules/control-character.ts";
import { delimiter } from "./rules/delimiter.ts";
import { duplicateColumn } from "./rules/duplicate-column.ts";
import { edtfDate } from "./rules/edtf-date.ts";
import { encoding } from "./rules/encoding.ts";
import { missingColumn } from "./rules/missing-column.ts";
import { requiredCell } from "./rules/required-cell.ts";
import { unknownColumn } from "./rules/unknown-column.ts";
import { textLines } from "./text-lines.ts";

const HEADER_RULES = [duplicateColumn, unknownColumn, missingColumn];

/** Who hears of the faults that a reader finds. */
export interface ReadingListener {
  readonly suggest: Suggest;
  report(rule: RuleInfo, place: Place, message: string): void;
  /** Called with the names in the header line. */
  header?(names: readonly string[]): void;
  /** Called when rows are lost, so that their slugs are not known. */
  lost(): void;
}

/**
 * Reads the rows of one file of a case, in batches; every fault goes to the listener.
 *
 * A row with an unreadable cell is given with that column among its `faulty` ones.
 */
export async function* readRows<T extends TableName>(
  table: T,
  chunks: AsyncIterable<Uint8Array>,
  listener: ReadingListener,
): AsyncGenerator<Row<T>[]> {
  const reader = new RowReader(table, listener);
  try {
    for await (const text of textLines(chunks)) yield reader.read(text, false);
    yield reader.read("", true);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const rule = error.rule === encoding.name ? encoding : brokenCsv;
    listener.report(rule, { file: TABLES[table].file, line: error.line }, error.message);
    listener.lost();
  }
}

interface Slot {
  readonly column: ColumnDefinition;
  readonly property: string;
  readonly index: number;
  readonly empty: null | readonly string[];
  readonly parse: (text: string) => unknown;
}

class RowReader<T extends TableName> {
  readonly #table: T;
  readonly #definition: TableDefinition;
  readonly #listener: ReadingListener;
  #csv: CsvReader | null = null;
  #header: Header | null = null;
  #slots: readonly Slot[] = [];
  /** Columns that the file may hold under a wrong name: faulty in every row. */
  #unread: readonly string[] = EMPTY_LIST;
  #isAfterFault = false;

  constructor(table: T, listener: ReadingListener) {
    this.#table = table;
    this.#definition = TABLES[table];
    this.#listener = listener;
  }

  read(text: string, isLast: boolean): Row<T>[] {
    this.#csv ??= new CsvReader(this.#findDelimiter(text));
    const rows: Row<T>[] = [];
    for (const csvRow of this.#csv.read(text, isLast)) {
      if (this.#header !== null) this.#readRow(csvRow, rows);
      else if (!isDelimiterNote(csvRow.cells)) this.#open(csvRow);
    }
    if (isLast && this.#header === null)
      throw new FileFault(brokenCsv.name, null, brokenCsv.empty(this.#definition));
    return rows;
  }

  #findDelimiter(text: string): string {
    const found = delimiter.find(text);
    if (found !== ",") this.#report(delimiter, { line: 1 }, delimiter.explain(found));
    return found;
  }

  #open(row: CsvRow): void {
    const header = makeHeader(this.#definition, row.cells);
    if (row.fault) throw new FileFault(brokenCsv.name, row.line, row.fault);
    const stranger = brokenCsv.noHeader(header);
    if (stranger) throw new FileFault(brokenCsv.name, row.line, stranger);
    for (const rule of HEADER_RULES) {
      for (const { column, message } of rule.check(header, this.#listener.suggest)) {
        this.#report(rule, { line: row.line, column }, message);
        if (column === "slug") this.#listener.lost();
      }
    }
    this.#header = header;
    this.#listener.header?.(header.names);
    this.#slots = placeColumns(header).map(makeSlot);
    this.#unread = findUnread(this.#slots, header);
  }

  #readRow(row: CsvRow, rows: Row<T>[]): void {
    const fault = row.fault ?? this.#countFault(row.cells);
    if (fault === null) {
      this.#isAfterFault = false;
      const read = row.cells.every((cell) => cell === "") ? null : this.#makeRow(row);
      if (read) rows.push(read);
      return;
    }
    // After a broken quote the lines of the same cell look like short rows: one fault, one problem.
    if (row.fault || !this.#isAfterFault) this.#report(brokenCsv, { line: row.line }, fault);
    this.#isAfterFault ||= row.fault !== null;
    const broken = row.fault ? null : this.#makeBrokenRow(row);
    if (broken) rows.push(broken);
    else this.#listener.lost();
  }

  #countFault(cells: readonly string[]): string | null {
    const names = this.#header?.names ?? [];
    if (cells.length === names.length) return names.includes("") ? brokenCsv.unnamedCell(names, cells) : null;
    if (cells.length > names.length && cells.slice(names.length).every((cell) => cell.trim() === ""))
      return null;
    return brokenCsv.wrongCount(names, cells);
  }

  #makeRow({ line, cells }: CsvRow): Row<T> {
    const record: Record<string, unknown> = {};
    let faulty: string[] | null = this.#unread.length === 0 ? null : [...this.#unread];
    for (const slot of this.#slots) {
      const text = slot.index < 0 ? "" : (cells[slot.index] ?? "");
      let value = text === "" ? slot.empty : slot.parse(text);
      const fault =
        value === UNREADABLE
          ? ruleFor(slot.column)
          : value === null && slot.column.required
            ? requiredCell
            : null;
      if (fault !== null) {
        // Those who refer to the row by the slug that it should have are not at fault.
        value = slot.column.type === "slug" ? toSlug(text) || slot.empty : slot.empty;
        if (slot.index >= 0)
          this.#report(
            fault,
            { line, column: slot.column.name },
            fault.explain(text, slot.column, this.#listener.suggest),
          );
        faulty ??= [];
        faulty.push(slot.column.name);
      }
      record[slot.property] = value;
    }
    return { table: this.#table, line, record: record as RecordOf<T>, faulty: faulty ?? EMPTY_LIST };
  }

  /** A row of the wrong length still tells its slug, so that references to it are not reported as well. */
  #makeBrokenRow({ line, cells }: CsvRow): Row<T> | null {
    const record: Record<string, unknown> = {};
    for (const slot of this.#slots) record[slot.property] = slot.empty;
    const slug = this.#slots.find((slot) => slot.column.type === "slug" && slot.index === 0);
    if (slug) record[slug.property] = cells[0]?.trim() ?? null;
    if (this.#definition.node !== null && !slug) return null;
    const faulty = this.#definition.columns.map((column) => column.name);
    return { table: this.#table, line, record: record as RecordOf<T>, faulty };
  }

  #report(rule: RuleInfo, place: Omit<Place, "file">, message: string): void {
    this.#listener.report(rule, { file: this.#definition.file, ...place }, message);
  }
}

/** Where a name in the header line is unknown, any column that is not there may be the one that is meant. */
function findUnread(slots: readonly Slot[], { table, names }: Header): readonly string[] {
  const known = new Set(table.columns.map((column) => column.name));
  if (names.every((name) => name === "" || known.has(name))) return EMPTY_LIST;
  return slots.filter((slot) => slot.index < 0).map((slot) => slot.column.name);
}

function makeSlot({ column, index }: { column: ColumnDefinition; index: number }): Slot {
  const parse = cellParser(column);
  return {
    column,
    index,
    property: propertyName(column.name),
    empty: isList(column.type) ? EMPTY_LIST : null,
    parse: column.type === "slug" ? (text) => readSlug(parse(text)) : parse,
  };
}

function readSlug(value: unknown): unknown {
  return typeof value !== "string" || isSlug(value) ? value : UNREADABLE;
}

function ruleFor(column: ColumnDefinition): CellRule {
  if (column.type === "edtf") return edtfDate;
  return column.type === "text" || column.type === "list" ? controlCharacter : cellType;
}
