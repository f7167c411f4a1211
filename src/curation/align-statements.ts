import type { RecordOf } from "../domain/tables.ts";

type StatementRecord = RecordOf<"statements">;

/** A statement of each coder that stand for the same place of the document; null where the other coder has none. */
export interface AlignedPair {
  readonly left: StatementRecord | null;
  readonly right: StatementRecord | null;
}

/** Least share of common words (0–1) at which two quotes count as the same place. */
const LEAST_OVERLAP = 0.3;

interface Candidate {
  readonly left: number;
  readonly right: number;
  readonly overlap: number;
  readonly equalFields: number;
}

/**
 * Pairs the statements of two coders of one document by where their quotes stand.
 *
 * Two statements can be paired when their documents and locators are the same and their quotes share at least three words
 * in ten. Among several candidates the best overlap goes first; what several statements with the same quote say decides
 * only among these. Every statement appears exactly once, in the order of the left coder, then the rest of the right.
 */
export function alignStatements(
  left: readonly StatementRecord[],
  right: readonly StatementRecord[],
): AlignedPair[] {
  const partnerOf = matchGreedily(listCandidates(left, right));
  const taken = new Set(partnerOf.values());
  const paired = left.map((statement, index) => ({
    left: statement,
    right: right[partnerOf.get(index) ?? -1] ?? null,
  }));
  const rest = right
    .filter((_, index) => !taken.has(index))
    .map((statement) => ({ left: null, right: statement }));
  return [...paired, ...rest];
}

function listCandidates(left: readonly StatementRecord[], right: readonly StatementRecord[]): Candidate[] {
  const byPlace = groupByPlace(right);
  return left.flatMap((one, leftIndex) =>
    (byPlace.get(placeOf(one)) ?? []).flatMap((rightIndex) => {
      const other = right[rightIndex];
      if (!other) return [];
      const overlap = wordOverlap(one.quote ?? "", other.quote ?? "");
      if (overlap < LEAST_OVERLAP) return [];
      return [{ left: leftIndex, right: rightIndex, overlap, equalFields: countEqualFields(one, other) }];
    }),
  );
}

function groupByPlace(statements: readonly StatementRecord[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  statements.forEach((statement, index) => {
    const place = placeOf(statement);
    places.set(place, [...(places.get(place) ?? []), index]);
  });
  return places;
}

function placeOf(statement: StatementRecord): string {
  return JSON.stringify([[...statement.foundIn].sort(), statement.locator]);
}

function matchGreedily(candidates: readonly Candidate[]): Map<number, number> {
  const order = [...candidates].sort(
    (a, b) => b.overlap - a.overlap || b.equalFields - a.equalFields || a.left - b.left || a.right - b.right,
  );
  const partnerOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { left, right } of order) {
    if (partnerOf.has(left) || taken.has(right)) continue;
    partnerOf.set(left, right);
    taken.add(right);
  }
  return partnerOf;
}

function countEqualFields(left: StatementRecord, right: StatementRecord): number {
  const same = [
    left.act === right.act,
    left.target === right.target,
    left.status === right.status,
    [...left.actors].sort().join() === [...right.actors].sort().join(),
  ];
  return same.filter(Boolean).length;
}

/** Share of the shorter quote's words that stand in the other, 0–1; two empty quotes share all. */
function wordOverlap(left: string, right: string): number {
  const leftWords = new Set(wordsOf(left));
  const rightWords = new Set(wordsOf(right));
  const least = Math.min(leftWords.size, rightWords.size);
  if (least === 0) return leftWords.size === rightWords.size ? 1 : 0;
  return [...leftWords].filter((word) => rightWords.has(word)).length / least;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
