/** Puts original values into a note, `key: value; key: value`; empty ones are left away, null where none is left. */
export function formatNote(pairs: Iterable<readonly [string, string | null | undefined]>): string | null {
  let note = "";
  for (const [key, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    note += note === "" ? `${key}: ${value}` : `; ${key}: ${value}`;
  }
  return note === "" ? null : note;
}
