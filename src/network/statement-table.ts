import { ACT_NAMES, type Act } from "../domain/acts.ts";
import type { CodedStatement } from "../domain/coded-statement.ts";
import { STATUSES, type Status, TARGET_KINDS, type TargetKind } from "../domain/vocabulary.ts";
import { dayNumber, isoDay } from "./days.ts";
import { GrowingInts } from "./growing-numbers.ts";

/** Lists of a column, laid end to end: those of row `i` are `values[starts[i]]` to `values[starts[i + 1] - 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/**
 * Statements by column, as whole numbers: a million of them take some 50 MB and are read at the speed of memory.
 *
 * `actors`, `onBehalfOf` point into `actorIds`, `target` into `targetIds`, evidence into `sourceIds`; `madeAt` is an index
 * of `targetIds` or -1; days are numbers since 1970 (`NO_DAY`: open); `act` and `status` are places in `ACT_NAMES`, `STATUSES`.
 */
export interface StatementTable {
  readonly length: number;
  readonly ids: readonly string[];
  readonly dates: readonly (string | null)[];
  readonly actorIds: readonly string[];
  readonly targetIds: readonly string[];
  /** Places in `TARGET_KINDS`, by target. */
  readonly targetKinds: Uint8Array;
  readonly sourceIds: readonly string[];
  readonly act: Int32Array;
  readonly status: Int32Array;
  readonly target: Int32Array;
  readonly date: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly madeAt: Int32Array;
  readonly actors: Lists;
  readonly onBehalfOf: Lists;
  readonly foundIn: Lists;
  readonly cites: Lists;
  readonly citesParagraph: Lists;
  readonly citesOneOf: Lists;
  /** Times by row, sparse: only of statements that have them. */
  readonly recordedAt: ReadonlyMap<number, string>;
  readonly retractedAt: ReadonlyMap<number, string>;
}

/** Lays statements out by column. */
export function makeStatementTable(statements: Iterable<CodedStatement>): StatementTable {
  const builder = new StatementTableBuilder();
  for (const statement of statements) builder.add(statement);
  return builder.build();
}

/** A row of a table as numbers of the builder's own dictionaries. */
export interface StatementCodes {
  readonly act: number;
  readonly status: number;
  readonly target: number;
  readonly date: number;
  readonly earliest: number;
  readonly latest: number;
  readonly madeAt: number;
}

const LIST_COLUMNS = ["actors", "onBehalfOf", "foundIn", "cites", "citesParagraph", "citesOneOf"] as const;
const CODE_COLUMNS = ["act", "status", "target", "date", "earliest", "latest", "madeAt"] as const;

/** Builds a table row by row, so that statements can be streamed into it. */
export class StatementTableBuilder {
  readonly #ids: string[] = [];
  readonly #actors = new Dictionary();
  readonly #targets = new Dictionary();
  readonly #sources = new Dictionary();
  readonly #dates = new Dictionary();
  readonly #targetKinds: number[] = [];
  readonly #codes = fromNames(CODE_COLUMNS, () => new GrowingInts());
  readonly #lists = fromNames(LIST_COLUMNS, () => new GrowingLists());
  readonly #recordedAt = new Map<number, string>();
  readonly #retractedAt = new Map<number, string>();

  add(statement: CodedStatement): void {
    const { recordedAt, retractedAt } = statement;
    if (recordedAt !== null) this.#recordedAt.set(this.#ids.length, recordedAt);
    if (retractedAt !== null) this.#retractedAt.set(this.#ids.length, retractedAt);
    for (const actor of statement.actors) this.pushActor(actor);
    for (const column of ["onBehalfOf", "foundIn", "cites", "citesParagraph", "citesOneOf"] as const) {
      for (const id of statement[column]) this.pushTo(column, id);
    }
    this.addCoded(statement.id, {
      act: ACT_NAMES.indexOf(statement.act),
      status: STATUSES.indexOf(statement.status),
      target: this.codeOfTarget(statement.target, statement.targetKind),
      date: this.codeOfDate(statement.date),
      earliest: dayNumber(statement.earliest),
      latest: dayNumber(statement.latest),
      madeAt: statement.madeAt === null ? -1 : this.codeOfTarget(statement.madeAt, "Meeting"),
    });
  }

