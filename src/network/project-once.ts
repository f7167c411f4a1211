import type { CodedStatement } from "../domain/coded-statement.ts";
import { type CaseIndex, indexCase } from "./case-index.ts";
import { CellEvidence } from "./cell-evidence.ts";
import { checkCombination } from "./check-combination.ts";
import { isoDay, NO_DAY } from "./days.ts";
import { lazily } from "./lazily.ts";
import type { Contribution, Network, NetworkEdge, NetworkNode } from "./network.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import { type Projection, project, type RawNode } from "./projection.ts";
import { type EvidenceSummary, makeRowEvidence } from "./row-evidence.ts";
import { readStatement, type StatementTable } from "./statement-table.ts";
import { compareIds } from "./tally.ts";

/** A network that also tells the rows of its statements, so that slices can be joined. */
export interface OpenNetwork extends Network {
  visitRows(edge: number, visit: (row: number) => void): void;
  partsOf(edge: number): { readonly positive: number; readonly negative: number };
  /** Rows of all statements that were kept. */
  listRows(): number[];
}

/**
 * Computes the network of one span of time, without slices.
 *
 * @throws DemarcheError UNSUPPORTED_COMBINATION for options that do not go together.
 */
export function projectOnce(data: NetworkData, options: NetworkOptions): OpenNetwork {
  checkCombination(options);
  const index = indexCase(data);
  const projection = project(data, options);
  const evidence = openEvidence(data, index, projection, options);
  const stays = whatStays(projection, index, options);
  const candidates = edgesBetween(projection, stays);
  const kept = keepEdges(projection, candidates, { options, evidence });
  const shown = showNodes(projection, kept, { stays, isolates: options.isolates });
  const nodes = describeNodes(data, index, projection, shown);
  return {
    case: data.case,
    title: data.title,
    options,
    isDirected: ["two-mode", "acts", "mediation"].includes(options.network),
    isMulti: ["acts", "mediation"].includes(options.network),
    nodes,
    edgeCount: kept.length,
    slices: null,
    measures: null,
    report: {
      statementsKept: projection.count.statementsKept,
      leftOut: projection.count.leftOut,
      cancelled: projection.cancelled,
      belowMinimum: candidates.length - kept.length,
      outsideBackbone: 0,
      isolates: shown.presentCount - shown.connected,
      ambiguousRollUps: projection.count.ambiguousRollUps,
    },
    ...openEdges(data, projection, kept, shown.placeOf, nodes, evidence),
  };
}

/** What lies behind the projection's edges; worked out when first asked for. */
interface EdgeEvidence {
  /** Distinct rows of an edge's statements; valid until the next call. */
  collect(edge: number): Int32Array;
  summarise(edge: number): EvidenceSummary;
}

function openEvidence(
  data: NetworkData,
  index: CaseIndex,
  { edges, cells, rowOf }: Projection,
  options: NetworkOptions,
): EdgeEvidence {
  const rows = lazily(() => makeRowEvidence(data.statements, index, options.citationScope));
  const ofCells = lazily(() => cells && new CellEvidence(cells, data.statements, rows().supports, rowOf));
  const collect = (edge: number) =>
    rows().collect((visit) => edges.visitEntries(edge, (entry) => visit(rowOf(entry))));
  return {
    collect,
    summarise: (edge) => ofCells()?.summarise(edge) ?? rows().summarise(collect(edge)),
  };
}

/** Tells of a place in the projection's nodes whether its kind stays. */
function whatStays(
  { nodes }: Projection,
  index: CaseIndex,
  { withoutKinds }: NetworkOptions,
): (place: number) => boolean {
  if (withoutKinds.length === 0) return () => true;
  const leftOut = new Set<string>(withoutKinds);
  const stays = nodes.map((node) => !leftOut.has(describeNode(index, node).kind));
  return (place) => stays[place] === true;
}

function edgesBetween({ edges }: Projection, stays: (place: number) => boolean): Int32Array {
  const all = Int32Array.from(edges.weight.keys());
  return all.filter((edge) => stays(edges.source[edge] ?? 0) && stays(edges.target[edge] ?? 0));
}

interface Keeping {
  readonly options: NetworkOptions;
  readonly evidence: EdgeEvidence;
}

function keepEdges(
  { edges }: Projection,
  candidates: Int32Array,
  { options, evidence }: Keeping,
): Int32Array {
  const { minWeight, minStatements, minSources } = options;
  const heavy = candidates.filter((edge) => Math.abs(edges.weight[edge] ?? 0) >= minWeight);
  if (minStatements <= 1 && minSources === 0) return heavy;
  return heavy.filter((edge) => {
    const { statementCount, workCount } = evidence.summarise(edge);
    return statementCount >= minStatements && workCount >= minSources;
  });
}

interface ShownNodes {
  /** Places in the projection's nodes. */
  readonly raw: readonly number[];
  readonly placeOf: Int32Array;
  readonly connected: number;
  /** Nodes whose kind stays, with an edge or without. */
  readonly presentCount: number;
}

interface Showing {
  readonly stays: (place: number) => boolean;
  readonly isolates: boolean;
}

function showNodes({ edges, nodes }: Projection, kept: Int32Array, { stays, isolates }: Showing): ShownNodes {
  const isConnected = new Uint8Array(nodes.length);
  for (const edge of kept) {
    isConnected[edges.source[edge] ?? 0] = 1;
    isConnected[edges.target[edge] ?? 0] = 1;
  }
  const present = Array.from(nodes.keys()).filter(stays);
  const raw = present.filter((place) => isolates || isConnected[place] === 1);
  const placeOf = new Int32Array(nodes.length).fill(-1);
  for (const [place, own] of raw.entries()) placeOf[own] = place;
  const connected = isConnected.reduce((sum, one) => sum + one, 0);
  return { raw, placeOf, connected, presentCount: present.length };
}

