import { findAct } from "../domain/acts.ts";
import type { CodedStatement } from "../domain/coded-statement.ts";
import { type Network, readEdges } from "../network/network.ts";
import { edgeAttributes, joinList, joinSpells, nodeAttributes } from "./attributes.ts";
import type { ExportContext } from "./export-context.ts";
import { writeProvenance } from "./provenance.ts";
import { chunkTexts, writeRow } from "./text.ts";
import { uniqueNames } from "./unique-names.ts";

/** Writes the nodes as CSV; the last column, `query`, tells in its first row what produced the file. */
export function writeNodesCsv(network: Network, context: ExportContext): Iterable<string> {
  const attributes = nodeAttributes(network);
  const columns = ["id", "label", ...attributes.map(({ name }) => name)];
  const rows = mapLazily(network.nodes.entries(), ([place, node]) => [
    node.id,
    node.name,
    ...attributes.map(({ read }) => read(node, place)),
    ...(network.slices ? [joinSpells(node.spells)] : []),
  ]);
  return writeTable([...columns, ...(network.slices ? ["spells"] : [])], rows, network, context);
}

/** Writes the edges as CSV: `source,target,weight` and the rest. */
export function writeEdgesCsv(network: Network, context: ExportContext): Iterable<string> {
  const others = edgeAttributes(network, context).filter(({ name }) => name !== "weight");
  const columns = ["source", "target", "weight", "type", ...others.map(({ name }) => name)];
  const type = network.isDirected ? "Directed" : "Undirected";
  const rows = mapLazily(numberItems(readEdges(network)), ([place, edge]) => [
    edge.source,
    edge.target,
    edge.weight,
    type,
    ...others.map(({ read }) => read(edge, place)),
    ...(network.slices ? [joinSpells(edge.spells)] : []),
  ]);
  return writeTable([...columns, ...(network.slices ? ["spells"] : [])], rows, network, context);
}

/** Writes the statements that were kept as CSV, with the names of actors and targets beside their ids. */
export function writeStatementsCsv(network: Network, context: ExportContext): Iterable<string> {
  const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
  const rows = mapLazily(network.readStatements(), (statement) =>
    STATEMENT_COLUMNS.map(([, read]) => read(statement, names)),
  );
  return writeTable(
    STATEMENT_COLUMNS.map(([name]) => name),
    rows,
    network,
    context,
  );
}

/** Writes the weights as a matrix, 0 where there is no edge; the corner tells what produced the file. */
export function writeMatrixCsv(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeMatrix(network, context));
}

type Cell = string | number | null;

const STATEMENT_COLUMNS: readonly (readonly [
  string,
  (statement: CodedStatement, names: ReadonlyMap<string, string>) => Cell,
])[] = [
  ["id", ({ id }) => id],
  ["act", ({ act }) => act],
  ["polarity", ({ act }) => findAct(act).polarity],
  ["status", ({ status }) => status],
  ["actors", ({ actors }) => joinList(actors)],
  ["actor_names", ({ actors }, names) => joinList(actors.map((id) => names.get(id) ?? id))],
  ["on_behalf_of", ({ onBehalfOf }) => joinList(onBehalfOf)],
  ["target", ({ target }) => target],
  ["target_kind", ({ targetKind }) => targetKind],
  ["target_name", ({ target }, names) => names.get(target) ?? null],
  ["date", ({ date }) => date],
  ["earliest", ({ earliest }) => earliest],
  ["latest", ({ latest }) => latest],
  ["made_at", ({ madeAt }) => madeAt],
  ["found_in", ({ foundIn }) => joinList(foundIn)],
  ["cites", ({ cites }) => joinList(cites)],
  ["cites_paragraph", ({ citesParagraph }) => joinList(citesParagraph)],
  ["cites_one_of", ({ citesOneOf }) => joinList(citesOneOf)],
];

function writeTable(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  network: Network,
  context: ExportContext,
): Iterable<string> {
  return chunkTexts(writeRows([...columns, "query"], rows, writeProvenance(network, context)));
}

function* writeRows(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  query: string,
): Generator<string> {
  yield writeRow(columns);
  let remark: string | null = query;
  for (const row of rows) {
    yield writeRow([...row, remark]);
    remark = null;
  }
}

function* writeMatrix(network: Network, context: ExportContext): Generator<string> {
  const isTwoMode = network.options.network === "two-mode";
  const names = uniqueNames(network.nodes);
  const places = Array.from(names.keys());
  const rows = places.filter((place) => !isTwoMode || network.nodes[place]?.mode === "ACTOR");
  const columns = places.filter((place) => !isTwoMode || network.nodes[place]?.mode === "TARGET");
  const weights = gatherWeights(network);
  yield writeRow([writeProvenance(network, context), ...columns.map((place) => names[place] ?? "")]);
  for (const row of rows) {
    yield writeRow([names[row] ?? "", ...columns.map((column) => weights.get(row)?.get(column) ?? 0)]);
  }
}

function gatherWeights(network: Network): Map<number, Map<number, number>> {
  const weights = new Map<number, Map<number, number>>();
  const put = (row: number, column: number, weight: number) => {
    const own = weights.get(row) ?? new Map<number, number>();
    own.set(column, weight);
    weights.set(row, own);
  };
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [source, target] = [network.sourceOf(edge), network.targetOf(edge)];
    put(source, target, network.weightOf(edge));
    if (!network.isDirected) put(target, source, network.weightOf(edge));
  }
  return weights;
}

function* numberItems<T>(items: Iterable<T>): Generator<[number, T]> {
  let place = 0;
  for (const item of items) yield [place++, item];
}

function* mapLazily<T, U>(items: Iterable<T>, change: (item: T) => U): Generator<U> {
  for (const item of items) yield change(item);
}
