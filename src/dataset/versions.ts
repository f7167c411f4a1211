/** The parts of the slug of a retracted version: `s17~2` is number 2 of `s17`. */
export interface Version {
  readonly base: string;
  readonly number: number;
}

const VERSION = /^(.+)~([1-9]\d*)$/;

/** Splits the slug of a retracted version; null where the slug is none. */
export function parseVersion(slug: string): Version | null {
  const match = VERSION.exec(slug);
  return match?.[1] && match[2] ? { base: match[1], number: Number(match[2]) } : null;
}

/** Makes the slug of a retracted version. */
export function versionSlug(base: string, number: number): string {
  return `${base}~${number}`;
}
