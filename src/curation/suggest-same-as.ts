import { distance } from "fastest-levenshtein";
import { transliterate } from "transliteration";
import type { ActorKind } from "../domain/vocabulary.ts";

/** What is known of an actor when one looks for its doubles. */
export interface ActorNames {
  /** `case/slug`. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: ActorKind;
  readonly iso3: string | null;
  readonly wikidata: string | null;
}

export const SAME_AS_REASONS = {
  WIKIDATA: "the same Wikidata item",
  ISO3: "the same ISO code",
  NAME: "the same name",
  TRANSLITERATION: "the same name in another script",
  PART_OF_NAME: "one name holds the other",
  SPELLING: "names spelt alike",
} as const;

export type SameAsReason = keyof typeof SAME_AS_REASONS;

export interface SameAsSuggestion {
  readonly left: string;
  readonly right: string;
  /** 0–1; 1 for equal identifiers. */
  readonly score: number;
  readonly reason: SameAsReason;
  /** The two texts that led to it. */
  readonly evidence: readonly [string, string];
}

/** Scores by reason; SPELLING scores its own likeness instead. */
const SCORES = { WIKIDATA: 1, ISO3: 1, NAME: 0.95, TRANSLITERATION: 0.9, PART_OF_NAME: 0.7 } as const;

/** Least likeness of two spellings, 1 − edit distance / length of the longer. */
const LEAST_LIKENESS = 0.85;
/** What is only spelt alike scores less than the same name. */
const MOST_FOR_SPELLING = 0.9;
/** Shorter names differ by too little to say anything. */
const LEAST_LENGTH = 5;

/**
 * Suggests which actors may be the same, within a case and across cases; nothing is linked by itself.
 *
 * Only actors of one kind are compared, and different identifiers of one sort rule a pair out. A pair appears once, with
 * its best reason, the left id before the right one in order of text; the best scores come first, then by id.
 *
 * @param leastScore - Leaves out what scores less, 0–1.
 */
export function suggestSameAs(actors: readonly ActorNames[], leastScore = 0.6): SameAsSuggestion[] {
  const indexed = actors.map(indexActor).sort((a, b) => (a.actor.id < b.actor.id ? -1 : 1));
  const suggestions = new Map<string, SameAsSuggestion>();
  for (const block of blocksOf(indexed)) {
    for (const [at, left] of block.entries()) {
      for (const right of block.slice(at + 1)) {
        const key = `${left.actor.id} ${right.actor.id}`;
        const suggestion = suggestions.has(key) ? null : comparePair(left, right);
        if (suggestion && suggestion.score >= leastScore) suggestions.set(key, suggestion);
      }
    }
  }
  return [...suggestions.values()].sort(
    (a, b) => b.score - a.score || (a.left + a.right < b.left + b.right ? -1 : 1),
  );
}

interface IndexedName {
  readonly printed: string;
  /** Its words in the order of the alphabet: family names come first or last. */
  readonly folded: string;
  readonly latin: string;
  /** As `latin`, with what the systems of transliteration write differently made alike. */
  readonly sound: string;
}

interface IndexedActor {
  readonly actor: ActorNames;
  readonly names: readonly IndexedName[];
}

function indexActor(actor: ActorNames): IndexedActor {
  const names = [actor.name, ...actor.aliases].map((printed) => {
    const latin = fold(transliterate(printed));
    return { printed, folded: sortWords(fold(printed)), latin, sound: soundOf(latin) };
  });
  return { actor, names: names.filter(({ folded }) => folded !== "") };
}

function sortWords(text: string): string {
  return text.split(" ").sort().join(" ");
}

/** Spellings of one sound, in order: Zelenskyy, Zelenskyi and Zelenskiy; Yermak and Iermak; Yanukovych and Ianoukovitch. */
const SOUNDS = [
  [/[yj]/g, "i"],
  [/ii+/g, "i"],
  [/(?<![aeou])i(?=[aeou])/g, ""],
  [/w/g, "v"],
  [/tch/g, "ch"],
  [/t[sz]/g, "c"],
  [/o[ou]/g, "u"],
  [/kh/g, "h"],
  [/([^aeiou])\1/g, "$1"],
] as const;

