import {
  type AgreementReport,
  type Disagreement,
  type FieldAgreement,
  measureAgreement,
} from "../../curation/agreement.ts";
import { readDataset } from "../../dataset/read-dataset.ts";
import { DemarcheError } from "../../domain/errors.ts";
import type { CommandContext, CommandRun } from "../command.ts";
import { countOf, printProblems } from "../problems.ts";
import { type Column, renderCsv, renderTable } from "../table.ts";

const FIELD_COLUMNS: readonly Column<FieldAgreement>[] = [
  { title: "field", value: ({ field }) => field },
  { title: "units", value: ({ unitCount }) => unitCount },
  { title: "equal", value: ({ agreementShare }) => roundNumber(agreementShare) },
  { title: "alpha", value: ({ alpha }) => roundNumber(alpha) },
  { title: "kappa", value: ({ kappa }) => roundNumber(kappa) },
];

const DISAGREEMENT_COLUMNS: readonly Column<Disagreement>[] = [
  { title: "where", value: ({ locator }) => locator },
  { title: "quote", value: ({ quote }) => quote, share: 0.3 },
  { title: "left", value: (row) => describeSide(row, row.left), share: 0.3 },
  { title: "right", value: (row) => describeSide(row, row.right), share: 0.3 },
];

/** Measures how far two codings of one document agree, and shows side by side where they do not. */
export const run: CommandRun = async (context, [left = "", right = ""], options) => {
  const { output } = context;
  const report = measureAgreement(await readCoding(context, left), await readCoding(context, right));
  if (output.isJson || options.format === "json") output.json(report);
  else if (options.format === "csv") output.data(renderCsv(DISAGREEMENT_COLUMNS, report.disagreements));
  else output.data(render(report, context));
  return 0;
};

async function readCoding({ output }: CommandContext, folder: string) {
  const { dataset, problems } = await readDataset(folder);
  if (dataset) return dataset.tables;
  printProblems(output, problems);
  throw new DemarcheError("INVALID_DATASET", `${folder} has problems: mend them, then compare again.`);
}

function render(report: AgreementReport, { output }: CommandContext): string {
  const { pairedCount, onlyLeftCount, onlyRightCount, fields, disagreements } = report;
  const counts = `${countOf(pairedCount, "statement")} of both, ${onlyLeftCount} of the left only, ${onlyRightCount} of the right only`;
  const table = renderTable(FIELD_COLUMNS, fields, output);
  if (disagreements.length === 0) return [counts, "", table].join("\n");
  return [counts, "", table, "", renderTable(DISAGREEMENT_COLUMNS, disagreements, output)].join("\n");
}

function roundNumber(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}

function describeSide({ fields }: Disagreement, side: Disagreement["left"]): string {
  if (side === null) return "–";
  return [side.slug, ...fields.map((field) => `${field}: ${side.values[field]}`)].join("\n");
}
