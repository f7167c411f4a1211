import { writtenDay } from "../../models/written-date.ts";
import { texts } from "../../texts.ts";

interface DateSliderProps {
  /** The ISO days on which something changed, in order; at least one. */
  readonly stops: readonly string[];
  /** The day that is looked at; empty: the last. */
  readonly day: string;
  /** An empty text is the last day. */
  readonly onChoose: (day: string) => void;
}

/** Moves among the days on which a position changed. */
export function DateSlider({ stops, day, onChoose }: DateSliderProps) {
  const last = stops.length - 1;
  const index =
    day === ""
      ? last
      : Math.max(
          0,
          stops.findLastIndex((stop) => stop <= day),
        );
  const choose = (next: number) => onChoose(next >= last ? "" : (stops[next] ?? ""));
  const shown = stops[index] ?? "";
  return (
    <div class="date-slider no-print">
      <button type="button" disabled={index === 0} onClick={() => choose(index - 1)}>
        <span aria-hidden="true">‹ </span>
        {texts.positions.earlier}
      </button>
      <label>
        <span class="visually-hidden">{texts.positions.asOf}</span>
        <input
          type="range"
          min={0}
          max={last}
          value={index}
          aria-valuetext={writtenDay(shown)}
          onInput={(event) => choose(Number(event.currentTarget.value))}
        />
      </label>
      <button type="button" disabled={index === last} onClick={() => choose(index + 1)}>
        {texts.positions.later}
        <span aria-hidden="true"> ›</span>
      </button>
      <output>{texts.positions.asOfDay(writtenDay(shown))}</output>
    </div>
  );
}
