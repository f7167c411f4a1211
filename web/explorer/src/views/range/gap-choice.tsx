import type { GapBetween } from "../../../../../src/questions/range.ts";
import { writtenDay } from "../../models/written-date.ts";
import { texts } from "../../texts.ts";
import { writeNumber } from "./range-chart.tsx";

interface GapChoiceProps {
  readonly gaps: readonly GapBetween[];
  /** Index among the gaps. */
  readonly chosen: number;
  readonly unit: string;
  readonly onChoose: (index: number) => void;
}

/** Which two sides are compared, and how far they are apart, from day to day. */
export function GapChoice({ gaps, chosen, unit, onChoose }: GapChoiceProps) {
  const gap = gaps[chosen];
  if (!gap) return null;
  return (
    <section class="gap-choice">
      <label class="field">
        {texts.range.between}
        <select value={String(chosen)} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
          {gaps.map(({ left, right }, index) => (
            <option key={`${left.id} ${right.id}`} value={String(index)}>
              {left.name} – {right.name}
            </option>
          ))}
        </select>
      </label>
      <p>
        <strong>
          {gap.gap === null ? texts.range.noGap : texts.range.gapOf(writeNumber(gap.gap), unit)}
        </strong>{" "}
        {texts.range.trends[gap.trend]}
      </p>
      <ul class="small soft">
        {gap.history.map(({ from, gap: step }) => (
          <li key={from}>
            {writtenDay(from)}: {step === null ? texts.range.noGap : `${writeNumber(step)} ${unit}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
