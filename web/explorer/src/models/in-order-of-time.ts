interface Dated {
  readonly id: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Puts statements into order of time by first day, last day and id; those without any day apart, in the order given. */
export function inOrderOfTime<S extends Dated>(
  statements: readonly S[],
): { readonly dated: readonly S[]; readonly undated: readonly S[] } {
  const hasDay = ({ earliest, latest }: Dated) => earliest !== null || latest !== null;
  const key = ({ earliest, latest, id }: Dated) => `${earliest ?? latest} ${latest ?? "9999"} ${id}`;
  return {
    dated: statements.filter(hasDay).toSorted((left, right) => (key(left) < key(right) ? -1 : 1)),
    undated: statements.filter((statement) => !hasDay(statement)),
  };
}
