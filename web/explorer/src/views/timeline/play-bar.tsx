import { useEffect, useRef, useState } from "preact/hooks";
import { DAY_MS, dayOf } from "../../models/drawn-span.ts";
import type { TimeExtent } from "../../models/time-extent.ts";
import { writtenDay } from "../../models/written-date.ts";
import { texts } from "../../texts.ts";

interface PlayBarProps {
  readonly window: TimeExtent;
  /** The moment up to which time was played; null: all of the window. */
  readonly playedTo: number | null;
  /** `isLast`: the reader stopped here, so that it is worth a place in the address. */
  readonly onPlay: (moment: number | null, isLast: boolean) => void;
}

const STEP_COUNT = 160;
const STEP_MS = 110;

/** Plays through time: a button, and the same as a slider. */
export function PlayBar({ window, playedTo, onPlay }: PlayBarProps) {
  const [isPlaying, setPlaying] = useState(false);
  const [first, last] = [window.start / DAY_MS, window.end / DAY_MS - 1];
  const now = playedTo === null ? last : Math.min(last, Math.max(first, Math.floor(playedTo / DAY_MS)));
  const step = useRef(() => {});
  step.current = () => {
    const next = now + Math.max(1, Math.round((last - first) / STEP_COUNT));
    if (next < last) return onPlay(next * DAY_MS, false);
    setPlaying(false);
    onPlay(null, true);
  };
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => step.current(), STEP_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
  const toggle = () => {
    if (isPlaying) onPlay(now * DAY_MS, true);
    else if (now >= last) onPlay(first * DAY_MS, false);
    setPlaying(!isPlaying);
  };
  return (
    <div class="play-bar no-print">
      <button type="button" onClick={toggle}>
        {isPlaying ? texts.timeline.pause : texts.timeline.play}
      </button>
      <label>
        <span class="visually-hidden">{texts.timeline.upTo}</span>
        <input
          type="range"
          min={first}
          max={last}
          value={now}
          aria-valuetext={writtenDay(dayOf(now * DAY_MS))}
          onInput={(event) => {
            setPlaying(false);
            const day = Number(event.currentTarget.value);
            onPlay(day >= last ? null : day * DAY_MS, true);
          }}
        />
      </label>
      <output>{writtenDay(dayOf(now * DAY_MS))}</output>
    </div>
  );
}
