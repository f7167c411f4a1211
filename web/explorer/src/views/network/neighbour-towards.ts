import type { Point } from "./lay-out.ts";

/** Gives the id of the nearest place in a direction; what lies aside counts as farther. Null: nothing lies there. */
export function neighbourTowards(
  id: string,
  direction: Point,
  places: readonly (Point & { readonly id: string })[],
): string | null {
  const from = places.find((place) => place.id === id);
  if (!from) return null;
  let best: { id: string; distance: number } | null = null;
  for (const { id: other, x, y } of places) {
    const along = (x - from.x) * direction.x + (y - from.y) * direction.y;
    const aside = Math.abs((x - from.x) * direction.y - (y - from.y) * direction.x);
    if (other === id || along <= 0 || aside > along) continue;
    const distance = along + 2 * aside;
    if (!best || distance < best.distance) best = { id: other, distance };
  }
  return best?.id ?? null;
}