  /** Ends a row whose lists were pushed before. */
  addCoded(id: string, codes: StatementCodes): void {
    this.#ids.push(id);
    for (const column of CODE_COLUMNS) this.#codes[column].push(codes[column]);
    for (const column of LIST_COLUMNS) this.#lists[column].endRow();
  }

  pushActor(id: string): void {
    this.#lists.actors.push(this.#actors.codeOf(id));
  }

  /** Adds to another list of the row to come: of actors, or of sources. */
  pushTo(column: "onBehalfOf" | "foundIn" | "cites" | "citesParagraph" | "citesOneOf", id: string): void {
    const dictionary = column === "onBehalfOf" ? this.#actors : this.#sources;
    this.#lists[column].push(dictionary.codeOf(id));
  }

  codeOfTarget(id: string, kind: TargetKind): number {
    const code = this.#targets.codeOf(id);
    if (code === this.#targetKinds.length) this.#targetKinds.push(TARGET_KINDS.indexOf(kind));
    return code;
  }

  /** -1 for null. */
  codeOfDate(date: string | null): number {
    return date === null ? -1 : this.#dates.codeOf(date);
  }

  build(): StatementTable {
    return {
      length: this.#ids.length,
      ids: this.#ids,
      dates: this.#dates.words,
      actorIds: this.#actors.words,
      targetIds: this.#targets.words,
      targetKinds: Uint8Array.from(this.#targetKinds),
      sourceIds: this.#sources.words,
      ...fromNames(CODE_COLUMNS, (column) => this.#codes[column].toArray()),
      ...fromNames(LIST_COLUMNS, (column) => this.#lists[column].toLists()),
      recordedAt: this.#recordedAt,
      retractedAt: this.#retractedAt,
    };
  }
}

/** Gives one row back as a statement. */
export function readStatement(table: StatementTable, row: number): CodedStatement {
  const words = (lists: Lists, ids: readonly string[]) => listOf(lists, row).map((code) => ids[code] ?? "");
  const target = table.target[row] ?? 0;
  const madeAt = table.madeAt[row] ?? -1;
  return {
    id: table.ids[row] ?? "",
    act: ACT_NAMES[table.act[row] ?? 0] as Act,
    status: STATUSES[table.status[row] ?? 0] as Status,
    actors: words(table.actors, table.actorIds),
    onBehalfOf: words(table.onBehalfOf, table.actorIds),
    target: table.targetIds[target] ?? "",
    targetKind: TARGET_KINDS[table.targetKinds[target] ?? 0] as TargetKind,
    date: table.dates[table.date[row] ?? -1] ?? null,
    earliest: isoDay(table.earliest[row] ?? 0),
    latest: isoDay(table.latest[row] ?? 0),
    madeAt: madeAt < 0 ? null : (table.targetIds[madeAt] ?? null),
    foundIn: words(table.foundIn, table.sourceIds),
    cites: words(table.cites, table.sourceIds),
    citesParagraph: words(table.citesParagraph, table.sourceIds),
    citesOneOf: words(table.citesOneOf, table.sourceIds),
    recordedAt: table.recordedAt.get(row) ?? null,
    retractedAt: table.retractedAt.get(row) ?? null,
  };
}

/** Gives the list of one row. */
export function listOf(lists: Lists, row: number): number[] {
  const list: number[] = [];
  const end = lists.starts[row + 1] ?? 0;
  for (let place = lists.starts[row] ?? 0; place < end; place++) list.push(lists.values[place] as number);
  return list;
}

class Dictionary {
  readonly words: string[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(word: string): number {
    const known = this.#codes.get(word);
    if (known !== undefined) return known;
    this.#codes.set(word, this.words.length);
    this.words.push(word);
    return this.words.length - 1;
  }
}

class GrowingLists {
  readonly #starts = new GrowingInts();
  readonly #values = new GrowingInts();

  constructor() {
    this.#starts.push(0);
  }

  push(value: number): void {
    this.#values.push(value);
  }

  endRow(): void {
    this.#starts.push(this.#values.length);
  }

  toLists(): Lists {
    return { starts: this.#starts.toArray(), values: this.#values.toArray() };
  }
}

function fromNames<K extends string, V>(names: readonly K[], make: (name: K) => V): Record<K, V> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<K, V>;
}
