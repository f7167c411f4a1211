import type { LeftOut } from "../domain/statement-filter.ts";
import { indexCase } from "./case-index.ts";
import type { Count } from "./count-statements.ts";
import { dayNumber, NO_DAY } from "./days.ts";
import type { Network, NetworkEdge, NetworkNode, NetworkReport, Spell } from "./network.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import { type OpenNetwork, readRows } from "./project-once.ts";
import { makeRowEvidence } from "./row-evidence.ts";
import { LeftOutCount } from "./select-rows.ts";
import { compareIds } from "./tally.ts";
import type { TimeSlice } from "./time-slices.ts";

export interface OpenSlice extends TimeSlice {
  readonly network: OpenNetwork;
}

/** Where an edge of the whole comes from. */
interface Part {
  readonly slice: OpenSlice;
  readonly edge: number;
}

interface JoinedEdge {
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly parts: Part[];
}

/** Joins the networks of slices into one whose nodes and edges carry the spells in which they hold. */
export function joinSlices(
  data: NetworkData,
  options: NetworkOptions,
  whole: Count,
  slices: readonly OpenSlice[],
): Network {
  const nodes = joinNodes(slices);
  const places = new Map(nodes.map((node, place) => [node.id, place]));
  const placeOf = (id: string | undefined) => places.get(id ?? "") ?? 0;
  const edges = joinEdges(slices).sort(
    (a, b) =>
      placeOf(a.source) - placeOf(b.source) ||
      placeOf(a.target) - placeOf(b.target) ||
      compareIds(a.kind, b.kind),
  );
  const first = slices[0]?.network;
  return {
    case: data.case,
    title: data.title,
    options,
    isDirected: first?.isDirected ?? false,
    isMulti: first?.isMulti ?? false,
    nodes,
    edgeCount: edges.length,
    slices,
    measures: null,
    report: joinReports(data, whole, slices),
    sourceOf: (edge) => placeOf(edges[edge]?.source),
    targetOf: (edge) => placeOf(edges[edge]?.target),
    kindOf: (edge) => edges[edge]?.kind ?? "",
    ...openJoinedEdges(data, options, edges),
    readStatements: () =>
      readRows(data.statements, [...new Set(slices.flatMap(({ network }) => network.listRows()))]),
  };
}

function joinNodes(slices: readonly OpenSlice[]): NetworkNode[] {
  const joined = new Map<string, NetworkNode>();
  for (const slice of slices) {
    for (const node of slice.network.nodes) {
      const known = joined.get(node.id);
      joined.set(node.id, known ? addNode(known, node, slice) : { ...node, spells: [spellOf(slice)] });
    }
  }
  return [...joined.values()].sort((a, b) => compareIds(a.mode, b.mode) || compareIds(a.id, b.id));
}

function addNode(known: NetworkNode, node: NetworkNode, slice: TimeSlice): NetworkNode {
  return {
    ...known,
    statementCount: known.statementCount + node.statementCount,
    first: earlier(known.first, node.first),
    last: later(known.last, node.last),
    spells: addSpell(known.spells, spellOf(slice)),
  };
}

function spellOf({ from, to }: TimeSlice): Spell {
  return { from, to };
}

/** Joins spells that touch or overlap, for readers that take a time only once; spells come in order of time. */
function addSpell(spells: readonly Spell[], spell: Spell): readonly Spell[] {
  const last = spells.at(-1);
  if (!last) return [spell];
  const touches = last.to === null || spell.from === null || dayNumber(spell.from) <= dayNumber(last.to) + 1;
  if (!touches) return [...spells, spell];
  const to = last.to === null || spell.to === null ? null : later(last.to, spell.to);
  return [...spells.slice(0, -1), { from: last.from, to }];
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function joinEdges(slices: readonly OpenSlice[]): JoinedEdge[] {
  const joined = new Map<string, JoinedEdge>();
  for (const slice of slices) {
    const { network } = slice;
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const source = network.nodes[network.sourceOf(edge)]?.id ?? "";
      const target = network.nodes[network.targetOf(edge)]?.id ?? "";
      const kind = network.kindOf(edge);
      const key = `${source} ${target} ${kind}`;
      const known = joined.get(key);
      if (known) known.parts.push({ slice, edge });
      else joined.set(key, { source, target, kind, parts: [{ slice, edge }] });
    }
  }
  return [...joined.values()];
}

