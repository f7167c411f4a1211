import { distance } from "fastest-levenshtein";

const COMPARISON_LIMIT = 2_000_000;

/** Gives ` Did you mean "…"?`, or nothing where no candidate is near. */
export type Suggest = (word: string, candidates: Iterable<string>) => string;

/**
 * Makes a `Suggest` that stops looking after two million comparisons, so that a large case full of unknown names is
 * still checked in seconds.
 */
export function createSuggest(): Suggest {
  let left = COMPARISON_LIMIT;
  return (word, candidates) => {
    const farthest = Math.min(3, Math.ceil(word.length * 0.4));
    let best: { word: string; distance: number } | null = null;
    for (const candidate of candidates) {
      if (left <= 0) break;
      left -= 1;
      if (Math.abs(candidate.length - word.length) > farthest) continue;
      if (/\d/.test(word) && withoutDigits(candidate) === withoutDigits(word)) continue;
      const found = distance(word.toLowerCase(), candidate.toLowerCase());
      if (found <= farthest && found < (best?.distance ?? Infinity))
        best = { word: candidate, distance: found };
    }
    return best ? ` Did you mean "${best.word}"?` : "";
  };
}

/** Names that differ in their numbers alone, such as round-1 and round-2, are no slips of one another. */
function withoutDigits(word: string): string {
  return word.replace(/\d/g, "");
}
