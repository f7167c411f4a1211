import type { Database } from "../database/database.ts";
import type { ComparedAnalysis } from "../domain/compared-analyses.ts";
import type { LeftOut, StatementFilter } from "../domain/statement-filter.ts";
import { readEdges } from "../network/network.ts";
import { parseNetworkOptions } from "../network/parse-network-options.ts";
import { badInput, type CaseInput } from "./analysis-filter.ts";
import { bargainingRange } from "./bargaining-range.ts";
import { nameFinding } from "./dependence.ts";
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
import { nameStatement, type StatementRef } from "./statement-ref.ts";
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

/** One thing that a result says. */
export interface Saying {
  /** Unique within the result, and the same for the same thing without some sources. */
  readonly id: string;
  /** What it is about, in words. */
  readonly what: string;
  readonly says: string;
}

/** A whole result, read as sayings, with what it says of itself. */
export interface Reading {
  /** In the order of the result; one for each id. */
  readonly sayings: readonly Saying[];
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
      ({ cells }) => cells.map(({ id, actor, target, position }) => sayPosition(id, actor, target, position)),
    ),
  POSITION_HISTORY: async (database, input) => {
    const [actor, issue] = nameThings(input, ["an actor", "an issue"]);
    return readPages(
      (page) => positionHistory(database, { ...input, ...page, actor, issue }),
      ({ steps }) =>
        steps.map(({ statement, position }) => ({
          ...sayStatement(statement),
          says: position ?? "no stand",
        })),
    );
  },
  REVERSALS: (database, input) =>
    readPages(
      (page) => reversals(database, { ...input, ...page }),
      (result) =>
        result.reversals.map(({ actor, from, to, kind }) => ({
          id: idOf(actor, from, to),
          what: `${actor.name}: ${nameStatement(from)}, then ${nameStatement(to)}`,
          says: kind,
        })),
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
      ({ findings }) =>
        findings.map((finding) => ({
          id: finding.id,
          what: nameFinding(finding),
          says: finding.publishers.join(", "),
        })),
    ),
  TIMELINE: (database, input) =>
    readPages(
      (page) => timeline(database, { ...input, ...page }),
      ({ entries }) => entries.map(({ id, name, date }) => ({ id, what: name, says: date ?? "undated" })),
    ),
  PATHS: async (database, input) => {
    const [source, target] = nameThings(input, ["where the chains start", "where they end"]);
    const ends = { source: idIn(input.case, source), target: idIn(input.case, target) };
    return readPages(
      (page) => paths(database, { ...input, ...page, ...ends }),
      (result) =>
        result.paths.map(({ id, steps }) => ({
          id,
          what: steps.map(({ statement }) => nameStatement(statement)).join("; "),
          says: `${steps.length} step${steps.length === 1 ? "" : "s"}`,
        })),
    );
  },
  SEARCH: (database, input) =>
    readPages(
      (page) => search(database, { ...input, ...page, text: input.text ?? "" }),
      ({ hits }) => hits.map(({ id, name }) => ({ id, what: name, says: "found" })),
    ),
  NETWORK: readNetwork,
};

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
    return {
      id: [source, target, kind].filter(Boolean).join(" "),
      what: kind ? `${ends} (${kind.toLowerCase()})` : ends,
      says: `${weight}`,
    };
  });
  return { sayings, filters: network.options, leftOut: network.report.leftOut };
}

function sayStatement(statement: StatementRef): Saying {
  return { id: statement.id, what: nameStatement(statement), says: statement.status };
}

function sayPosition(id: string, actor: Ref, target: Ref, position: string): Saying {
  return { id, what: `${actor.name} on “${target.name}”`, says: position };
}

function sayRange({ ranges, gaps, held }: Awaited<ReturnType<typeof bargainingRange>>): Saying[] {
  return [
    ...ranges.map(({ actor, current }): Saying => {
      const values = current.map(({ low, high }) => (low === high ? `${low}` : `${low} to ${high}`));
      return { id: idOf(actor), what: `${actor.name}'s values`, says: values.join(", ") || "none" };
    }),
    ...gaps.map(({ left, right, gap, trend }): Saying => {
      const says = `${gap ?? "none"} (${trend})`;
      return { id: idOf(left, right), what: `gap between ${left.name} and ${right.name}`, says };
    }),
    ...held.map(({ actor, demand, position }) => sayPosition(idOf(actor, demand), actor, demand, position)),
  ];
}

function sayMediator(record: MediatorRecord): Saying[] {
  const { actor } = record;
  const say = (role: string, refs: readonly { readonly target: Ref }[]) =>
    refs.map(({ target }): Saying => {
      const id = [actor.id, role, target.id].join(" ");
      return { id, what: `${actor.name} ${role} ${target.name}`, says: "yes" };
    });
  return [
    ...say("mediated", record.mediated),
    ...say("offered to mediate", record.offered),
    ...say("hosted", record.hosted),
    ...say(
      "gave the venue for",
      record.venueOf.map((target) => ({ target })),
    ),
    ...record.proposals.map(({ proposal, answers }): Saying => {
      const said = answers.map(({ party, acts, replies }) => {
        const parts = replies.map(({ act, target }) => `${act} on “${target.name}”`);
        return `${party.name}: ${[...acts, ...parts].join(", ") || "no answer"}`;
      });
      const what = `${actor.name} proposed ${proposal.name}`;
      return { id: idOf(actor, proposal), what, says: said.join("; ") };
    }),
    ...record.judgements.map(({ statement }): Saying => {
      const what = `${actor.name} judged: ${nameStatement(statement)}`;
      return { id: idOf(actor, statement), what, says: "yes" };
    }),
  ];
}

function sayDisputes({ claims, statements }: Awaited<ReturnType<typeof disputes>>): Saying[] {
  const names = (refs: readonly Ref[]) => refs.map((ref) => ref.name).join(", ") || "nobody";
  return [
    ...claims.map(({ id, claim, assertedBy, disputedBy }): Saying => {
      const says = `asserted by ${names(assertedBy)}; disputed by ${names(disputedBy)}`;
      return { id, what: `“${claim.name}”`, says };
    }),
    ...statements.map(({ statement }) => sayStatement(statement)),
  ];
}

function idOf(...things: readonly { readonly id: string }[]): string {
  return things.map(({ id }) => id).join(" ");
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
    if (!pageInfo.hasNextPage) return { sayings, filters, leftOut };
    after = pageInfo.endCursor;
  }
}
