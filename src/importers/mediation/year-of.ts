/** Gives the year of a row of mediation events; null where it is none. */
export function yearOf(cell: (name: string) => string): string | null {
  const year = cell("year").replace(/\.0$/, "");
  return /^\d{4}$/.test(year) ? year : null;
}
