import type { CodedStatement, Representation } from "../../../src/domain/coded-statement.ts";
import type { ActorKind, TargetKind } from "../../../src/domain/vocabulary.ts";
import type {
  ActorEntry,
  MeetingEntry,
  NetworkData,
  SourceEntry,
  TargetEntry,
} from "../../../src/network/network-data.ts";
import { makeStatementTable } from "../../../src/network/statement-table.ts";

/** The parts of a case that a test cares about. */
export interface CaseParts {
  readonly statements: readonly CodedStatement[];
  readonly actors?: readonly ActorEntry[];
  readonly targets?: readonly TargetEntry[];
  readonly meetings?: readonly MeetingEntry[];
  readonly sources?: readonly SourceEntry[];
  readonly representations?: readonly Representation[];
  readonly sameAs?: readonly (readonly [string, string])[];
}

/** Makes the data of a case from what a test cares about. */
export function makeCase(parts: CaseParts): NetworkData {
  return {
    case: "c",
    title: "A case",
    actors: [],
    targets: [],
    meetings: [],
    sources: [],
    representations: [],
    sameAs: [],
    ...parts,
    statements: makeStatementTable(parts.statements),
  };
}

/** Makes a statement of `actor` on `target`, with the rest blank; `day` is its one day. */
export function makeStatement(
  id: string,
  actor: string,
  act: CodedStatement["act"],
  target: string,
  parts: Partial<CodedStatement> & { readonly day?: string } = {},
): CodedStatement {
  const { day = null, ...others } = parts;
  return {
    id,
    act,
    status: "REPORTED",
    actors: [actor],
    onBehalfOf: [],
    target,
    targetKind: "Demand",
    date: day,
    earliest: day,
    latest: day,
    madeAt: null,
    foundIn: [],
    cites: [],
    citesParagraph: [],
    citesOneOf: [],
    recordedAt: null,
    retractedAt: null,
    ...others,
  };
}

export function makeActor(
  id: string,
  kind: ActorKind = "STATE",
  parts: Partial<ActorEntry> = {},
): ActorEntry {
  return { id, name: id, kind, aliases: [], caseRole: null, iso3: null, wikidata: null, ...parts };
}

export function makeTarget(
  id: string,
  kind: TargetKind | "Issue" = "Demand",
  parts: Partial<TargetEntry> = {},
): TargetEntry {
  return { id, name: id, kind, issues: [], demands: [], ...parts };
}

/** Gives the weights of a network as `a b: weight`, in order. */
export function listWeights(network: {
  readonly nodes: readonly { readonly id: string }[];
  readonly edgeCount: number;
  sourceOf(edge: number): number;
  targetOf(edge: number): number;
  weightOf(edge: number): number;
}): string[] {
  return Array.from({ length: network.edgeCount }, (_, edge) => {
    const source = network.nodes[network.sourceOf(edge)]?.id;
    const target = network.nodes[network.targetOf(edge)]?.id;
    return `${source} ${target}: ${network.weightOf(edge)}`;
  });
}
