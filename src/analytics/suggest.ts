import { distance } from "fastest-levenshtein";
import { compareTexts } from "./refs.ts";

/** Something that may have been meant, with the texts by which a reader knows it. */
export interface Candidate {
  readonly id: string;
  readonly texts: readonly string[];
}

/**
 * Picks the ids that were probably meant by a text: those whose slug, name or alias is nearest to it.
 *
 * @returns At most three, nearest first; only those it fits exactly where there is one; none where nothing comes near.
 */
export function suggest(text: string, candidates: readonly Candidate[]): string[] {
  const wanted = normalise(text);
  const near = candidates
    .map(({ id, texts }) => ({
      id,
      strangeness: Math.min(...texts.map((known) => compare(wanted, normalise(known)))),
    }))
    .filter(({ strangeness }) => strangeness <= 0.4)
    .sort((left, right) => left.strangeness - right.strangeness || compareTexts(left.id, right.id))
    .slice(0, 3);
  const isCertain = near[0]?.strangeness === 0;
  return near.filter(({ strangeness }) => !isCertain || strangeness === 0).map(({ id }) => id);
}

/** Measures how far a known text is from the wanted one: 0 the same, 1 nothing in common. */
function compare(wanted: string, known: string): number {
  if (wanted === known) return 0;
  if (wanted.length >= 3 && known.includes(wanted))
    return 0.2 + (0.2 * (known.length - wanted.length)) / known.length;
  return distance(wanted, known) / Math.max(wanted.length, known.length, 1);
}

function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
}
