import { ACT_NAMES, MEDIATING_ACTS } from "../domain/acts.ts";
import { type CaseIndex, indexCase } from "./case-index.ts";
import type { TallyEdges } from "./cell-evidence.ts";
import { type Count, countStatements } from "./count-statements.ts";
import type { EdgeColumns } from "./edge-columns.ts";
import type { Entries } from "./entries.ts";
import { type EdgeGroup, makeGroupedEdges } from "./grouped-edges.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import { projectOneMode } from "./project-one-mode.ts";
import { projectTwoMode, type TwoModeRule } from "./project-two-mode.ts";
import type { Reading } from "./reading.ts";
import { compareIds, makeTally, rankUsed, type Tally } from "./tally.ts";

/** Edges among raw nodes, before minimum weights and isolates. */
export interface Projection {
  readonly edges: EdgeColumns;
  readonly cancelled: number;
  readonly nodes: readonly RawNode[];
  readonly count: Count;
  /** For each entry the places of its nodes; -1: none. */
  readonly nodesOfEntry: readonly Int32Array[];
  rowOf(entry: number): number;
  signOf(entry: number): number;
  /** Id of what an entry is about, as seen from the nodes. */
  onOf(entry: number): string;
  /** The cells behind edges, where there are such and every statement has one entry; else null. */
  readonly cells: TallyEdges | null;
}

export interface RawNode {
  readonly id: string;
  readonly mode: "ACTOR" | "TARGET";
}

/** Computes the edges of the network that the options name. */
export function project(data: NetworkData, options: NetworkOptions): Projection {
  switch (options.network) {
    case "actors":
    case "targets":
      return projectSigned(data, options);
    case "two-mode":
      return projectActorsAndTargets(data, options);
    case "acts":
      return projectActs(data, options);
    case "mediation":
      return projectMediation(data, options);
    default:
      return projectShared(data, options);
  }
}

/** Tells how a network reads statements. */
export function readingOf(options: NetworkOptions): Reading {
  switch (options.network) {
    case "acts":
      return { level: null, polarity: "ANY", acts: [], duplicatesShare: "ACT" };
    case "attendance":
      return { level: "MEETING", polarity: "ANY", acts: ["ATTENDED"], duplicatesShare: "ACT" };
    case "proposers":
      return { level: "PROPOSAL", polarity: "ANY", acts: ["PROPOSED"], duplicatesShare: "ACT" };
    case "mediation":
      return { level: null, polarity: "ANY", acts: MEDIATING_ACTS, duplicatesShare: "ACT" };
    default: {
      const ignoresSign = options.aggregation === "IGNORE";
      return {
        level: options.on,
        polarity: ignoresSign ? "ALL" : "SIGNED",
        acts: [],
        duplicatesShare: ignoresSign ? "NOTHING" : "SIGN",
      };
    }
  }
}

function projectSigned(data: NetworkData, options: NetworkOptions): Projection {
  const count = countStatements(data, options, readingOf(options));
  const { entries } = count;
  const ignoresSign = options.aggregation === "IGNORE";
  const targets = nodesOnLevel(indexCase(data), entries, options);
  const actors = { place: entries.actor, ids: entries.actorIds };
  const demands = { place: entries.target, ids: entries.targetIds };
  const [node, unit] =
    options.network === "targets" ? [targets, actors] : [actors, ignoresSign ? targets : demands];
  const tally = tallyEntries(entries, node, unit, {
    sign: ignoresSign ? null : entries.sign,
    isBinary: false,
  });
  return projectTally(count, tally, options, options.network === "targets" ? "TARGET" : "ACTOR");
}

function projectShared(data: NetworkData, options: NetworkOptions): Projection {
  const count = countStatements(data, options, readingOf(options));
  const { entries } = count;
  const actors = { place: entries.actor, ids: entries.actorIds };
  const units = { place: entries.target, ids: entries.targetIds };
  const tally = tallyEntries(entries, actors, units, { sign: null, isBinary: true });
  return projectTally(count, tally, options, "ACTOR");
}

function projectTally(
  count: Count,
  tally: Tally,
  options: NetworkOptions,
  mode: RawNode["mode"],
): Projection {
  const { entries } = count;
  const isShared = options.network === "attendance" || options.network === "proposers";
  const weight = entries.weight;
  const signOf = (entry: number) => entries.sign[entry] ?? 0;
  const rule = isShared
    ? {
        aggregation: "IGNORE" as const,
        normalization: "NONE" as const,
        kind: options.network === "attendance" ? "CO_ATTENDANCE" : "CO_PROPOSAL",
      }
    : ({ ...options, kind: options.aggregation } as Parameters<typeof projectOneMode>[1]);
  const weightOf = isShared ? () => 0 : (entry: number) => (weight ? (weight[entry] ?? 0) : 1);
  const edges = projectOneMode(tally, rule, { weightOf, signOf });
  return {
    edges,
    cancelled: edges.cancelled,
    nodes: tally.nodeIds.map((id) => ({ id, mode })),
    count,
    nodesOfEntry: [tally.nodeOf],
    rowOf: (entry) => entries.row[entry] ?? 0,
    signOf,
    onOf: (entry) => tally.unitIds[unitOf(tally, entry)] ?? "",
    cells:
      entries.length === count.statementsKept
        ? { tally, aggregation: rule.aggregation, edges, open: edges.openCells }
        : null,
  };
}

