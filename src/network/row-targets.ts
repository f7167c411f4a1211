import { TARGET_KINDS } from "../domain/vocabulary.ts";
import type { CaseIndex } from "./case-index.ts";
import type { NetworkData } from "./network-data.ts";
import type { NetworkOptions } from "./network-options.ts";
import type { Reading } from "./reading.ts";

/** Gives what statements count on. */
export interface RowTargets {
  /** Places in `ids` that a statement of a sign on a target counts on; empty: none. */
  of(target: number, sign: number): readonly number[];
  readonly ids: readonly string[];
}

/**
 * Prepares the targets of statements: themselves, or the demands of a proposal.
 *
 * On the level ISSUE they are still demands, of those that are about an issue: signs are compared within one demand.
 */
export function makeRowTargets(
  data: NetworkData,
  index: CaseIndex,
  options: NetworkOptions,
  level: Reading["level"],
): RowTargets {
  const { targetIds, targetKinds } = data.statements;
  const ids = [...targetIds];
  const places = new Map(ids.map((id, place) => [id, place]));
  const isWanted = makeIssueFilter(data, index, options);
  const kind = level === null ? null : KIND_OF_LEVEL[level];
  const fits = (id: string) => isWanted(id) && (level !== "ISSUE" || hasIssue(index, id));
  const direct = targetIds.map((id, place) => {
    const ownKind = TARGET_KINDS[targetKinds[place] ?? 0];
    return (kind === null || kind === ownKind) && fits(id) ? [place] : [];
  });
  const placeOf = (id: string) => {
    const place = places.get(id) ?? ids.length;
    if (place === ids.length) {
      places.set(id, place);
      ids.push(id);
    }
    return place;
  };
  const through = !options.throughProposals
    ? null
    : targetIds.map((id) => [...new Set(index.targets.get(id)?.demands ?? [])].filter(fits).map(placeOf));
  return {
    of(target, sign) {
      const own = direct[target] ?? [];
      return own.length > 0 || sign <= 0 ? own : (through?.[target] ?? own);
    },
    ids,
  };
}

const KIND_OF_LEVEL = {
  DEMAND: "Demand",
  ISSUE: "Demand",
  PROPOSAL: "Proposal",
  CLAIM: "Claim",
  MEETING: "Meeting",
} as const;

function hasIssue(index: CaseIndex, demand: string): boolean {
  return (index.targets.get(demand)?.issues.length ?? 0) > 0;
}

/** Keeps what is about one of the asked issues or about an issue that is part of one. */
function makeIssueFilter(
  data: NetworkData,
  index: CaseIndex,
  options: NetworkOptions,
): (target: string) => boolean {
  if (options.issues.length === 0) return () => true;
  const wanted = new Set(options.issues);
  let size = 0;
  while (size !== wanted.size) {
    size = wanted.size;
    for (const target of data.targets) {
      if (target.kind === "Issue" && target.issues.some((issue) => wanted.has(issue))) wanted.add(target.id);
    }
  }
  return (target) => index.targets.get(target)?.issues.some((issue) => wanted.has(issue)) ?? false;
}
