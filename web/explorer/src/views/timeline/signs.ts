/** The side that an act takes. */
export type Side = "for" | "against" | "half" | "neutral";

/** Names the side of an act by its polarity. */
export function sideOf(polarity: number | null): Side {
  if (polarity === null || polarity === 0) return "neutral";
  if (Math.abs(polarity) < 1) return "half";
  return polarity > 0 ? "for" : "against";
}

/** A shape for each side, around its own middle, so that sides can be told apart without colour. */
export const SIGNS: Readonly<Record<Side, string>> = {
  for: "M0 -4.5L4.5 3.5H-4.5Z",
  against: "M0 4.5L4.5 -3.5H-4.5Z",
  half: "M0 -4.5L4.5 0L0 4.5L-4.5 0Z",
  neutral: "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z",
};
