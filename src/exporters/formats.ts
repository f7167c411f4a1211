import { DemarcheError } from "../domain/errors.ts";
import { createSuggest } from "../domain/suggest.ts";
import type { Network } from "../network/network.ts";
import type { NetworkOptions } from "../network/network-options.ts";
import type { ExportContext } from "./export-context.ts";
import { writeEdgesCsv, writeMatrixCsv, writeNodesCsv, writeStatementsCsv } from "./write-csv.ts";
import { writeCypher } from "./write-cypher.ts";
import { writeDl } from "./write-dl.ts";
import { writeDot } from "./write-dot.ts";
import { writeGexf } from "./write-gexf.ts";
import { writeGraphml } from "./write-graphml.ts";
import { writeCytoscape, writeNodeLink } from "./write-json.ts";
import { writePajek } from "./write-pajek.ts";

export interface ExportFormat {
  readonly name: string;
  /** What follows the name of the file's stem, with its dot or hyphen. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether nodes and edges can carry the spells in which they hold. */
  readonly carriesTime: boolean;
  /** Whether several edges between two nodes stay apart. */
  readonly carriesMulti: boolean;
  /** Whether edges can name the statements behind them. */
  readonly carriesStatements: boolean;
  readonly description: string;
  /** Gives the text in chunks, without holding it. */
  readonly write: (network: Network, context: ExportContext) => Iterable<string>;
}

const CSV = "text/csv; charset=utf-8";

/** The formats that networks are written in: the one table from which addresses, flags and docs are drawn. */
export const EXPORT_FORMATS = [
  {
    name: "gexf",
    extension: ".gexf",
    mediaType: "application/gexf+xml",
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: true,
    description: "GEXF 1.3 for Gephi and sigma.js.",
    write: writeGexf,
  },
  {
    name: "graphml",
    extension: ".graphml",
    mediaType: "application/graphml+xml",
    carriesTime: false,
    carriesMulti: true,
    carriesStatements: true,
    description: "GraphML for networkx, igraph, yEd, visone. Gephi merges its parallel edges: give it GEXF.",
    write: writeGraphml,
  },
  {
    name: "cyjs",
    extension: ".cyjs",
    mediaType: "application/json",
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: true,
    description: "Cytoscape JSON for Cytoscape desktop and cytoscape.js.",
    write: writeCytoscape,
  },
  {
    name: "json",
    extension: ".json",
    mediaType: "application/json",
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: true,
    description: "Node-link JSON for D3 and networkx.",
    write: writeNodeLink,
  },
  {
    name: "net",
    extension: ".net",
    mediaType: "text/x-pajek; charset=utf-8",
    carriesTime: false,
    carriesMulti: true,
    carriesStatements: false,
    description: "Pajek network: names, weights and kinds.",
    write: writePajek,
  },
  {
    name: "dot",
    extension: ".dot",
    mediaType: "text/vnd.graphviz; charset=utf-8",
    carriesTime: false,
    carriesMulti: true,
    carriesStatements: true,
    description: "DOT for Graphviz.",
    write: writeDot,
  },
  {
    name: "dl",
    extension: ".dl",
    mediaType: "text/plain; charset=utf-8",
    carriesTime: false,
    carriesMulti: false,
    carriesStatements: false,
    description: "UCINET DL: slugs and weights.",
    write: writeDl,
  },
  {
    name: "nodes.csv",
    extension: "-nodes.csv",
    mediaType: CSV,
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: false,
    description: "Table of nodes for spreadsheets, R and pandas.",
    write: writeNodesCsv,
  },
  {
    name: "edges.csv",
    extension: "-edges.csv",
    mediaType: CSV,
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: true,
    description: "Table of edges: source, target, weight and the rest.",
    write: writeEdgesCsv,
  },
  {
    name: "matrix.csv",
    extension: "-matrix.csv",
    mediaType: CSV,
    carriesTime: false,
    carriesMulti: false,
    carriesStatements: false,
    description: "Adjacency matrix; actors by targets where the network is two-mode.",
    write: writeMatrixCsv,
  },
  {
    name: "statements.csv",
    extension: "-statements.csv",
    mediaType: CSV,
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: false,
    description: "Table of the statements that the network counts.",
    write: writeStatementsCsv,
  },
  {
    name: "cypher",
    extension: ".cypher",
    mediaType: "application/x-cypher-query; charset=utf-8",
    carriesTime: true,
    carriesMulti: true,
    carriesStatements: true,
    description: "Cypher script for any Neo4j.",
    write: writeCypher,
  },
] as const satisfies readonly ExportFormat[];

export type ExportFormatName = (typeof EXPORT_FORMATS)[number]["name"];

/**
 * Gives the format of a name.
 *
 * @throws DemarcheError BAD_INPUT that lists the formats.
 */
export function findFormat(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one.name === name.toLowerCase());
  if (format) return format;
  const names = EXPORT_FORMATS.map((one) => one.name);
  const meant = createSuggest()(name, names);
  throw new DemarcheError("BAD_INPUT", `No format "${name}": it is one of ${names.join(", ")}.${meant}`);
}

/**
 * Refuses a network that a format cannot carry, before anything is computed.
 *
 * @throws DemarcheError UNSUPPORTED_COMBINATION with the nearest that can.
 */
export function checkFormat(
  format: ExportFormat,
  options: Pick<NetworkOptions, "slices" | "network" | "acts">,
  { statementIds }: Pick<ExportContext, "statementIds">,
): void {
  if (statementIds && !format.carriesStatements) {
    throw refuse(
      `The format ${format.name} cannot carry the statements of edges, which statementIds asks for.`,
      "edges.csv",
    );
  }
  if (options.slices !== "NONE" && !format.carriesTime) {
    throw refuse(
      `The format ${format.name} cannot carry time, which slices ${options.slices} asks for.`,
      format.name === "matrix.csv" ? "edges.csv" : "gexf",
    );
  }
  const isMulti = options.network === "acts" || options.network === "mediation";
  if (isMulti && options.acts.length !== 1 && !format.carriesMulti) {
    throw refuse(
      `The format ${format.name} cannot carry several edges between two nodes, which the network "${options.network}" has: keep to one act, or take another format.`,
      format.name === "matrix.csv" ? "edges.csv" : "net",
    );
  }
}

/**
 * Writes a network in a format, in chunks.
 *
 * @throws DemarcheError UNSUPPORTED_COMBINATION for what the format cannot carry; while it is read, BAD_INPUT for a text
 *   that the format cannot hold.
 */
export function writeNetwork(
  network: Network,
  format: ExportFormat,
  context: ExportContext,
): Iterable<string> {
  checkFormat(format, network.options, context);
  return format.write(network, context);
}

function refuse(reason: string, nearest: ExportFormatName): DemarcheError {
  return new DemarcheError("UNSUPPORTED_COMBINATION", `${reason} Nearest: format ${nearest}.`, {
    details: { nearest: { format: nearest } },
  });
}
