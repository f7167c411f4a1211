import type { Position } from "../../../../../src/questions/positions.ts";
import { texts } from "../../texts.ts";
import { POSITION_SIGNS, positionClass } from "./position-signs.ts";

/** What the signs of the matrix mean. */
export function PositionLegend() {
  return (
    <ul class="position-legend small">
      {(Object.keys(POSITION_SIGNS) as Position[]).map((position) => (
        <li key={position}>
          <span class={positionClass(position)}>{POSITION_SIGNS[position]}</span>{" "}
          {texts.positions.words[position]}
        </li>
      ))}
      <li>
        <span aria-hidden="true">↺</span> {texts.positions.reversed}
      </li>
      <li>
        <span aria-hidden="true">≠</span> {texts.positions.split}
      </li>
      <li>
        <span class="position for claimed">+</span> {texts.positions.onClaim}
      </li>
    </ul>
  );
}
