import type { Database } from "../database/database.ts";
import { badInput, type CaseInput, readWord } from "./analysis-filter.ts";
import { bargainingRange } from "./bargaining-range.ts";
import { disputes } from "./disputes.ts";
import { mediationRecord } from "./mediation-record.ts";
import { positions } from "./positions.ts";
import { compareTexts, type Ref } from "./refs.ts";
import { resolveIds } from "./resolve-ids.ts";
import { reversals } from "./reversals.ts";
import { sourceDependence } from "./source-dependence.ts";

/** The analyses that can be compared. */
export const COMPARED_ANALYSES = [
  "POSITIONS",
  "REVERSALS",
  "BARGAINING_RANGE",
  "MEDIATION_RECORD",
  "DISPUTES",
  "FINDINGS",
] as const;

export type ComparedAnalysis = (typeof COMPARED_ANALYSES)[number];

/** What `compareWithoutSources` takes. */
export interface ComparisonInput extends CaseInput {
  readonly analysis: ComparedAnalysis;
  /** Ids or slugs of the sources to leave out, beside those in `withoutSources`. */
  readonly sources: readonly string[];
  /** The issue, for BARGAINING_RANGE. */
  readonly issue?: string | null | undefined;
  /** As the analysis takes them. */
  readonly actors?: readonly string[] | null | undefined;
  readonly issues?: readonly string[] | null | undefined;
}

/** One thing that a result says, with and without the sources. */
export interface Difference {
  readonly change: "LOST" | "GAINED" | "CHANGED";
  /** What it is about, in words. */
  readonly what: string;
  /** What the result says with the sources; null where it says nothing. */
  readonly before: string | null;
  /** What it says without them. */
  readonly after: string | null;
}

/** What leaving sources out changes in a result. */
export interface SourceComparison {
  readonly analysis: ComparedAnalysis;
  readonly sources: readonly Ref[];
  /** In order of what they are about; empty where nothing changes. */
  readonly differences: readonly Difference[];
  readonly unchangedCount: number;
}

/** What a result says: words for what it is about, to words for what it says. */
type Sayings = ReadonlyMap<string, string>;

/** Reads a result as sayings; one page of 1000 after the other. */
type Reader = (database: Database, input: ComparisonInput & CaseInput) => Promise<Sayings>;

const READERS: Readonly<Record<ComparedAnalysis, Reader>> = {
  POSITIONS: async (database, input) => {
    const cells = await readPages(async (after) => {
      const { cells: items, pageInfo } = await positions(database, { ...input, after });
      return { items, pageInfo };
    });
    return new Map(cells.map((cell) => [`${cell.actor.name} on “${cell.target.name}”`, cell.position]));
  },
  REVERSALS: async (database, input) => {
    const found = await readPages(async (after) => {
      const { reversals: items, pageInfo } = await reversals(database, { ...input, after });
      return { items, pageInfo };
    });
    return new Map(
      found.map(({ actor, from, to, kind }) => [`${actor.name}: ${from.slug}, then ${to.slug}`, kind]),
    );
  },
  BARGAINING_RANGE: readRange,
  MEDIATION_RECORD: readMediation,
  DISPUTES: async (database, input) => {
    const found = await readPages(async (after) => {
      const { claims: items, pageInfo } = await disputes(database, { ...input, after });
      return { items, pageInfo };
    });
    const names = (refs: readonly Ref[]) => refs.map((ref) => ref.name).join(", ") || "nobody";
    return new Map(
      found.map(({ claim, assertedBy, disputedBy }) => [
        `“${claim.name}”`,
        `asserted by ${names(assertedBy)}; disputed by ${names(disputedBy)}`,
      ]),
    );
  },
  FINDINGS: async (database, input) => {
    const found = await readPages(async (after) => {
      const { findings: items, pageInfo } = await sourceDependence(database, { ...input, after });
      return { items, pageInfo };
    });
    return new Map(found.map(({ id, publishers }) => [id, publishers.join(", ")]));
  },
};

/**
 * Answers an analysis twice, with and without some sources, and tells what changes.
 *
 * @throws DemarcheError as the analysis does; BAD_INPUT where no source is named.
 * @see docs/methods.md#source-dependence
 */
export async function compareWithoutSources(
  database: Database,
  input: ComparisonInput,
): Promise<SourceComparison> {
  const analysis = readWord(input.analysis, "analysis", COMPARED_ANALYSES, "POSITIONS");
  if (input.sources.length === 0) throw badInput("sources is empty: name at least one source to leave out.");
  const read = READERS[analysis];
  const sources = await resolveIds(database, input.case, input.sources, ["Source"]);
  const withoutSources = [...(input.withoutSources ?? []), ...sources.map(({ id }) => id)];
  const [before, after] = await Promise.all([
    read(database, input),
    read(database, { ...input, withoutSources }),
  ]);
  const differences = diff(before, after);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return { analysis, sources, differences, unchangedCount: keys.size - differences.length };
}

function diff(before: Sayings, after: Sayings): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort(compareTexts)
    .flatMap((what): Difference[] => {
      const [old, now] = [before.get(what) ?? null, after.get(what) ?? null];
      if (old === now) return [];
      return [
        {
          change: now === null ? "LOST" : old === null ? "GAINED" : "CHANGED",
          what,
          before: old,
          after: now,
        },
      ];
    });
}

async function readRange(database: Database, input: ComparisonInput): Promise<Sayings> {
  if (!input.issue) throw badInput("BARGAINING_RANGE needs an issue: name it.");
  const { ranges, gaps, held } = await bargainingRange(database, { ...input, issue: input.issue });
  const values = ranges.map(({ actor, current }): [string, string] => [
    `${actor.name}'s values`,
    current.map(({ low, high }) => (low === high ? `${low}` : `${low} to ${high}`)).join(", ") || "none",
  ]);
  const distances = gaps.map(({ left, right, gap, trend }): [string, string] => [
    `gap between ${left.name} and ${right.name}`,
    `${gap ?? "none"} (${trend})`,
  ]);
  const demands = held.map(({ actor, demand, position }): [string, string] => [
    `${actor.name} on “${demand.name}”`,
    position,
  ]);
  return new Map([...values, ...distances, ...demands]);
}

async function readMediation(database: Database, input: ComparisonInput): Promise<Sayings> {
  const { mediators } = await mediationRecord(database, input);
  return new Map(
    mediators.flatMap((record): [string, string][] => {
      const name = record.actor.name;
      const write = (role: string, refs: readonly { readonly target: Ref }[]): [string, string][] =>
        refs.map(({ target }) => [`${name} ${role} ${target.name}`, "yes"]);
      return [
        ...write("mediated", record.mediated),
        ...write("offered to mediate", record.offered),
        ...write("hosted", record.hosted),
        ...record.proposals.map(({ proposal, answers }): [string, string] => [
          `${name} proposed ${proposal.name}`,
          answers.map(({ party, acts }) => `${party.name}: ${acts.join(", ") || "no answer"}`).join("; "),
        ]),
        ...record.judgements.map(({ statement }): [string, string] => [
          `${name} judged in ${statement.slug}`,
          "yes",
        ]),
      ];
    }),
  );
}

async function readPages<T>(
  fetchPage: (after: string | null) => Promise<{
    readonly items: readonly T[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  }>,
): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | null = null; ; ) {
    const page = await fetchPage(after);
    items.push(...page.items);
    if (!page.pageInfo.hasNextPage) return items;
    after = page.pageInfo.endCursor;
  }
}
