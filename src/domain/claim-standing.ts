import type { ClaimStanding } from "./vocabulary.ts";

/** One statement that asserts or disputes a claim. */
export interface Testimony {
  readonly isAssertion: boolean;
  /** Whether a document in which it was found speaks itself: its publisher or an author states it. */
  readonly isOwn: boolean;
}

/** Tells how a claim stands by what is said of it; null where nothing is. */
export function judgeStanding(testimonies: readonly Testimony[]): ClaimStanding | null {
  if (testimonies.length === 0) return null;
  const denials = testimonies.filter(({ isAssertion }) => !isAssertion);
  if (denials.some(({ isOwn }) => isOwn)) return "DENIED_BY_SOURCE";
  if (denials.length > 0) return "CONTESTED";
  return testimonies.some(({ isOwn }) => isOwn) ? "STATED_AS_FACT" : "ATTRIBUTED_ONLY";
}

/**
 * Finds the actors that speak in each document: whose name or an alias is that of its publisher or of an author.
 *
 * @returns Keys of actors by keys of documents.
 */
export function findVoices(
  actors: Iterable<{ readonly key: string; readonly names: readonly string[] }>,
  documents: Iterable<{ readonly key: string; readonly names: readonly string[] }>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const byName = new Map<string, string[]>();
  for (const { key, names } of actors)
    for (const name of names.map(foldName)) byName.set(name, [...(byName.get(name) ?? []), key]);
  return new Map(
    [...documents].map(({ key, names }) => [
      key,
      new Set(names.flatMap((name) => byName.get(foldName(name)) ?? [])),
    ]),
  );
}

function foldName(name: string): string {
  return name.normalize("NFKC").trim().toLocaleLowerCase("en");
}