function projectActorsAndTargets(data: NetworkData, options: NetworkOptions): Projection {
  const count = countStatements(data, options, readingOf(options));
  const { entries } = count;
  const actors = { place: entries.actor, ids: entries.actorIds };
  const targets = nodesOnLevel(indexCase(data), entries, options);
  const tally = tallyEntries(entries, actors, targets, { sign: entries.sign, isBinary: false });
  const weightOf = (entry: number) => (entries.weight ? (entries.weight[entry] ?? 0) : 1);
  const edges = projectTwoMode(tally, options as TwoModeRule, weightOf);
  const offset = tally.nodeIds.length;
  const shift = (places: Int32Array) => places.map((place) => place + offset);
  return {
    ...twoModeNodes(tally),
    edges: { ...edges, target: shift(edges.target) },
    cancelled: edges.cancelled,
    count,
    nodesOfEntry: [tally.nodeOf, tally.columnOf.map((_, entry) => unitOf(tally, entry) + offset)],
    ...readingBack(entries),
  };
}

function twoModeNodes({ nodeIds, unitIds }: Tally): { nodes: RawNode[] } {
  const actors = nodeIds.map((id) => ({ id, mode: "ACTOR" as const }));
  return { nodes: [...actors, ...unitIds.map((id) => ({ id, mode: "TARGET" as const }))] };
}

function projectActs(data: NetworkData, options: NetworkOptions): Projection {
  const count = countStatements(data, options, readingOf(options));
  const { entries } = count;
  const { nodes, source, target } = nodesOfActs(indexCase(data), entries);
  const groups = new Map<string, EdgeGroup & { contributions: [number, number, number][] }>();
  for (let entry = 0; entry < entries.length; entry++) {
    const kind = ACT_NAMES[data.statements.act[entries.row[entry] ?? 0] ?? 0] ?? "";
    const ends = { source: source[entry] ?? 0, target: target[entry] ?? 0 };
    const key = `${ends.source} ${ends.target} ${kind}`;
    const group = groups.get(key) ?? { ...ends, kind, contributions: [] };
    group.contributions.push([entry, -1, 1]);
    groups.set(key, group);
  }
  return {
    nodes,
    edges: makeGroupedEdges(groups.values(), (entry) => entries.sign[entry] ?? 0),
    cancelled: 0,
    count,
    nodesOfEntry: [source, target],
    ...readingBack(entries),
  };
}

/** Actors come first, also those that are targets; then the other targets. */
function nodesOfActs(index: CaseIndex, entries: Entries) {
  const speakers = rankUsed(entries.actor, entries.actorIds).ids;
  const targets = rankUsed(entries.target, entries.targetIds).ids;
  const isActor = (id: string) => index.actors.has(id);
  const actors = [...new Set([...speakers, ...targets.filter(isActor)])].sort(compareIds);
  const nodes: RawNode[] = [
    ...actors.map((id) => ({ id, mode: "ACTOR" as const })),
    ...targets.filter((id) => !isActor(id)).map((id) => ({ id, mode: "TARGET" as const })),
  ];
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const placeOf = (ids: readonly string[]) => {
    const byCode = ids.map((id) => places.get(id) ?? -1);
    return (code: number) => byCode[code] ?? -1;
  };
  return {
    nodes,
    source: entries.actor.map(placeOf(entries.actorIds)),
    target: entries.target.map(placeOf(entries.targetIds)),
  };
}

/** Third parties to the sides between which they stood: those who attended the meeting or answered the proposal. */
function projectMediation(data: NetworkData, options: NetworkOptions): Projection {
  const count = countStatements(data, options, readingOf(options));
  const parties = countStatements(
    data,
    { ...options, acts: [], actors: [] },
    { level: null, polarity: "ANY", acts: [], duplicatesShare: "ACT" },
  );
  const entries = joinEntries(count.entries, keepSides(data, parties.entries));
  const used = rankUsed(entries.actor, entries.actorIds);
  const node = entries.actor.map((place) => used.rank[place] ?? -1);
  return {
    nodes: used.ids.map((id) => ({ id, mode: "ACTOR" as const })),
    edges: makeGroupedEdges(
      groupMediation(data, entries, node, count.entries.length),
      (entry) => entries.sign[entry] ?? 0,
    ),
    cancelled: 0,
    count,
    nodesOfEntry: [node],
    ...readingBack(entries),
  };
}

