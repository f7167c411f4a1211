import type { NetworkEdge, NetworkNode } from "../network/network.ts";

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** Colours of nodes by kind, told apart also without red and green (Okabe and Ito). */
export const NODE_COLOURS: Readonly<Record<NetworkNode["kind"], Colour>> = {
  STATE: [0, 114, 178],
  PERSON: [230, 159, 0],
  ORGANIZATION: [0, 158, 115],
  COALITION: [86, 180, 233],
  GROUP: [204, 121, 167],
  Actor: [0, 114, 178],
  Issue: [240, 228, 66],
  Demand: [213, 94, 0],
  Proposal: [213, 94, 0],
  Meeting: [153, 153, 153],
  Event: [90, 90, 90],
  Claim: [180, 140, 60],
};

/** Colour of an edge: vermilion where it stands for opposition alone or on balance, else blue. */
export function edgeColour({
  weight,
  positive,
  negative,
}: Pick<NetworkEdge, "weight" | "positive" | "negative">): Colour {
  const isOpposed = weight < 0 || (negative > 0 && positive === 0);
  return isOpposed ? [213, 94, 0] : [0, 114, 178];
}