function openJoinedEdges(data: NetworkData, options: NetworkOptions, edges: readonly JoinedEdge[]) {
  const evidence = makeRowEvidence(data.statements, indexCase(data), options.citationScope);
  const partsOf = (edge: number) => edges[edge]?.parts ?? [];
  const rowsOf = (edge: number) =>
    evidence.collect((visit) => {
      for (const part of partsOf(edge)) part.slice.network.visitRows(part.edge, visit);
    });
  const weightOf = (edge: number) =>
    partsOf(edge).reduce((sum, part) => sum + part.slice.network.weightOf(part.edge), 0);
  const readEdge = (edge: number): NetworkEdge => {
    const { workCount: _, ...summary } = evidence.summarise(rowsOf(edge));
    const { source = "", target = "", kind = "", parts = [] } = edges[edge] ?? {};
    const sides = parts.map((part) => part.slice.network.partsOf(part.edge));
    return {
      source,
      target,
      kind,
      weight: weightOf(edge),
      positive: sides.reduce((sum, { positive }) => sum + positive, 0),
      negative: sides.reduce((sum, { negative }) => sum + negative, 0),
      ...summary,
      spells: parts.reduce<readonly Spell[]>((spells, { slice }) => addSpell(spells, spellOf(slice)), []),
    };
  };
  return {
    weightOf,
    readEdge,
    statementsOf: (edge: number) =>
      Array.from(rowsOf(edge), (row) => data.statements.ids[row] ?? "").sort(compareIds),
    explain: (edge: number) => ({
      edge: readEdge(edge),
      contributions: partsOf(edge).flatMap((part) =>
        part.slice.network
          .explain(part.edge)
          .contributions.map((contribution) => ({ ...contribution, slice: part.slice.label })),
      ),
    }),
  };
}

function joinReports(data: NetworkData, whole: Count, slices: readonly OpenSlice[]): NetworkReport {
  const kept = new Set(slices.flatMap(({ network }) => network.listRows()));
  const sum = (name: "cancelled" | "belowMinimum" | "isolates") =>
    slices.reduce((total, { network }) => total + network.report[name], 0);
  return {
    statementsKept: kept.size,
    leftOut: listLeftOut(data, whole, slices, kept),
    cancelled: sum("cancelled"),
    belowMinimum: sum("belowMinimum"),
    outsideBackbone: 0,
    isolates: sum("isolates"),
    ambiguousRollUps: whole.ambiguousRollUps,
  };
}

/** What no slice kept: for the reasons that hold for the whole, or because its days fit into none. */
function listLeftOut(
  { statements }: NetworkData,
  whole: Count,
  slices: readonly OpenSlice[],
  kept: ReadonlySet<number>,
): LeftOut[] {
  const leftOut = new LeftOutCount();
  for (const { reason, count } of whole.leftOut) leftOut.add(reason, count);
  for (const row of new Set(whole.entries.row)) {
    if (kept.has(row)) continue;
    const earliest = statements.earliest[row] ?? NO_DAY;
    const latest = statements.latest[row] ?? NO_DAY;
    if (earliest === NO_DAY && latest === NO_DAY) leftOut.add("UNDATED");
    else if (earliest === NO_DAY || latest === NO_DAY) leftOut.add("OPEN_ENDED_DATE");
    else if (slices.some((slice) => isInside(earliest, latest, slice))) leftOut.add("DUPLICATE");
    else leftOut.add("TOO_VAGUE_DATE");
  }
  return leftOut.list();
}

function isInside(earliest: number, latest: number, { from, to }: TimeSlice): boolean {
  return (from === null || earliest >= dayNumber(from)) && (to === null || latest <= dayNumber(to));
}
