import { transliterate } from "transliteration";
import { toCyrillic } from "./to-cyrillic.ts";

/** A word of a search, with how it may be spelled. */
export interface SearchWord {
  /** The word itself, then the same in the other script. */
  readonly spellings: readonly string[];
  /** How many letters may be mistyped, 0 to 2. */
  readonly edits: number;
}

/** What a user's text becomes: its words, the same in the other script, and the query for the index. */
export interface SearchQuery {
  /** Lower case, without signs; empty where the text has no letter or digit. */
  readonly words: readonly string[];
  /** The text in other spellings that are tried as well. */
  readonly alsoTried: readonly string[];
  /** The same words with all that may be matched, for finding the place of a match. */
  readonly spelled: readonly SearchWord[];
  /** What the index may hold otherwise than `words` tell: terms of its query language, all signs escaped. */
  readonly written: readonly string[];
  readonly lucene: string;
}

const MOST_WORDS = 24;
const LONGEST_WORD = 64;
const LATIN_WORD = /^[a-z]{3,}$/;
/** Fields in which two letters may be mistyped: the index pays for each. */
const TWICE_FORGIVING = ["name", "aliases", "title", "text", "quote"] as const;

/**
 * Writes the index query for a user's text.
 *
 * Only letters and digits of the text reach the query, and signs with a backslash before each, so that no operator of the
 * query language can be written in it. Words of three letters and more may differ by one letter. Every word is also tried in
 * the other script, and behind what is elided before it: `ukraine` finds "l'Ukraine".
 */
export function writeSearchQuery(text: string): SearchQuery {
  const words = splitWords(text).slice(0, MOST_WORDS);
  const spelled = words.map((word) => ({ spellings: spellWord(word), edits: Math.min(1, countEdits(word)) }));
  const written = listWritten(text).filter((term) => !words.includes(term));
  const also = [0, 1].map((index) =>
    spelled.map(({ spellings }) => spellings[index + 1] ?? spellings[0]).join(" "),
  );
  const alsoTried = [...new Set(also)].filter((phrase) => phrase !== words.join(" "));
  return { words, alsoTried, spelled, written, lucene: writeLucene(spelled, written) };
}

/**
 * Writes the query again for the words that stand nowhere as they are: those of six letters and more may differ by two.
 *
 * Two mistyped letters cost the index many times what one does, so they are looked for only where that may help.
 *
 * @returns Null where every such word was found.
 */
export function forgiveMore(query: SearchQuery, isFound: (word: SearchWord) => boolean): SearchQuery | null {
  const spelled = query.spelled.map((word) => {
    const edits = countEdits(word.spellings[0] ?? "");
    return edits > word.edits && !isFound(word) ? { ...word, edits } : word;
  });
  const isSame = spelled.every((word, index) => word === query.spelled[index]);
  return isSame ? null : { ...query, spelled, lucene: writeLucene(spelled, query.written) };
}

/**
 * Writes the query once more for the words as they are alone. Their beginnings and what is near them become, in the index,
 * as many words as there are, and of those it takes a thousand or so.
 */
export function writePlainLucene({ spelled, written }: SearchQuery): string {
  const words = [...spelled.flatMap(({ spellings }) => spellings), ...written];
  return words.map((word) => `${word}^1`).join(" OR ");
}

/** Splits a text into its words: runs of letters and digits, in lower case, composed (NFC), without further accents. */
export function splitWords(text: string): string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => word.replace(/\p{M}/gu, "").slice(0, LONGEST_WORD)).filter(Boolean);
}

/**
 * Gives what stands between two gaps as it was written, composed and decomposed. The index splits that as it split the texts:
 * it holds "U.S." as one word, and accents of their own as letters.
 */
function listWritten(text: string): string[] {
  const pieces = text.split(/\s+/u).slice(0, MOST_WORDS);
  const forms = pieces
    .map(trimSigns)
    .flatMap((piece) => [piece, piece.normalize("NFC"), piece.normalize("NFD")]);
  return [...new Set(forms.filter(Boolean).map(escapeSigns))];
}

function trimSigns(piece: string): string {
  return /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su.exec([...piece].slice(0, LONGEST_WORD).join(""))?.[0] ?? "";
}

/** In lower case, letter by letter as the index does, for a word in capital letters may be an operator. */
function escapeSigns(piece: string): string {
  const letters = [...piece].map((letter) => letter.toLowerCase()).join("");
  return letters.replace(/[^\p{L}\p{N}\p{M}]/gu, "\\$&");
}

function spellWord(word: string): string[] {
  const latin = splitWords(transliterate(word)).join("");
  const cyrillic = LATIN_WORD.test(word) ? toCyrillic(word) : "";
  return [...new Set([word, latin, cyrillic])].filter(Boolean);
}

function writeLucene(spelled: readonly SearchWord[], written: readonly string[]): string {
  const words = spelled.map(
    ({ spellings, edits }) =>
      `(${spellings.map((word, index) => writeWord(word, index, edits)).join(" OR ")})`,
  );
  return [...words, ...written.map((term) => `${term}^4`)].join(" OR ");
}

/** The word itself weighs most, then its beginning, then what is near it; another script weighs half. */
function writeWord(word: string, spelling: number, edits: number): string {
  const weight = spelling === 0 ? 1 : 0.5;
  const terms = [`${word}^${8 * weight}`];
  if (word.length >= 3) terms.push(`${word}*^${2 * weight}`);
  if (LATIN_WORD.test(word)) terms.push(`/.{1,2}'${word}/^${2 * weight}`);
  if (edits === 1) terms.push(`${word}~1^${weight}`);
  if (edits === 2) terms.push(...TWICE_FORGIVING.map((field) => `${field}:${word}~2^${weight}`));
  return terms.join(" OR ");
}

/** Gives how many letters of a word may be mistyped at most. */
function countEdits(word: string): 0 | 1 | 2 {
  const { length } = [...word];
  if (length < 3) return 0;
  return length <= 5 ? 1 : 2;
}
