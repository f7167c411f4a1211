import { computeNetwork } from "../../analytics/network.ts";
import { writeLeftOut } from "../../analytics/render/left-out.ts";
import type { Network, NetworkEdge } from "../../network/network.ts";
import { NETWORK_OPTIONS, type NetworkOptions } from "../../network/network-options.ts";
import { type OptionInput, parseNetworkOptions } from "../../network/parse-network-options.ts";
import { chooseCase, tableOf } from "../analysis-command.ts";
import type { CommandRun, OptionValues } from "../command.ts";
import { withDatabase } from "../connection.ts";
import { readWholeNumber } from "../filter-options.ts";
import type { Output } from "../output.ts";
import { countOf } from "../problems.ts";
import type { Column } from "../table.ts";
import { readVersion } from "../version.ts";
import { writeNetworkFile } from "../write-network.ts";

/** Computes a network of a case: a table of its heaviest edges, or a file for another program. */
export const run: CommandRun = async (context, [word], options) =>
  withDatabase(context, async ({ database }) => {
    const { output } = context;
    const wanted = readOptions(await chooseCase(database, word, options), options);
    const network =
      typeof options.format === "string"
        ? await writeNetworkFile(database, wanted, {
            format: options.format,
            out: options.out as string | undefined,
            context: { version: readVersion(), exportedAt: null },
            output,
          })
        : printNetwork(output, await computeNetwork(database, wanted.case, wanted), options);
    explain(output, network);
    return 0;
  });

function readOptions(caseSlug: string, options: OptionValues): NetworkOptions {
  const names = [...NETWORK_OPTIONS.map(({ name }) => name), "mode", "nodes"];
  const given = names
    .map((name) => [name, options[name]] as const)
    .filter(([, value]) => value !== undefined);
  return parseNetworkOptions(caseSlug, Object.fromEntries(given) as Record<string, OptionInput>);
}

interface NamedEdge extends NetworkEdge {
  readonly from: string;
  readonly to: string;
}

const COLUMNS: readonly Column<NamedEdge>[] = [
  { title: "source", value: ({ from }) => from, share: 0.25 },
  { title: "target", value: ({ to }) => to, share: 0.3 },
  { title: "kind", value: ({ kind }) => kind.toLowerCase().replaceAll("_", " ") },
  { title: "weight", value: ({ weight }) => Math.round(weight * 10_000) / 10_000 },
  { title: "statements", value: ({ statementCount }) => statementCount },
  { title: "publishers", value: ({ publishers }) => publishers.join(", "), share: 0.25 },
];

function printNetwork(output: Output, network: Network, options: OptionValues): Network {
  const edges = heaviest(network, readWholeNumber(options.first as string | undefined, "--first") ?? 30);
  if (output.isJson) output.json({ nodes: network.nodes, edges, report: network.report });
  else output.data(tableOf("Edges", COLUMNS, edges).render(output));
  return network;
}

function heaviest(network: Network, count: number): NamedEdge[] {
  const order = Array.from({ length: network.edgeCount }, (_, edge) => edge);
  const weight = (edge: number) => Math.abs(network.weightOf(edge));
  order.sort((left, right) => weight(right) - weight(left) || left - right);
  return order.slice(0, count).map((edge) => ({
    ...network.readEdge(edge),
    from: network.nodes[network.sourceOf(edge)]?.name ?? "",
    to: network.nodes[network.targetOf(edge)]?.name ?? "",
  }));
}

function explain(output: Output, { nodes, edgeCount, report }: Network): void {
  const { statementsKept, leftOut, cancelled } = report;
  output.say(
    `${countOf(nodes.length, "node")}, ${countOf(edgeCount, "edge")} from ${countOf(statementsKept, "statement")}.`,
  );
  if (cancelled > 0) output.say(`${countOf(cancelled, "pair")} cancelled out to weight 0.`);
  const said = writeLeftOut(leftOut);
  if (said) output.say(said);
}
