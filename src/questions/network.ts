import type { LeftOut } from "./filters.ts";
import type { Question } from "./question.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./statement.ts";

/** The variables of a network, by type; the words are those of exports. */
export const NETWORK_VARIABLES = {
  network: "NetworkName",
  aggregation: "Aggregation",
  normalization: "Normalization",
  duplicates: "DuplicateRule",
  on: "TargetLevel",
  throughProposals: "Boolean",
  halves: "Halves",
  acts: "[Act!]",
  actors: "[ID!]",
  issues: "[ID!]",
  from: "String",
  to: "String",
  overlap: "Overlap",
  statuses: "[Status!]",
  withoutSources: "[ID!]",
  citationScope: "CitationScope",
  rollUp: "RollUp",
  expandCoalitions: "Boolean",
  mergeSameAs: "Boolean",
  asKnownOn: "String",
  withoutKinds: "[NetworkNodeKind!]",
  isolates: "Boolean",
  minWeight: "Float",
  minStatements: "Int",
  minSources: "Int",
} as const;

export type NetworkWord = keyof typeof NETWORK_VARIABLES;

const DECLARED = Object.entries(NETWORK_VARIABLES)
  .map(([name, type]) => `$${name}: ${type}`)
  .join(", ");
const HANDED = Object.keys(NETWORK_VARIABLES)
  .map((name) => `${name}: $${name}`)
  .join(", ");

/** A network as GraphQL has it: what the network view shows, for the playground. */
export const networkQuestion: Question<unknown> = {
  name: "Network",
  document: `query Network($case: String!, ${DECLARED}) {
  network(case: $case, ${HANDED}) {
    title isDirected edgeCount
    nodes { id name mode kind statementCount }
    edges { source { id } target { id } kind weight positive negative statementCount publishers }
    report { statementsKept leftOut { reason count } cancelled belowMinimum isolates }
  }
}`,
};

export interface EdgeAnswer {
  readonly edge: {
    readonly contributions: readonly {
      readonly left: Statement;
      readonly right: Statement | null;
      readonly on: string;
      readonly contribution: number;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** What lies behind an edge: statements, or pairs of them, with what each adds to the weight, page by page. */
export const edgeQuestion: Question<EdgeAnswer> = {
  name: "Edge",
  document: `query Edge($case: String!, $source: ID!, $target: ID!, $kind: String, $after: String, ${DECLARED}) {
  edge(case: $case, source: $source, target: $target, kind: $kind, after: $after, ${HANDED}) {
    contributions { on contribution left { ${STATEMENT_FIELDS} } right { ${STATEMENT_FIELDS} } }
    pageInfo { hasNextPage endCursor }
  }
}`,
};

export interface PathsAnswer {
  readonly paths: {
    readonly source: Ref;
    readonly target: Ref;
    readonly length: number | null;
    readonly paths: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly from: Ref;
        readonly to: Ref;
        readonly statement: Statement;
      }[];
    }[];
    readonly pageInfo: { readonly totalCount: number };
    readonly leftOut: readonly LeftOut[];
  };
}

/** The shortest chains of statements between two things. */
export const pathsQuestion: Question<PathsAnswer> = {
  name: "Paths",
  document: `query Paths($source: ID!, $target: ID!, $from: String, $to: String, $statuses: [Status!], $withoutSources: [ID!]) {
  paths(source: $source, target: $target, from: $from, to: $to, statuses: $statuses, withoutSources: $withoutSources, first: 5) {
    source { id slug name kind }
    target { id slug name kind }
    length
    paths { id steps { from { id slug name kind } to { id slug name kind } statement { ${STATEMENT_FIELDS} } } }
    pageInfo { totalCount }
    leftOut { reason count }
  }
}`,
};
