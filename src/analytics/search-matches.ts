import { distance } from "fastest-levenshtein";
import { type SearchQuery, type SearchWord, splitWords } from "./search-query.ts";

/** The properties that are searched, in the order in which a match is shown. */
export const SEARCHED_FIELDS = [
  "name",
  "title",
  "aliases",
  "text",
  "summary",
  "quote",
  "publisher",
  "author",
  "outcome",
  "place",
  "valuePrinted",
  "note",
] as const;

export type SearchedField = (typeof SEARCHED_FIELDS)[number];

/** Where a search matched. */
export interface SearchMatch {
  readonly field: SearchedField;
  /** The text around the first word that matched; `…` where it is cut. */
  readonly snippet: string;
}

/** How well a record fits, best first: its name or an alias is the text; they hold all its words; another text does. */
export type SearchRank = "EXACT" | "ALL_WORDS" | "SIMILAR";

export type SearchedTexts = Readonly<Partial<Record<SearchedField, string | readonly string[]>>>;

const SNIPPET_LENGTH = 160;

/** Finds the fields of a record in which a query matched, the first place in each. */
export function findMatches(record: SearchedTexts, query: SearchQuery): SearchMatch[] {
  return SEARCHED_FIELDS.flatMap((field) => {
    for (const text of textsOf(record, field)) {
      const at = findPlace(text, query.spelled);
      if (at !== null) return [{ field, snippet: cutSnippet(text, at) }];
    }
    return [];
  });
}

/** Tells how well a record fits a query. */
export function rankRecord(record: SearchedTexts, query: SearchQuery): SearchRank {
  const names = (["name", "title", "aliases"] as const)
    .flatMap((field) => textsOf(record, field))
    .map(splitWords);
  const phrases = [query.words.join(" "), ...query.alsoTried];
  if (names.some((words) => phrases.includes(words.join(" ")))) return "EXACT";
  const texts = SEARCHED_FIELDS.flatMap((field) => textsOf(record, field)).map(
    (text) => new Set(splitWords(text)),
  );
  return texts.some((words) => phrases.some((phrase) => phrase.split(" ").every((word) => words.has(word))))
    ? "ALL_WORDS"
    : "SIMILAR";
}

function textsOf(record: SearchedTexts, field: SearchedField): readonly string[] {
  const value = record[field];
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** Tells whether a record has a word as it is, or a longer one that begins with it. */
export function hasWord(record: SearchedTexts, { spellings }: SearchWord): boolean {
  return SEARCHED_FIELDS.flatMap((field) => textsOf(record, field)).some((text) =>
    splitWords(text).some((word) => spellings.some((wanted) => isSame(word, wanted) || begins(word, wanted))),
  );
}

/** Finds where a word begins that is one of the spellings, begins with one, or is near one; the best of these first. */
function findPlace(text: string, spelled: readonly SearchWord[]): number | null {
  const places = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    at: match.index,
    word: splitWords(match[0]).join(""),
  }));
  for (const test of [isSame, begins, isNear]) {
    const place = places.find(({ word }) =>
      spelled.some(({ spellings, edits }) => spellings.some((wanted) => test(word, wanted, edits))),
    );
    if (place) return place.at;
  }
  return null;
}

function isSame(word: string, wanted: string): boolean {
  return word === wanted;
}

function begins(word: string, wanted: string): boolean {
  return wanted.length >= 3 && word.startsWith(wanted);
}

function isNear(word: string, wanted: string, edits: number): boolean {
  return edits > 0 && (distance(word, wanted) <= edits || isExchanged(word, wanted));
}

/** Two letters next to each other exchanged are one mistake to the index, and two to the distance. */
function isExchanged(word: string, wanted: string): boolean {
  const at = [...wanted].findIndex((letter, index) => letter !== word[index]);
  const exchanged = `${wanted.slice(0, at)}${wanted.charAt(at + 1)}${wanted.charAt(at)}${wanted.slice(at + 2)}`;
  return at >= 0 && word === exchanged;
}

function cutSnippet(text: string, at: number): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  const start = Math.max(0, Math.min(at - SNIPPET_LENGTH / 4, text.length - SNIPPET_LENGTH));
  const end = Math.min(text.length, start + SNIPPET_LENGTH);
  return `${start > 0 ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
}
