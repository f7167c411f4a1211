import { transliterate } from "transliteration";
import { detach } from "./detach.ts";

const LONGEST = 60;

/**
 * Gives out slugs that are unique in a case.
 *
 * The same names in the same order always give the same slugs; the second of one name gets `-2`, the third `-3`.
 */
export class SlugBook {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();
  #reserved: RegExp | null = null;

  /** Keeps a family of slugs free that the importer gives to its statements by itself. */
  reserve(pattern: RegExp): void {
    this.#reserved = pattern;
  }

  /** Gives a free slug for a name; `fallback` serves where the name has no letter or digit. */
  claim(name: string, fallback: string): string {
    const wanted = slugify(name) || fallback;
    const base = this.#reserved?.test(wanted) ? `${fallback}-${wanted}` : wanted;
    if (!this.#taken.has(base)) return this.#take(base);
    let number = this.#next.get(base) ?? 2;
    while (this.#taken.has(`${base}-${number}`)) number += 1;
    this.#next.set(base, number + 1);
    return this.#take(`${base}-${number}`);
  }

  #take(slug: string): string {
    const own = detach(slug);
    this.#taken.add(own);
    return own;
  }
}

/** Makes a slug of a name or address: transliterated, lower case, parts joined by `-`, at most 60 characters; empty where nothing is left. */
export function slugify(name: string): string {
  const latin = /^[\x20-\x7e]*$/.test(name) ? name : transliterate(name);
  const slug = latin
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/['’`]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1).lastIndexOf("-");
  return slug.slice(0, cut > LONGEST / 2 ? cut : LONGEST).replace(/-$/, "");
}
