import type { Database } from "../database/database.ts";
import type { ComparedAnalysis } from "../domain/compared-analyses.ts";
import type { LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { readEdges } from "../network/network.ts";
import { parseNetworkOptions } from "../network/parse-network-options.ts";
import { badInput, type CaseInput } from "./analysis-filter.ts";
import { bargainingRange } from "./bargaining-range.ts";
import { disputes } from "./disputes.ts";
import { type MediatorRecord, mediationRecord } from "./mediation-record.ts";
import { computeNetwork } from "./network.ts";
import type { PageInfo } from "./paging.ts";
import { paths } from "./paths.ts";
import { positionHistory } from "./position-history.ts";
import { positions } from "./positions.ts";
import type { Ref } from "./refs.ts";
import { reversals } from "./reversals.ts";
import { search } from "./search.ts";
import { sourceDependence } from "./source-dependence.ts";
import { describeStatement, type StatementRef } from "./statement-ref.ts";
import { timeline } from "./timeline.ts";
import { trace } from "./trace.ts";

type Maybe<T> = T | null | undefined;

/** What is asked of the analyses that are compared, beside the filters. */
export interface AskedInput {
  /** What the analysis is about, by id or slug: one thing for TRACE and BARGAINING_RANGE, two for PATHS and POSITION_HISTORY. */
  readonly about?: Maybe<readonly string[]>;
  /** The words, for SEARCH. */
  readonly text?: Maybe<string>;
  /** Which network, for NETWORK, and how it is weighed. */
  readonly network?: Maybe<string>;
  readonly aggregation?: Maybe<string>;
  /** As the analysis takes them. */
  readonly actors?: Maybe<readonly string[]>;
  readonly issues?: Maybe<readonly string[]>;
  readonly throughProposals?: Maybe<boolean>;
}

/** What a result says: words for what it is about, to words for what it says. */
export type Sayings = ReadonlyMap<string, string>;

/** A whole result, read as sayings, with what it says of itself. */
export interface Reading {
  readonly sayings: Sayings;
  readonly filters: StatementFilter;
  readonly leftOut: readonly LeftOut[];
}

type ReaderInput = AskedInput & CaseInput;

/** Asks an analysis and reads its whole result, page after page. */
type Reader = (database: Database, input: ReaderInput) => Promise<Reading>;

/** How the result of each analysis is read. */
export const READERS: Readonly<Record<ComparedAnalysis, Reader>> = {
  TRACE: async (database, input) => {
    const [id] = nameThings(input, ["the thing that is traced"]);
    return readPages(
      (page) => trace(database, { ...input, ...page, id: idIn(input.case, id) }),
      ({ statements }) => statements.map(sayStatement),
    );
  },
  POSITIONS: (database, input) =>
    readPages(
      (page) => positions(database, { ...input, ...page }),
      ({ cells }) => cells.map((cell) => [`${cell.actor.name} on “${cell.target.name}”`, cell.position]),
    ),
  POSITION_HISTORY: async (database, input) => {
    const [actor, issue] = nameThings(input, ["an actor", "an issue"]);
    return readPages(
      (page) => positionHistory(database, { ...input, ...page, actor, issue }),
      ({ steps }) =>
        steps.map(({ statement, position }) => [sayStatement(statement)[0], position ?? "no stand"]),
    );
  },
  REVERSALS: (database, input) =>
    readPages(
      (page) => reversals(database, { ...input, ...page }),
      (result) =>
        result.reversals.map(({ actor, from, to, kind }) => [
          `${actor.name}: ${from.slug}, then ${to.slug}`,
          kind,
        ]),
    ),
  BARGAINING_RANGE: async (database, input) => {
    const [issue] = nameThings(input, ["an issue"]);
    return readPages((page) => bargainingRange(database, { ...input, ...page, issue }), sayRange);
  },
  MEDIATION_RECORD: (database, input) =>
    readPages(
      (page) => mediationRecord(database, { ...input, ...page }),
      ({ mediators }) => mediators.flatMap(sayMediator),
    ),
  DISPUTES: (database, input) => readPages((page) => disputes(database, { ...input, ...page }), sayDisputes),
  SOURCE_DEPENDENCE: (database, input) =>
    readPages(
      (page) => sourceDependence(database, { ...input, ...page }),
      ({ findings }) => findings.map(({ id, publishers }) => [id, publishers.join(", ")]),
    ),
  TIMELINE: (database, input) =>
    readPages(
      (page) => timeline(database, { ...input, ...page }),
      ({ entries }) => entries.map(({ slug, name, date }) => [`${slug}: ${name}`, date ?? "undated"]),
    ),
  PATHS: async (database, input) => {
    const [source, target] = nameThings(input, ["where the chains start", "where they end"]);
    const ends = { source: idIn(input.case, source), target: idIn(input.case, target) };
    return readPages(
      (page) => paths(database, { ...input, ...page, ...ends }),
      (result) =>
        result.paths.map(({ steps }) => [
          steps.map(({ statement }) => statement.slug).join(", "),
          `${steps.length} step${steps.length === 1 ? "" : "s"}`,
        ]),
    );
  },
  SEARCH: (database, input) =>
    readPages(
      (page) => search(database, { ...input, ...page, text: input.text ?? "" }),
      ({ hits }) => hits.map(({ slug, name }) => [`${slug}: ${name}`, "found"]),
    ),
  NETWORK: readNetwork,
};

type Saying = [what: string, says: string];

/** The words of a comparison that a network takes. */
const NETWORK_WORDS = [
  "network",
  "aggregation",
  "actors",
  "issues",
  "throughProposals",
  "from",
  "overlap",
  "statuses",
  "withoutSources",
  "citationScope",
  "rollUp",
  "expandCoalitions",
  "mergeSameAs",
  "asKnownOn",
] as const;

async function readNetwork(database: Database, input: ReaderInput): Promise<Reading> {
  const words = Object.fromEntries(NETWORK_WORDS.map((word) => [word, input[word]]));
  const options = parseNetworkOptions(input.case, { ...words, to: input.to ?? input.asOf });
  const network = await computeNetwork(database, input.case, options);
  const names = new Map(network.nodes.map(({ id, name }) => [id, name]));
  const sayings = [...readEdges(network)].map(({ source, target, kind, weight }): Saying => {
    const ends = `${names.get(source) ?? source} – ${names.get(target) ?? target}`;
    return [kind ? `${ends} (${kind.toLowerCase()})` : ends, `${weight}`];
  });
  return { sayings: new Map(sayings), filters: network.options, leftOut: network.report.leftOut };
}

function sayStatement({ slug, act, actors, target, status }: StatementRef): Saying {
  const names = actors.map(({ name }) => name);
  return [`${slug}: ${describeStatement(act, names, target.name)}`, status];
}

function sayRange({ ranges, gaps, held }: Awaited<ReturnType<typeof bargainingRange>>): Saying[] {
  return [
    ...ranges.map(({ actor, current }): Saying => {
      const values = current.map(({ low, high }) => (low === high ? `${low}` : `${low} to ${high}`));
      return [`${actor.name}'s values`, values.join(", ") || "none"];
    }),
    ...gaps.map(({ left, right, gap, trend }): Saying => {
      return [`gap between ${left.name} and ${right.name}`, `${gap ?? "none"} (${trend})`];
    }),
    ...held.map(({ actor, demand, position }): Saying => [`${actor.name} on “${demand.name}”`, position]),
  ];
}

function sayMediator(record: MediatorRecord): Saying[] {
  const { name } = record.actor;
  const say = (role: string, refs: readonly { readonly target: Ref }[]) =>
    refs.map(({ target }): Saying => [`${name} ${role} ${target.name}`, "yes"]);
  return [
    ...say("mediated", record.mediated),
    ...say("offered to mediate", record.offered),
    ...say("hosted", record.hosted),
    ...record.proposals.map(({ proposal, answers }): Saying => {
      const said = answers.map(({ party, acts }) => `${party.name}: ${acts.join(", ") || "no answer"}`);
      return [`${name} proposed ${proposal.name}`, said.join("; ")];
    }),
    ...record.judgements.map(({ statement }): Saying => [`${name} judged in ${statement.slug}`, "yes"]),
  ];
}

function sayDisputes({ claims, statements }: Awaited<ReturnType<typeof disputes>>): Saying[] {
  const names = (refs: readonly Ref[]) => refs.map((ref) => ref.name).join(", ") || "nobody";
  return [
    ...claims.map(({ claim, assertedBy, disputedBy }): Saying => {
      return [`“${claim.name}”`, `asserted by ${names(assertedBy)}; disputed by ${names(disputedBy)}`];
    }),
    ...statements.map(({ statement }) => sayStatement(statement)),
  ];
}

/** Gives the things that an analysis is about, or says which are missing. */
function nameThings<const W extends readonly string[]>(
  { about }: ReaderInput,
  wanted: W,
): { readonly [K in keyof W]: string } {
  const given = about ?? [];
  if (given.length === wanted.length) return given as unknown as { readonly [K in keyof W]: string };
  throw badInput(`about names ${given.length} things: this analysis takes ${wanted.join(" and ")}.`);
}

function idIn(caseSlug: string, text: string): string {
  return text.includes("/") ? text : `${caseSlug}/${text}`;
}

async function readPages<R extends Omit<Reading, "sayings"> & { readonly pageInfo: PageInfo }>(
  fetchPage: (page: { readonly first: null; readonly after: string | null }) => Promise<R>,
  say: (result: R) => readonly Saying[],
): Promise<Reading> {
  const sayings: Saying[] = [];
  for (let after: string | null = null; ; ) {
    const result: R = await fetchPage({ first: null, after });
    sayings.push(...say(result));
    const { filters, leftOut, pageInfo } = result;
    if (!pageInfo.hasNextPage) return { sayings: new Map(sayings), filters, leftOut };
    after = pageInfo.endCursor;
  }
}
