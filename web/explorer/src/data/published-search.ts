import { PUBLISHED_NAMES, type PublishedName } from "../../../../src/questions/published.ts";
import type { SearchHit } from "../../../../src/questions/search.ts";
import { readPublished } from "./published.ts";

const MOST_HITS = 12;

/** Kinds in the order in which a reader looks for them. */
const KINDS = ["Actor", "Demand", "Proposal", "Meeting", "Issue", "Event", "Claim", "Source"];

/** Finds things of a published case by words of their names: by kind, those that begin with the text first. */
export async function searchPublished(
  text: string,
): Promise<{ readonly search: { readonly hits: readonly SearchHit[] } }> {
  const names = await readPublished<readonly PublishedName[]>(PUBLISHED_NAMES);
  const words = fold(text).split(/\s+/).filter(Boolean);
  const ranked = names
    .flatMap((thing) => {
      const found = [thing.name, ...thing.aliases].find((name) =>
        words.every((word) => fold(name).includes(word)),
      );
      return found === undefined ? [] : [{ thing, found, isStart: fold(found).startsWith(fold(text)) }];
    })
    .sort(
      (left, right) =>
        KINDS.indexOf(left.thing.kind) - KINDS.indexOf(right.thing.kind) ||
        Number(right.isStart) - Number(left.isStart),
    );
  const hits = ranked.slice(0, MOST_HITS).map(({ thing, found }) => ({
    id: thing.id,
    slug: thing.slug,
    name: thing.name,
    kind: thing.kind,
    matches: found === thing.name ? [] : [{ field: "aliases", snippet: found }],
    statement: null,
  }));
  return { search: { hits } };
}

/** Letters without marks, in lower case. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
