import { stat } from "node:fs/promises";
import { readDataset } from "../../dataset/read-dataset.ts";
import { DemarcheError } from "../../domain/errors.ts";
import { writeLocked } from "../../loading/write-lock.ts";
import { type CaseDifference, type ComparedCase, diffCases } from "../../packaging/diff-cases.ts";
import type { CellChange } from "../../packaging/diff-datasets.ts";
import { collectTables, openStoredCase } from "../../packaging/stored-case.ts";
import type { CommandContext, CommandRun } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { countOf, printProblems } from "../problems.ts";
import { type Column, renderCsv, renderTable } from "../table.ts";

type Line = Omit<CaseDifference, "changes"> & { readonly change: CellChange | null };

const COLUMNS: readonly Column<Line>[] = [
  { title: "table", value: ({ table }) => table },
  { title: "row", value: ({ row }) => row, share: 0.25 },
  { title: "change", value: ({ kind }) => kind },
  { title: "column", value: ({ change }) => change?.column },
  { title: "before", value: ({ change }) => cellText(change?.before), share: 0.25 },
  { title: "after", value: ({ change }) => cellText(change?.after), share: 0.25 },
];

/** Compares two cases, each a folder or a case of the database; exit code 1 where they differ. */
export const run: CommandRun = async (context, [left = "", right = ""], options) => {
  const { output } = context;
  const before = await openCase(context, left);
  const differences = diffCases(before, await openCase(context, right));
  const lines = differences.flatMap(toLines);
  if (output.isJson || options.format === "json") output.json(differences);
  else if (options.format === "csv") output.data(renderCsv(COLUMNS, lines));
  else if (lines.length > 0) output.data(renderTable(COLUMNS, lines, output));
  const count = countOf(differences.length, "difference");
  output.say(differences.length === 0 ? `${left} and ${right} are the same.` : `${count}.`);
  return differences.length === 0 ? 0 : 1;
};

async function openCase(context: CommandContext, name: string): Promise<ComparedCase> {
  if (await isFolder(name)) return { dataset: await readFolder(context, name), isFolder: true };
  if (name.includes("/"))
    throw new DemarcheError("FILE_UNREADABLE", `There is no folder ${name}: check the path.`);
  return await withDatabase(context, async ({ database }) => {
    return await writeLocked(database, name, async (transaction) => {
      const stored = await openStoredCase((query, values) => transaction.run(query, values), name);
      const tables = await collectTables(stored);
      return { dataset: { settings: stored.settings, tables }, isFolder: false };
    });
  });
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readFolder({ output }: CommandContext, folder: string) {
  const { dataset, problems } = await readDataset(folder);
  if (dataset) return dataset;
  printProblems(output, problems);
  throw new DemarcheError("INVALID_DATASET", `${folder} has problems: mend them, then compare again.`);
}

function toLines({ changes, ...difference }: CaseDifference): Line[] {
  if (changes.length === 0) return [{ ...difference, change: null }];
  return changes.map((change) => ({ ...difference, change }));
}

function cellText(value: CellChange["before"] | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? value.join(" | ") : String(value);
}
