import { expect } from "vitest";
import { search } from "../../../src/analytics/search.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { statementsOf } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** What has a word is found, by its name first, and whatever is found has it, or one that is like it. */
export async function agreeOnSearch(database: Database, dataset: Dataset): Promise<void> {
  await agreeOnNames(database, dataset);
  await agreeOnWords(database, dataset);
}

/** Whatever has exactly the words that are looked for as its name or an alias is found as such, and nothing else is. */
async function agreeOnNames(database: Database, dataset: Dataset): Promise<void> {
  const { actors, demands, proposals } = dataset.tables;
  const named = [
    ...actors.map(({ slug, name, aliases }) => ({ slug, names: [name, ...aliases] })),
    ...proposals.map(({ slug, title }) => ({ slug, names: [title] })),
  ];
  const kinds = ["Actor", "Proposal"] as const;
  for (const text of [...actors.map(({ name }) => name), ...demands.map((row) => row.text)].slice(0, 8)) {
    if (!wordsOf(text).split(" ").some(isWordToTheIndex)) continue;
    const { hits } = await search(database, { case: slugOf(dataset), text, kinds });
    const exact = hits.filter(({ rank }) => rank === "EXACT").map(({ slug }) => slug);
    const wanted = named.filter(({ names }) => names.some((name) => wordsOf(name) === wordsOf(text)));
    expect({ text, missing: wanted.filter(({ slug }) => !exact.includes(slug)) }).toEqual({
      text,
      missing: [],
    });
    expect(sorted(exact)).toEqual(sorted([...new Set(exact)]));
  }
}

/** English words that the index leaves out. */
const STOP_WORDS = new Set(
  "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split(
    " ",
  ),
);

/** The index knows the letters and digits of scripts in wide use, not those that Unicode took up of late. */
function isWordToTheIndex(word: string): boolean {
  return (
    /^(?:(?=[\p{L}\p{Nd}])[0-9A-Za-z\u00C0-\u07FF\u4E00-\u9FEF\uAC00-\uD7A3])+$/u.test(word) &&
    !STOP_WORDS.has(word)
  );
}

const FIELDS = [
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

interface Searched {
  readonly slug: string;
  readonly texts: readonly string[];
}

async function agreeOnWords(database: Database, dataset: Dataset): Promise<void> {
  const records = listSearched(dataset);
  for (const word of pickWords(records)) {
    const { hits } = await search(database, { case: slugOf(dataset), text: word });
    const has = ({ texts }: Searched) => texts.some((text) => wordsOf(text).split(" ").includes(word));
    const shown = hits.filter(({ rank }) => rank !== "SIMILAR").map(({ slug }) => slug);
    expect({ word, found: sorted(shown) }).toEqual({
      word,
      found: sorted(records.filter(has).map(({ slug }) => slug)),
    });
    for (const hit of hits.filter(({ rank }) => rank === "SIMILAR")) {
      const texts = records.find(({ slug }) => slug === hit.slug)?.texts ?? [];
      const words = texts.flatMap((text) => wordsOf(text).split(" "));
      // A word in another script is like it by its sound, which is not told here.
      const isLike = words.some((other) => /[^ -~]/.test(other) || isNear(word, other));
      expect({ word, hit: hit.slug, isLike }).toEqual({ word, hit: hit.slug, isLike: true });
    }
  }
}

function listSearched(dataset: Dataset): Searched[] {
  const { actors, issues, demands, proposals, meetings, events, claims, sources } = dataset.tables;
  const rows: readonly object[] = [
    ...[...actors, ...issues, ...demands, ...proposals, ...meetings, ...events, ...claims, ...sources],
    ...statementsOf(dataset),
  ];
  return rows.map((row) => {
    const values = row as Readonly<Record<string, string | readonly string[] | null>>;
    const texts = FIELDS.flatMap((field) => values[field] ?? []);
    return { slug: String(values.slug), texts };
  });
}

/** Some plain words of the texts, of five letters or more. */
function pickWords(records: readonly Searched[]): string[] {
  const all = records.flatMap(({ texts }) => texts).flatMap((text) => text.toLowerCase().split(/\s+/));
  const words = [...new Set(all.filter((word) => /^[a-z]{5,}$/.test(word)))].sort();
  return words.filter((_, index) => index % Math.ceil(words.length / 12) === 0);
}

/** Whether two words begin alike, or differ by one letter, or by two next to each other exchanged. */
function isNear(word: string, other: string): boolean {
  if (other.startsWith(word)) return true;
  const shorten = (text: string) => [
    text,
    ...[...text].map((_, at) => text.slice(0, at) + text.slice(at + 1)),
  ];
  return shorten(word).some((one) => shorten(other).includes(one));
}

/** The words of a text, in lower case. */
function wordsOf(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
    .map((word) => word.replace(/\p{M}/gu, ""))
    .filter(Boolean)
    .join(" ");
}
