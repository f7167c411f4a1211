import { cases } from "../analytics/cases.ts";
import type { PageInfo } from "../analytics/paging.ts";
import { writeEmpty, writeLeftOut } from "../analytics/render/left-out.ts";
import { resolveId } from "../analytics/resolve-ids.ts";
import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import { parseId } from "../domain/ids.ts";
import type { EmptyReason, LeftOut } from "../domain/statement-filter.ts";
import type { CommandRun, OptionValues } from "./command.ts";
import { withDatabase } from "./connection.ts";
import type { Output } from "./output.ts";
import { type Column, renderCsv, renderTable } from "./table.ts";

/** A part of a result as a table. */
export interface ResultTable {
  readonly title: string;
  render(output: Output): string;
  renderCsv(): string;
  readonly rowCount: number;
}

/** The parts of a result, the main one first. */
export type ResultTables = readonly [ResultTable, ...ResultTable[]];

/** What every result of an analysis says of itself. */
interface AnalysisResult {
  readonly leftOut: readonly LeftOut[];
  readonly emptyBecause: EmptyReason | null;
  readonly pageInfo?: PageInfo;
}

interface AnalysisCommand<R extends AnalysisResult> {
  readonly ask: (database: Database, words: readonly string[], options: OptionValues) => Promise<R>;
  readonly tables: (result: R) => ResultTables;
  /** The table that `--format csv` prints; absent: the first. */
  readonly csvTable?: (result: R) => ResultTable;
}

/** Makes the command of an analysis: tables for a person, JSON or CSV for a program, and what was left out on stderr. */
export function analysisCommand<R extends AnalysisResult>({
  ask,
  tables,
  csvTable = (result) => tables(result)[0],
}: AnalysisCommand<R>): CommandRun {
  return async (context, words, options) =>
    withDatabase(context, async ({ database }) => {
      const result = await ask(database, words, options);
      const { output } = context;
      if (output.isJson || options.format === "json") output.json(result);
      else if (options.format === "csv") output.data(csvTable(result).renderCsv());
      else printTables(output, tables(result));
      explain(output, result);
      return 0;
    });
}

/** Makes a table of a result from its rows. */
export function tableOf<R>(title: string, columns: readonly Column<R>[], rows: readonly R[]): ResultTable {
  return {
    title,
    render: (output) => renderTable(columns, rows, output),
    renderCsv: () => renderCsv(columns, rows),
    rowCount: rows.length,
  };
}

/**
 * Gives the case that a command means: the word or option that names it, else the only one that is loaded.
 *
 * @throws DemarcheError USAGE where several are loaded and none was named, UNKNOWN_CASE where none is loaded.
 */
export async function chooseCase(
  database: Database,
  word: string | undefined,
  options: OptionValues,
): Promise<string> {
  const named = word ?? (options.case as string | undefined);
  if (named !== undefined) return named;
  const loaded = (await cases(database)).map(({ id }) => id);
  if (loaded.length === 1 && loaded[0]) return loaded[0];
  if (loaded.length === 0) {
    throw new DemarcheError(
      "UNKNOWN_CASE",
      "No case is loaded: `demarche serve` loads the shipped ones, `demarche load FOLDER` your own.",
    );
  }
  throw new DemarcheError("USAGE", `Several cases are loaded: name one with --case: ${loaded.join(", ")}.`);
}

/** Gives the case of a thing that a command was given by id or slug, or the one that `--case` names. */
export async function caseOfThing(database: Database, thing: string, options: OptionValues): Promise<string> {
  if (typeof options.case === "string") return options.case;
  const { caseSlug } = parseId(thing);
  return caseSlug ?? parseId((await resolveId(database, thing)).id).caseSlug ?? "";
}

function printTables(output: Output, tables: readonly ResultTable[]): void {
  const filled = tables.filter(({ rowCount }) => rowCount > 0);
  const parts = filled.map((table) => {
    const title = filled.length > 1 ? `${output.colours.bold(table.title)} (${table.rowCount})\n` : "";
    return `${title}${table.render(output)}`;
  });
  if (parts.length > 0) output.data(parts.join("\n\n"));
}

/** Says on stderr what a result left out, why it is empty, and how to go on. */
export function explain(output: Output, { emptyBecause, leftOut, pageInfo }: AnalysisResult): void {
  if (emptyBecause) output.say(writeEmpty(emptyBecause));
  const said = writeLeftOut(leftOut);
  if (said) output.say(said);
  if (pageInfo) sayHowToGoOn(output, pageInfo);
}

/** Says on stderr how to ask for the next page, where there is one. */
export function sayHowToGoOn(output: Output, { hasNextPage, totalCount, endCursor }: PageInfo): void {
  if (hasNextPage) output.say(`More of ${totalCount} with --after ${endCursor}`);
}
