import type { EditFields } from "./edit.ts";

const LONGEST = 80;

/**
 * Names a statement after who did what about what: `northland-demanded-zone-40`, with a number where that is taken.
 *
 * @returns Null where what it is to be named after was not sent.
 */
export function nameStatement(fields: EditFields, isTaken: (slug: string) => boolean): string | null {
  const { actors, act, target } = fields;
  if (typeof act !== "string" || typeof target !== "string") return null;
  const [actor = "nobody"] = [actors].flat().filter((name) => typeof name === "string");
  const words = `${actor} ${act} ${target}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words.join("-").slice(0, LONGEST).replace(/-$/, "");
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? name : `${name}-${number}`;
    if (!isTaken(slug)) return slug;
  }
}