function soundOf(latin: string): string {
  return SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin);
}

/** Lower case, without accents and punctuation. */
function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Actors are compared only where a word of a name begins alike, or an identifier is the same: all pairs would be too many.
function blocksOf(actors: readonly IndexedActor[]): IterableIterator<IndexedActor[]> {
  const blocks = new Map<string, IndexedActor[]>();
  for (const indexed of actors) {
    const { kind, iso3, wikidata } = indexed.actor;
    const beginnings = indexed.names.flatMap(({ sound }) => sound.split(" ").map((word) => word.slice(0, 3)));
    const keys = new Set(
      [...beginnings, iso3 && `iso3 ${iso3}`, wikidata && `wikidata ${wikidata}`].filter(Boolean),
    );
    for (const key of keys) {
      const block = blocks.get(`${kind} ${key}`);
      if (block) block.push(indexed);
      else blocks.set(`${kind} ${key}`, [indexed]);
    }
  }
  return blocks.values();
}

function comparePair(left: IndexedActor, right: IndexedActor): SameAsSuggestion | null {
  const identifiers = compareIdentifiers(left.actor, right.actor);
  if (identifiers === "DIFFERENT") return null;
  const found = identifiers ?? compareNames(left, right);
  return found && { left: left.actor.id, right: right.actor.id, ...found };
}

type Finding = Pick<SameAsSuggestion, "score" | "reason" | "evidence">;

function compareIdentifiers(left: ActorNames, right: ActorNames): Finding | "DIFFERENT" | null {
  for (const [reason, property] of [
    ["WIKIDATA", "wikidata"],
    ["ISO3", "iso3"],
  ] as const) {
    const one = left[property];
    const other = right[property];
    if (!one || !other) continue;
    return one === other ? { score: SCORES[reason], reason, evidence: [one, other] } : "DIFFERENT";
  }
  return null;
}

function compareNames(left: IndexedActor, right: IndexedActor): Finding | null {
  let best: Finding | null = null;
  for (const one of left.names) {
    for (const other of right.names) {
      const found = compareTwoNames(one, other);
      if (found && (!best || found.score > best.score)) best = found;
    }
  }
  return best;
}

function compareTwoNames(one: IndexedName, other: IndexedName): Finding | null {
  const evidence = [one.printed, other.printed] as const;
  if (one.folded === other.folded) return { score: SCORES.NAME, reason: "NAME", evidence };
  const [left, right] = [sortWords(one.sound), sortWords(other.sound)];
  const isOtherScript = isLatin(one.printed) !== isLatin(other.printed);
  if (isOtherScript && left === right)
    return { score: SCORES.TRANSLITERATION, reason: "TRANSLITERATION", evidence };
  if (holdsWords(one.sound, other.sound))
    return { score: SCORES.PART_OF_NAME, reason: "PART_OF_NAME", evidence };
  if (Math.min(left.length, right.length) < LEAST_LENGTH) return null;
  const likeness = Math.max(likenessOf(one.sound, other.sound), likenessOf(left, right));
  const score = round(Math.min(likeness * 0.95, MOST_FOR_SPELLING));
  return likeness >= LEAST_LIKENESS ? { score, reason: "SPELLING", evidence } : null;
}

function likenessOf(left: string, right: string): number {
  return 1 - distance(left, right) / Math.max(left.length, right.length);
}

function isLatin(text: string): boolean {
  return !/[^\p{Script=Latin}\P{L}]/u.test(text);
}

// "Zelensky" in "Volodymyr Zelensky", but not "South" in "South Africa": the part has to be the last word of the whole
function holdsWords(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= LEAST_LENGTH && long.endsWith(` ${short}`);
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