/** Keeps attendance of meetings and stances on proposals. */
function keepSides(data: NetworkData, entries: Entries): Entries {
  const { act } = data.statements;
  const attended = ACT_NAMES.indexOf("ATTENDED");
  const kept = Array.from(entries.row.keys()).filter(
    (entry) => entries.sign[entry] !== 0 || act[entries.row[entry] ?? 0] === attended,
  );
  const pick = (column: Int32Array) => Int32Array.from(kept, (entry) => column[entry] ?? 0);
  return {
    ...entries,
    length: kept.length,
    row: pick(entries.row),
    actor: pick(entries.actor),
    target: pick(entries.target),
    sign: pick(entries.sign),
    weight: null,
  };
}

/** Puts entries of two counts of the same case end to end, in the ids of the first. */
function joinEntries(first: Entries, second: Entries): Entries {
  const join = (a: Int32Array, b: Int32Array) => Int32Array.from([...a, ...b]);
  const actors = joinIds(first.actorIds, second.actorIds);
  const targets = joinIds(first.targetIds, second.targetIds);
  return {
    length: first.length + second.length,
    row: join(first.row, second.row),
    actor: join(first.actor, second.actor.map(actors.translate)),
    target: join(first.target, second.target.map(targets.translate)),
    sign: join(first.sign, second.sign),
    weight: null,
    actorIds: actors.ids,
    targetIds: targets.ids,
  };
}

function joinIds(first: readonly string[], second: readonly string[]) {
  const ids = [...new Set([...first, ...second])];
  const places = new Map(ids.map((id, place) => [id, place]));
  return { ids, translate: (code: number) => places.get(second[code] ?? "") ?? -1 };
}

function groupMediation(
  data: NetworkData,
  entries: Entries,
  node: Int32Array,
  mediatorCount: number,
): EdgeGroup[] {
  const sides = groupEntries(mediatorCount, entries.length, (entry) => `${entries.target[entry]}`);
  const acts = groupEntries(0, mediatorCount, (entry) => {
    const act = data.statements.act[entries.row[entry] ?? 0];
    return `${node[entry]} ${act} ${entries.target[entry]}`;
  });
  const groups = new Map<string, EdgeGroup & { contributions: [number, number, number][] }>();
  for (const mediations of acts.values()) {
    const [first = 0] = mediations;
    const source = node[first] ?? 0;
    const kind = ACT_NAMES[data.statements.act[entries.row[first] ?? 0] ?? 0] ?? "";
    const attended = sides.get(`${entries.target[first]}`) ?? [];
    for (const [target, statements] of groupBy(attended, (entry) => node[entry] ?? 0)) {
      if (target === source) continue;
      const key = `${source} ${target} ${kind}`;
      const group = groups.get(key) ?? { source, target, kind, contributions: [] };
      const share = 1 / (mediations.length * statements.length);
      for (const left of mediations) {
        for (const right of statements) group.contributions.push([left, right, share]);
      }
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

function groupEntries(from: number, to: number, keyOf: (entry: number) => string): Map<string, number[]> {
  return groupBy(
    Array.from({ length: to - from }, (_, i) => from + i),
    keyOf,
  );
}

function groupBy<K>(entries: readonly number[], keyOf: (entry: number) => K): Map<K, number[]> {
  const groups = new Map<K, number[]>();
  for (const entry of entries) {
    const known = groups.get(keyOf(entry));
    if (known) known.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return groups;
}

interface Places {
  readonly place: Int32Array;
  readonly ids: readonly string[];
}

/** The targets as nodes: themselves, or the issues of demands. */
function nodesOnLevel(index: CaseIndex, entries: Entries, options: NetworkOptions): Places {
  if (options.on !== "ISSUE") return { place: entries.target, ids: entries.targetIds };
  const issueOf = entries.targetIds.map((id) => index.targets.get(id)?.issues[0] ?? "");
  const ids = [...new Set(issueOf)];
  const places = new Map(ids.map((id, place) => [id, place]));
  const byTarget = issueOf.map((issue) => places.get(issue) ?? 0);
  return { place: entries.target.map((target) => byTarget[target] ?? 0), ids };
}

function tallyEntries(
  entries: Entries,
  node: Places,
  unit: Places,
  rule: { sign: Int32Array | null; isBinary: boolean },
): Tally {
  return makeTally({
    node: node.place,
    nodeIds: node.ids,
    unit: unit.place,
    unitIds: unit.ids,
    weight: entries.weight,
    ...rule,
  });
}

function unitOf({ columnOf, signs }: Tally, entry: number): number {
  return Math.floor((columnOf[entry] ?? 0) / signs);
}

function readingBack(entries: Entries): Pick<Projection, "rowOf" | "signOf" | "onOf" | "cells"> {
  return {
    cells: null,
    rowOf: (entry) => entries.row[entry] ?? 0,
    signOf: (entry) => entries.sign[entry] ?? 0,
    onOf: (entry) => entries.targetIds[entries.target[entry] ?? 0] ?? "",
  };
}
