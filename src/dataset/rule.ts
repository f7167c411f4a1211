import type { Severity } from "../domain/errors.ts";
import type { Suggest } from "../domain/suggest.ts";
import type { RecordOf, TableName } from "../domain/tables.ts";
import type { NodeKind } from "../domain/vocabulary.ts";
import type { Place } from "./reporter.ts";
import type { Settings } from "./settings.ts";
import type { Definition, SlugIndex } from "./slug-index.ts";

/** A row as a check sees it. */
export interface Row<T extends TableName> {
  readonly table: T;
  readonly line: number | null;
  readonly record: RecordOf<T>;
  /** Columns whose cell is wanting or could not be read; null or empty in the record. */
  readonly faulty: readonly string[];
}

/** A row of any table. */
export type AnyRow = { [T in TableName]: Row<T> }[TableName];

/** A check of the rows of one table; it runs where none of the columns that it needs is faulty. */
export interface RowCheck<T extends TableName> {
  readonly needs: readonly string[];
  check(row: Row<T>): void;
}

/** A check of the rows of several tables, by the properties that they share. */
export interface SharedRowCheck<R> {
  readonly needs: readonly string[];
  check(row: { readonly table: TableName; readonly line: number | null; readonly record: R }): void;
}

/** A slug that a row refers to. */
export interface Reference {
  readonly row: AnyRow;
  readonly column: ReferenceColumn;
  readonly slug: string;
  readonly kind: NodeKind | null;
}

/** A column whose cells name other rows. */
export interface ReferenceColumn {
  readonly name: string;
  readonly property: string;
  readonly isList: boolean;
  /** Kinds that it may name; empty: any. */
  readonly kinds: readonly NodeKind[];
}

/** The checks of one run of a rule; node tables come before those that only relate. */
export interface Checks {
  readonly rows?: { readonly [T in TableName]?: RowCheck<T> };
  everyRow?(row: AnyRow): void;
  /** Called for every slug that a row refers to, with the kind that it is known to name so far; null where none is. */
  everyReference?(reference: Reference): void;
  end?(): void;
}

/** What a rule may ask and say while it runs. */
export interface CheckContext {
  readonly settings: Settings;
  readonly slugs: SlugIndex;
  readonly suggest: Suggest;
  report(place: Place, message: string | (() => string), severity?: Severity): void;
  /**
   * Calls back as soon as it is known what a slug names: at once, or at the end, then with null where it names nothing.
   *
   * Many that wait make up their mind early: with null when all tables of the expected kinds have been read. What `use`
   * holds on to stays in memory until then; a row is much.
   *
   * @param kinds - What it should name; empty: anything.
   */
  whenKnown(slug: string, kinds: readonly NodeKind[], use: (definition: Definition | null) => void): void;
  /** Tells whether a table that could define such things was not wholly read, so that an unknown slug proves nothing. */
  mayBeUnread(kinds: readonly string[]): boolean;
}

/** One thing that holds in every sound case, and how it is checked. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  /** What holds, in one sentence. */
  readonly says: string;
  start(context: CheckContext): Checks;
}
