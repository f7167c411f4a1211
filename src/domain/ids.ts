const SLUG = /^[a-z0-9]+(?:[-_.~][a-z0-9]+)*$/;

/** Tells whether a text may name a thing: lower-case ASCII letters and digits, in parts joined by `-`, `_`, `.` or `~`. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
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
