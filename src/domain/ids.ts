const SLUG = /^[a-z0-9]+(?:[-_.~][a-z0-9]+)*$/;

/** Most characters of a slug: ids stand in addresses and in index keys, which Neo4j limits to about 8,000 bytes. */
export const MOST_SLUG_CHARACTERS = 200;

/**
 * Tells whether a text may name a thing: at most 200 lower-case ASCII letters and digits, in parts joined by `-`, `_`, `.`
 * or `~`.
 */
export function isSlug(text: string): boolean {
  return text.length <= MOST_SLUG_CHARACTERS && SLUG.test(text);
}

/** Gives the slug nearest to a text; "" where none of its characters fits. */
export function toSlug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Makes the id of a thing in a case, `case/slug`; the id of a case is its slug alone. */
export function makeId(caseSlug: string, slug: string): string {
  return `${caseSlug}/${slug}`;
}

/** Splits `case/slug`; `caseSlug` is null where only a slug was given. */
export function parseId(text: string): { caseSlug: string | null; slug: string } {
  const slash = text.indexOf("/");
  if (slash < 0) return { caseSlug: null, slug: text };
  return { caseSlug: text.slice(0, slash), slug: text.slice(slash + 1) };
}
