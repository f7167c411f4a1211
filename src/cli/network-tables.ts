import type { Network, NetworkEdge, NetworkNode, NetworkSlice } from "../network/network.ts";
import { type MeasuredValues, readMeasures, readWhole } from "../network/read-measures.ts";
import { type ResultTable, tableOf } from "./analysis-command.ts";
import type { Column } from "./table.ts";

/** An edge with the names of its ends. */
export interface NamedEdge extends NetworkEdge {
  readonly from: string;
  readonly to: string;
  readonly statements?: readonly string[];
}

/** What a slice of time comes to. */
export interface SliceRow {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly statementsKept: number;
  readonly measures: MeasuredValues;
}

/** Gives the edges of the greatest weight, its sign aside, with their measures, and the ids of their statements if asked for. */
export function listHeaviest(
  network: Network,
  count: number,
  { namesStatements }: { readonly namesStatements: boolean } = { namesStatements: false },
): NamedEdge[] {
  const order = Array.from({ length: network.edgeCount }, (_, edge) => edge);
  const weight = (edge: number) => Math.abs(network.weightOf(edge));
  order.sort((left, right) => weight(right) - weight(left) || left - right);
  return order.slice(0, count).map((edge) => ({
    ...network.readEdge(edge),
    ...readMeasures(network.measures?.edges, edge),
    ...(namesStatements ? { statements: network.statementsOf(edge) } : {}),
    from: network.nodes[network.sourceOf(edge)]?.name ?? "",
    to: network.nodes[network.targetOf(edge)]?.name ?? "",
  }));
}

/** Gives what a slice comes to. */
export function describeSlice({ label, from, to, network }: NetworkSlice): SliceRow {
  const { statementsKept } = network.report;
  const counts = { nodeCount: network.nodes.length, edgeCount: network.edgeCount, statementsKept };
  return { label, from, to, ...counts, measures: readWhole(network.measures) };
}

/** Lays a network out as tables: its heaviest edges, and where there are such, measured nodes and slices of time. */
export function tabulateNetwork(network: Network, rowCount: number): ResultTable[] {
  return [
    tableOf("Heaviest edges", EDGE_COLUMNS, listHeaviest(network, rowCount)),
    ...(network.measures && network.measures.nodes.length > 0 ? [tabulateNodes(network, rowCount)] : []),
    ...(network.slices ? [tabulateSlices(network.slices)] : []),
  ];
}

const EDGE_COLUMNS: readonly Column<NamedEdge>[] = [
  { title: "source", value: ({ from }) => from, share: 0.25 },
  { title: "target", value: ({ to }) => to, share: 0.3 },
  { title: "kind", value: ({ kind }) => kind.toLowerCase().replaceAll("_", " ") },
  { title: "weight", value: ({ weight }) => roundWeight(weight) },
  { title: "statements", value: ({ statementCount }) => statementCount },
  { title: "publishers", value: ({ publishers }) => publishers.join(", "), share: 0.25 },
];

/** Measures that number groups, so that the least comes first. */
const GROUPS = ["community", "camp"];

/** The nodes with the highest values of the first measure; groups one after another. */
function tabulateNodes({ nodes, measures }: Network, rowCount: number): ResultTable {
  const columns = measures?.nodes ?? [];
  const [leading] = columns;
  const direction = GROUPS.includes(leading?.name ?? "") ? 1 : -1;
  const key = (place: number) => {
    const value = leading?.values[place] ?? null;
    return value === null ? Number.MAX_VALUE : direction * value;
  };
  const places = Array.from(nodes.keys()).sort((a, b) => key(a) - key(b) || a - b);
  const shown: readonly Column<number>[] = [
    { title: "node", value: (place) => (nodes[place] as NetworkNode).name, share: 0.4 },
    ...columns.map(({ name, values }) => ({
      title: name,
      value: (place: number) => roundWeight(values[place]),
    })),
  ];
  return tableOf("Nodes", shown, places.slice(0, rowCount));
}

function tabulateSlices(slices: readonly NetworkSlice[]): ResultTable {
  const rows = slices.map(describeSlice);
  const columns: readonly Column<SliceRow>[] = [
    { title: "slice", value: ({ label }) => label, share: 0.4 },
    { title: "nodes", value: ({ nodeCount }) => nodeCount },
    { title: "edges", value: ({ edgeCount }) => edgeCount },
    { title: "statements", value: ({ statementsKept }) => statementsKept },
    ...Object.keys(rows[0]?.measures ?? {}).map((name) => ({
      title: name,
      value: ({ measures }: SliceRow) => roundWeight(measures[name]),
    })),
  ];
  return tableOf("Slices", columns, rows);
}

/** Rounds a number for a table, to four digits after the point; null stays null. */
export function roundWeight(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(value * 10_000) / 10_000;
}
