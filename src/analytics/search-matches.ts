import { distance } from "fastest-levenshtein";
import { countEdits, type SearchQuery, splitWords } from "./search-query.ts";

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
      const at = findWord(text, query.spellings);
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

/** Finds where a word begins that is one of the spellings, begins with one, or is near one; the best of these first. */
function findWord(text: string, spellings: readonly string[]): number | null {
  const places = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    at: match.index,
    word: splitWords(match[0]).join(""),
  }));
  const tests = [
    (word: string, wanted: string) => word === wanted,
    (word: string, wanted: string) => wanted.length >= 3 && word.startsWith(wanted),
    (word: string, wanted: string) => distance(word, wanted) <= countEdits(wanted),
  ];
  for (const test of tests) {
    const place = places.find(({ word }) => spellings.some((wanted) => test(word, wanted)));
    if (place) return place.at;
  }
  return null;
}

function cutSnippet(text: string, at: number): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  const start = Math.max(0, Math.min(at - SNIPPET_LENGTH / 4, text.length - SNIPPET_LENGTH));
  const end = Math.min(text.length, start + SNIPPET_LENGTH);
  return `${start > 0 ? "…" : ""}${text.slice(start, end).trim()}${end < text.length ? "…" : ""}`;
}
