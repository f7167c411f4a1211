/** Gives the findings that are there with every source counted, and gone without some. */
export function fallenFindings<F extends { readonly id: string }>(
  all: readonly F[],
  left: readonly { readonly id: string }[],
): readonly F[] {
  const staying = new Set(left.map(({ id }) => id));
  return all.filter(({ id }) => !staying.has(id));
}
