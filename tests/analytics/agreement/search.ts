import { expect } from "vitest";
import { search } from "../../../src/analytics/search.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** Whatever has exactly the words that are looked for as its name or an alias is found as such, and nothing else is. */
export async function agreeOnSearch(database: Database, dataset: Dataset): Promise<void> {
  const { actors, demands, proposals } = dataset.tables;
  const named = [
    ...actors.map(({ slug, name, aliases }) => ({ slug, names: [name, ...aliases] })),
    ...proposals.map(({ slug, title }) => ({ slug, names: [title] })),
  ];
  const kinds = ["Actor", "Proposal"] as const;
  for (const text of [...actors.map(({ name }) => name), ...demands.map((row) => row.text)].slice(0, 8)) {
    if (wordsOf(text) === "" || wordsOf(text).split(" ").length > 20) continue;
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
