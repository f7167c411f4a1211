import { ScaledSvg } from "../../parts/scaled-svg.tsx";
import { texts } from "../../texts.ts";
import { SIGNS } from "./signs.ts";

/** What the signs and bands of the timeline mean. */
export function TimelineLegend() {
  const { signs } = texts.timeline;
  return (
    <details class="timeline-legend" open={matchMedia("(min-width: 40rem)").matches}>
      <summary>{texts.timeline.legend}</summary>
      <ul>
        {(["for", "half", "against", "neutral"] as const).map((side) => (
          <Item key={side} says={signs[side]}>
            <g class={`mark ${side} reported`}>
              <path class="sign" d={SIGNS[side]} transform="translate(14 8)" />
            </g>
          </Item>
        ))}
        <Item says={signs.hollow}>
          <g class="mark neutral claimed">
            <path class="sign" d={SIGNS.neutral} transform="translate(14 8)" />
          </g>
        </Item>
        <Item says={signs.lasted}>
          <g class="mark thing">
            <path class="lasted" d="M1 3H27V13H1Z" />
          </g>
        </Item>
        <Item says={signs.within}>
          <g class="mark thing">
            <path class="within" d="M1 3H27V13H1Z" />
          </g>
        </Item>
        <Item says={signs.uncertain}>
          <g class="mark thing uncertain">
            <path class="within" d="M1 3H27V13H1Z" />
          </g>
        </Item>
      </ul>
    </details>
  );
}

function Item({ says, children }: { readonly says: string; readonly children: preact.ComponentChildren }) {
  return (
    <li>
      <ScaledSvg aria-hidden="true" width={28} height={16}>
        {children}
      </ScaledSvg>{" "}
      {says}
    </li>
  );
}
