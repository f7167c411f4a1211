import type { Network } from "../network/network.ts";
import { edgeAttributes, joinSpells, nodeAttributes } from "./attributes.ts";
import type { ExportContext } from "./export-context.ts";
import { describeProvenance } from "./provenance.ts";
import { chunkTexts } from "./text.ts";

const BATCH_SIZE = 500;

type Properties = readonly (readonly [string, string | number | null])[];

/**
 * Writes a Cypher script that makes the network in any Neo4j: one statement a line, edges typed by kind. Running it twice
 * changes nothing.
 */
export function writeCypher(network: Network, context: ExportContext): Iterable<string> {
  return chunkTexts(writeTexts(network, context));
}

function* writeTexts(network: Network, context: ExportContext): Generator<string> {
  const provenance = describeProvenance(network, context);
  for (const [name, value] of provenance) yield `// ${name}: ${value.replace(/[\r\n]+/g, " ")}\n`;
  yield "CREATE CONSTRAINT network_node_id IF NOT EXISTS FOR (n:NetworkNode) REQUIRE n.id IS UNIQUE;\n";
  const id = `${network.case} ${network.options.network}`;
  yield `MERGE (q:NetworkQuery {id: ${literal(id)}}) SET q = ${writeMap([["id", id], ...provenance])};\n`;
  yield* writeBatches(describeNodes(network), "MERGE (n:NetworkNode {id: row.id}) SET n = row");
  for (const kind of listKinds(network)) {
    yield* writeBatches(
      describeEdges(network, kind, context),
      "MATCH (a:NetworkNode {id: row.source}), (b:NetworkNode {id: row.target}) " +
        `MERGE (a)-[r:${kind}]->(b) SET r = row.properties`,
    );
  }
}

function* describeNodes(network: Network): Generator<string> {
  const attributes = nodeAttributes(network);
  for (const [place, node] of network.nodes.entries()) {
    const own = attributes.map(({ name, read }) => [name, read(node, place)] as const);
    yield writeMap([["id", node.id], ...own, ["spells", joinSpells(node.spells)]]);
  }
}

function* describeEdges(network: Network, kind: string, context: ExportContext): Generator<string> {
  const attributes = edgeAttributes(network, context);
  for (let place = 0; place < network.edgeCount; place++) {
    if (network.kindOf(place) !== kind) continue;
    const edge = network.readEdge(place);
    const own = attributes.map(({ name, read }) => [name, read(edge, place)] as const);
    const properties = writeMap([...own, ["spells", joinSpells(edge.spells)]]);
    yield `{source: ${literal(edge.source)}, target: ${literal(edge.target)}, properties: ${properties}}`;
  }
}

/** Types of relationships cannot be parameters, hence one pass for each. */
function listKinds(network: Network): string[] {
  const kinds = new Set<string>();
  for (let edge = 0; edge < network.edgeCount; edge++) kinds.add(network.kindOf(edge));
  return [...kinds].sort();
}

function* writeBatches(rows: Iterable<string>, action: string): Generator<string> {
  let batch: string[] = [];
  const write = () => `UNWIND [${batch.join(", ")}] AS row ${action};\n`;
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH_SIZE) continue;
    yield write();
    batch = [];
  }
  if (batch.length > 0) yield write();
}

function writeMap(properties: Properties): string {
  const own = properties.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${literal(value)}`]));
  return `{${own.join(", ")}}`;
}

/** Everything beside plain characters is written as an escape, so that every text survives. */
function literal(value: string | number): string {
  if (typeof value === "number") return String(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
  return `'${value.replace(/['\\;\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/g, escapeCharacter)}'`;
}

function escapeCharacter(character: string): string {
  if (character === "'" || character === "\\") return `\\${character}`;
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
