import type { Severity } from "../domain/errors.ts";
import type { Suggest } from "../domain/suggest.ts";
import type { ColumnDefinition } from "../domain/tables.ts";
import type { Header } from "./header.ts";

/** What every rule tells about itself. */
export interface RuleInfo {
  readonly name: string;
  readonly severity: Severity;
  /** What holds, in one sentence. */
  readonly says: string;
}

/** A rule about the first line of a file. */
export interface HeaderRule extends RuleInfo {
  check(
    header: Header,
    suggest: Suggest,
  ): readonly { readonly column: string | null; readonly message: string }[];
}

/** A rule about single cells: says what is wrong with one that could not be read. */
export interface CellRule extends RuleInfo {
  explain(text: string, column: ColumnDefinition, suggest: Suggest): string;
}
