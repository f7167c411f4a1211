import { type EdgeView, edge, type OpenedContribution } from "../../analytics/edge.ts";
import { nameEvidence, writeSentence, writeWhen } from "../../analytics/render/sentence.ts";
import type { StatementRef } from "../../analytics/statement-ref.ts";
import { NO_EDGE_REASONS } from "../../network/why-no-edge.ts";
import { caseOfThing, sayHowToGoOn } from "../analysis-command.ts";
import type { CommandRun, OptionValues } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { readPageOptions } from "../filter-options.ts";
import { roundWeight } from "../network-tables.ts";
import type { Output } from "../output.ts";
import { countOf } from "../problems.ts";
import { readNetworkWords } from "../read-network-options.ts";
import { type Column, renderCsv, renderTable } from "../table.ts";

/** Opens an edge of a network into the statements that make up its weight. */
export const run: CommandRun = async (context, [source = "", target = ""], options) =>
  withDatabase(context, async ({ database }) => {
    const found = await edge(database, {
      ...readNetworkWords(options),
      ...readPageOptions(options),
      case: await caseOfThing(database, source, options),
      source,
      target,
      kind: options.kind as string | undefined,
    });
    print(context.output, found, options);
    return 0;
  });

const COLUMNS: readonly Column<OpenedContribution>[] = [
  { title: "adds", value: ({ contribution }) => roundWeight(contribution) },
  { title: "statement", value: ({ left }) => writeStatement(left), share: 0.42 },
  { title: "and", value: ({ right }) => (right === null ? "" : writeStatement(right)), share: 0.42 },
];

const SLICE_COLUMN: Column<OpenedContribution> = { title: "slice", value: ({ slice }) => slice };

function print(output: Output, found: EdgeView, { format }: OptionValues): void {
  if (output.isJson || format === "json") output.json(found);
  else if (found.edge) output.data(render(output, found.edge, found.contributions, format === "csv"));
  if (found.emptyBecause) output.say(`There is no such edge: ${NO_EDGE_REASONS[found.emptyBecause]}.`);
  sayHowToGoOn(output, found.pageInfo);
}

type OpenedEdge = NonNullable<EdgeView["edge"]>;

function render(
  output: Output,
  opened: OpenedEdge,
  contributions: readonly OpenedContribution[],
  isCsv: boolean,
): string {
  const isSliced = contributions.some(({ slice }) => slice !== null);
  const columns = isSliced ? [SLICE_COLUMN, ...COLUMNS] : COLUMNS;
  if (isCsv) return renderCsv(columns, contributions);
  return `${output.colours.bold(describe(opened))}\n\n${renderTable(columns, contributions, output)}`;
}

function describe({ source, target, kind, weight, statementCount, publishers }: OpenedEdge): string {
  const about = [
    `${kind.toLowerCase().replaceAll("_", " ")}, weight ${roundWeight(weight)}`,
    `${countOf(statementCount, "statement")}`,
    ...(publishers.length > 0 ? [`according to ${publishers.join(", ")}`] : []),
  ];
  return `${source.name} – ${target.name}: ${about.join(", ")}`;
}

function writeStatement(statement: StatementRef): string {
  const evidence = nameEvidence(statement);
  return `${writeWhen(statement)}: ${writeSentence(statement, null)}${evidence ? ` (${evidence})` : ""}`;
}
