import { computeNetwork } from "../../analytics/network.ts";
import { writeLeftOut } from "../../analytics/render/left-out.ts";
import type { Network } from "../../network/network.ts";
import { parseNetworkOptions } from "../../network/parse-network-options.ts";
import { readMeasures, readWhole } from "../../network/read-measures.ts";
import { chooseCase, type ResultTable } from "../analysis-command.ts";
import type { CommandRun, OptionValues } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { readWholeNumber } from "../filter-options.ts";
import { describeSlice, listHeaviest, roundWeight, tabulateNetwork } from "../network-tables.ts";
import type { Output } from "../output.ts";
import { countOf } from "../problems.ts";
import { readNetworkWords } from "../read-network-options.ts";
import { exportContext, writeNetworkFile } from "../write-network.ts";

/** Computes a network of a case: tables of its heaviest edges, its slices and measures, or a file for another program. */
export const run: CommandRun = async (context, [word], options) =>
  withDatabase(context, async ({ database }) => {
    const { output } = context;
    const caseSlug = await chooseCase(database, word, options);
    const wanted = parseNetworkOptions(caseSlug, readNetworkWords(options));
    const network =
      typeof options.format === "string"
        ? await writeNetworkFile(database, wanted, {
            format: options.format,
            out: options.out as string | undefined,
            context: exportContext(options.statementIds),
            output,
          })
        : printNetwork(output, await computeNetwork(database, wanted.case, wanted), options);
    explain(output, network);
    return 0;
  });

const DEFAULT_ROWS = 30;

function printNetwork(output: Output, network: Network, options: OptionValues): Network {
  const first = readWholeNumber(options.first as string | undefined, "--first");
  if (output.isJson)
    output.json(describe(network, first ?? network.edgeCount, options.statementIds === true));
  else output.data(render(output, tabulateNetwork(network, first ?? DEFAULT_ROWS)));
  return network;
}

function describe(network: Network, edgeCount: number, namesStatements: boolean): unknown {
  const { measures, slices, report } = network;
  return {
    nodes: network.nodes.map((node, place) => ({ ...node, ...readMeasures(measures?.nodes, place) })),
    edges: listHeaviest(network, edgeCount, { namesStatements }),
    ...(measures && measures.whole.length > 0 ? { measures: readWhole(measures) } : {}),
    ...(slices ? { slices: slices.map(describeSlice) } : {}),
    report,
  };
}

function render(output: Output, tables: readonly ResultTable[]): string {
  if (tables.length === 1) return tables[0]?.render(output) ?? "";
  return tables.map((table) => `${output.colours.bold(table.title)}\n${table.render(output)}`).join("\n\n");
}

function explain(output: Output, network: Network): void {
  const { statementsKept, leftOut, cancelled, outsideBackbone } = network.report;
  output.say(
    `${countOf(network.nodes.length, "node")}, ${countOf(network.edgeCount, "edge")} from ${countOf(statementsKept, "statement")}.`,
  );
  for (const said of describeWhole(network)) output.say(said);
  if (cancelled > 0) output.say(`${countOf(cancelled, "pair")} cancelled out to weight 0.`);
  if (outsideBackbone > 0) output.say(`${countOf(outsideBackbone, "edge")} outside the backbone.`);
  const said = writeLeftOut(leftOut);
  if (said) output.say(said);
}

function describeWhole(network: Network): string[] {
  const { communityCount, modularity, polarisation, betweennessPivots } = readWhole(network.measures);
  const isSampled = betweennessPivots !== undefined && betweennessPivots !== null;
  return [
    ...(communityCount === undefined
      ? []
      : [`${communityCount} communities, modularity ${roundWeight(modularity) ?? "none"}.`]),
    ...(polarisation === undefined
      ? []
      : [`Polarisation ${roundWeight(polarisation) ?? "none"} of at most 0.5.`]),
    ...(isSampled ? [`Betweenness is estimated from ${betweennessPivots} nodes.`] : []),
  ];
}