function describeNodes(
  data: NetworkData,
  index: CaseIndex,
  projection: Projection,
  { raw }: ShownNodes,
): NetworkNode[] {
  const { count, first, last } = sumNodeRows(data, projection);
  return raw.map((place) => ({
    ...describeNode(index, projection.nodes[place] as RawNode),
    statementCount: count[place] ?? 0,
    first: isoDay(first[place] ?? NO_DAY),
    last: isoDay(last[place] ?? NO_DAY),
    spells: [],
  }));
}

function describeNode(index: CaseIndex, { id, mode }: RawNode) {
  const actor = mode === "ACTOR" ? index.actors.get(id) : undefined;
  const target = mode === "TARGET" ? index.targets.get(id) : undefined;
  return {
    id,
    name: actor?.name ?? target?.name ?? id,
    mode,
    kind: actor?.kind ?? target?.kind ?? (mode === "ACTOR" ? "GROUP" : "Claim"),
    aliases: actor?.aliases ?? [],
    caseRole: actor?.caseRole ?? null,
    iso3: actor?.iso3 ?? null,
    wikidata: actor?.wikidata ?? null,
  };
}

/** Entries of one row follow one another, so that the last row seen tells the distinct ones. */
function sumNodeRows({ statements }: NetworkData, { nodes, nodesOfEntry, rowOf }: Projection) {
  const count = new Int32Array(nodes.length);
  const first = new Int32Array(nodes.length).fill(NO_DAY);
  const last = new Int32Array(nodes.length).fill(NO_DAY);
  for (const places of nodesOfEntry) {
    const lastRow = new Int32Array(nodes.length).fill(-1);
    for (let entry = 0; entry < places.length; entry++) {
      const place = places[entry] ?? -1;
      const row = rowOf(entry);
      if (place < 0 || lastRow[place] === row) continue;
      lastRow[place] = row;
      count[place] = (count[place] ?? 0) + 1;
      const earliest = statements.earliest[row] ?? NO_DAY;
      const latest = statements.latest[row] ?? NO_DAY;
      const known = first[place] ?? NO_DAY;
      if (earliest !== NO_DAY && (known === NO_DAY || earliest < known)) first[place] = earliest;
      if (latest > (last[place] ?? NO_DAY)) last[place] = latest;
    }
  }
  return { count, first, last };
}

function openEdges(
  data: NetworkData,
  projection: Projection,
  kept: Int32Array,
  placeOf: Int32Array,
  nodes: readonly NetworkNode[],
  evidence: EdgeEvidence,
) {
  const { edges, rowOf } = projection;
  const { ids } = data.statements;
  const raw = (edge: number) => kept[edge] ?? 0;
  const sourceOf = (edge: number) => placeOf[edges.source[raw(edge)] ?? 0] ?? 0;
  const targetOf = (edge: number) => placeOf[edges.target[raw(edge)] ?? 0] ?? 0;
  const weightOf = (edge: number) => edges.weight[raw(edge)] ?? 0;
  const kindOf = (edge: number) => edges.kindOf(raw(edge));
  const visitRows: OpenNetwork["visitRows"] = (edge, visit) =>
    edges.visitEntries(raw(edge), (entry) => visit(rowOf(entry)));
  const partsOf = (edge: number) => edges.partsOf(raw(edge));
  const readEdge = (edge: number): NetworkEdge => {
    const { workCount: _, ...summary } = evidence.summarise(raw(edge));
    return {
      source: nodes[sourceOf(edge)]?.id ?? "",
      target: nodes[targetOf(edge)]?.id ?? "",
      kind: kindOf(edge),
      weight: weightOf(edge),
      ...partsOf(edge),
      ...summary,
      spells: [],
    };
  };
  return {
    sourceOf,
    targetOf,
    weightOf,
    kindOf,
    visitRows,
    partsOf,
    readEdge,
    listRows: () => listRows(projection),
    readStatements: () => readRows(data.statements, listRows(projection)),
    statementsOf: (edge: number) =>
      Array.from(evidence.collect(raw(edge)), (row) => ids[row] ?? "").sort(compareIds),
    explain: (edge: number) => ({
      edge: readEdge(edge),
      contributions: listContributions(data, projection, raw(edge)),
    }),
  };
}

function listContributions(data: NetworkData, projection: Projection, edge: number): Contribution[] {
  const { rowOf, signOf, onOf } = projection;
  const { ids } = data.statements;
  const found: Contribution[] = [];
  projection.edges.visitContributions(edge, (left, right, contribution) => {
    found.push({
      left: ids[rowOf(left)] ?? "",
      right: right < 0 ? null : (ids[rowOf(right)] ?? ""),
      on: onOf(left),
      leftSign: signOf(left),
      rightSign: right < 0 ? null : signOf(right),
      contribution,
      slice: null,
    });
  });
  return found.sort(
    (a, b) =>
      compareIds(a.on, b.on) || compareIds(a.left, b.left) || compareIds(a.right ?? "", b.right ?? ""),
  );
}

function listRows({ count, rowOf }: Projection): number[] {
  const rows = new Set<number>();
  for (let entry = 0; entry < count.entries.length; entry++) rows.add(rowOf(entry));
  return [...rows];
}

/** Gives the statements of rows in the order of ids. */
export function* readRows(table: StatementTable, rows: readonly number[]): Generator<CodedStatement> {
  const sorted = [...rows].sort((a, b) => compareIds(table.ids[a] ?? "", table.ids[b] ?? ""));
  for (const row of sorted) yield readStatement(table, row);
}
