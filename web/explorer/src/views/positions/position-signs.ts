import type { Position } from "../../../../../src/questions/positions.ts";

/** Where an actor stands, as a sign that can be told apart without colour. */
export const POSITION_SIGNS: Readonly<Record<Position, string>> = {
  FOR: "+",
  CONDITIONAL: "(+)",
  RESERVED: "(−)",
  AGAINST: "−",
  MIXED: "±",
  WITHDRAWN: "○",
};

/** Gives the class that tints a position. */
export function positionClass(position: Position): string {
  return `position ${position.toLowerCase()}`;
}
