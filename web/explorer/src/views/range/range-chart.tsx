import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from "d3-scale";
import type { ActorRange, GapBetween, StatedValue } from "../../../../../src/questions/range.ts";
import { dayMs } from "../../models/drawn-span.ts";
import { gapBands } from "../../models/gap-bands.ts";
import { spreadLabels, stretches, valueExtent } from "../../models/range-series.ts";
import { writtenDate } from "../../models/written-date.ts";
import { ScaledSvg } from "../../parts/scaled-svg.tsx";
import { texts } from "../../texts.ts";
import { useWidth } from "../../use-width.ts";

interface RangeChartProps {
  readonly ranges: readonly ActorRange[];
  /** The two whose distance is filled; null: none. */
  readonly gap: GapBetween | null;
  readonly unit: string;
  /** ISO day at which the chart ends. */
  readonly lastDay: string;
  /** Id of the statement that is open beside; empty: none. */
  readonly chosen: string;
  readonly onChoose: (statementSlug: string) => void;
}

interface Scales {
  readonly x: ScaleTime<number, number>;
  readonly y: ScaleLinear<number, number>;
}

const HEIGHT = 340;
const MARGIN = { top: 16, bottom: 28, left: 64 } as const;
/** Room for the names beside the lines; on a narrow page they stand below. */
const LABELS_FROM = 640;
const LABEL_WIDTH = 230;
const LABEL_HEIGHT = 30;

/** Each actor's values over time as a line of steps, and the room between two of them. */
export function RangeChart({ ranges, gap, unit, lastDay, chosen, onChoose }: RangeChartProps) {
  const [place, width] = useWidth<HTMLDivElement>();
  const hasLabels = width >= LABELS_FROM;
  const right = width - (hasLabels ? LABEL_WIDTH : 12);
  const scales = makeScales(ranges, lastDay, right);
  return (
    <div class="range-chart" ref={place}>
      {width === 0 ? null : (
        <ScaledSvg role="group" aria-label={texts.range.chart} width={width} height={HEIGHT}>
          <Axes scales={scales} unit={unit} right={right} />
          <Bands ranges={ranges} gap={gap} lastDay={lastDay} scales={scales} unit={unit} />
          {ranges.map((range, index) => (
            <Line
              key={range.actor.id}
              range={range}
              series={index}
              above={ranges.slice(0, index)}
              lastDay={lastDay}
              scales={scales}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
          {hasLabels ? <Labels ranges={ranges} scales={scales} left={right} /> : null}
        </ScaledSvg>
      )}
      {hasLabels ? null : <NamesBelow ranges={ranges} />}
    </div>
  );
}

/** Writes a value as it was printed, with how it is meant. */
export function writeValue({ low, high, bound, valuePrinted }: StatedValue): string {
  const number = low === high ? writeNumber(low) : `${writeNumber(low)}–${writeNumber(high)}`;
  const word = texts.range.bounds[bound ?? ""] ?? "";
  const meant = valuePrinted?.includes(word) || bound === "RANGE" ? "" : word;
  return [valuePrinted ? `“${valuePrinted}”` : number, meant && `(${meant})`].filter(Boolean).join(" ");
}

/** Writes a number with its thousands apart. */
export function writeNumber(value: number): string {
  return value.toLocaleString(texts.locale);
}

function makeScales(ranges: readonly ActorRange[], lastDay: string, right: number): Scales {
  const values = ranges.flatMap(({ steps }) => steps.flatMap((step) => step.values));
  const days = ranges.flatMap(({ steps }) =>
    steps.flatMap(({ from, values: held }) => [
      from,
      ...held.flatMap(({ statement }) => statement.earliest ?? []),
    ]),
  );
  const first = dayMs([...days].sort()[0] ?? lastDay);
  const last = dayMs(lastDay);
  const margin = (last - first || 86_400_000 * 30) * 0.04;
  return {
    x: scaleUtc([first - margin, last + margin], [MARGIN.left, right]),
    y: scaleLinear(valueExtent(values), [HEIGHT - MARGIN.bottom, MARGIN.top]),
  };
}

function Axes({
  scales: { x, y },
  unit,
  right,
}: {
  readonly scales: Scales;
  readonly unit: string;
  readonly right: number;
}) {
  const format = x.tickFormat();
  return (
    <g class="axes">
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <line class="grid" x1={MARGIN.left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={MARGIN.left - 6} y={y(tick) + 4} text-anchor="end">
            {writeNumber(tick)}
          </text>
        </g>
      ))}
      {x.ticks(Math.max(2, Math.round((right - MARGIN.left) / 100))).map((tick) => (
        <text key={tick.getTime()} x={x(tick)} y={HEIGHT - 8} text-anchor="middle">
          {format(tick)}
        </text>
      ))}
      <text x={MARGIN.left + 4} y={12}>
        {unit}
      </text>
    </g>
  );
}

interface LineProps extends Pick<RangeChartProps, "lastDay" | "chosen" | "onChoose"> {
  readonly range: ActorRange;
  readonly series: number;
  /** Those drawn before: where they hold the same value, this line runs beside theirs. */
  readonly above: readonly ActorRange[];
  readonly scales: Scales;
}

function Line({ range, series, above, lastDay, scales: { x, y }, chosen, onChoose }: LineProps) {
  return (
    <g class={`series series-${series % SERIES_COUNT}`}>
      {stretches(range.steps, lastDay).map(({ from, until, value }) => {
        const [left, end] = [x(dayMs(from)), x(dayMs(until))];
        const beside = countSame(above, value) * BESIDE;
        const [top, bottom] = [y(value.high) + beside, y(value.low) + beside];
        const { earliest, slug } = value.statement;
        return (
          <g key={`${from} ${value.demand.id}`}>
            {top === bottom ? null : (
              <rect class="span" x={left} y={top} width={end - left} height={bottom - top} />
            )}
            <path
              class="held"
              d={`M${left} ${bottom}H${end}${top === bottom ? "" : `M${left} ${top}H${end}`}`}
            />
            {earliest && earliest < from ? (
              <path class="not-known" d={`M${x(dayMs(earliest))} ${bottom}H${left}`} />
            ) : null}
            {/* biome-ignore lint/a11y/useSemanticElements: a drawing holds no button elements */}
            <g
              role="button"
              class="point"
              tabindex={0}
              aria-pressed={slug === chosen}
              aria-label={describePoint(range, value)}
              data-mark={slug}
              onClick={() => onChoose(slug)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" && event.key !== " ") return;
                event.preventDefault();
                onChoose(slug);
              }}
            >
              <title>{describePoint(range, value)}</title>
              <circle class="hit" cx={left} cy={bottom} r={12} />
              <path
                class="sign"
                d={MARKERS[series % SERIES_COUNT] ?? ""}
                transform={`translate(${left} ${bottom})`}
              />
            </g>
          </g>
        );
      })}
    </g>
  );
}

/** Just enough that two lines are told apart: the number is read off the axis. */
const BESIDE = 4;

function countSame(ranges: readonly ActorRange[], { low, high }: StatedValue): number {
  return ranges.filter(({ steps }) =>
    steps.some(({ values }) => values.some((other) => other.low === low && other.high === high)),
  ).length;
}

/** Lines differ by dash, markers by shape: colour only helps. */
const MARKERS = [
  "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z",
  "M-5 -5H5V5H-5Z",
  "M0 -6L6 5H-6Z",
  "M0 -6L6 0L0 6L-6 0Z",
] as const;
const SERIES_COUNT = MARKERS.length;

function describePoint({ actor }: ActorRange, value: StatedValue): string {
  return `${actor.name}: ${writeValue(value)}, ${writtenDate(value.statement.date)}`;
}

interface BandsProps extends Pick<RangeChartProps, "ranges" | "gap" | "lastDay" | "unit"> {
  readonly scales: Scales;
}

function Bands({ ranges, gap, lastDay, unit, scales: { x, y } }: BandsProps) {
  const left = ranges.find(({ actor }) => actor.id === gap?.left.id);
  const right = ranges.find(({ actor }) => actor.id === gap?.right.id);
  if (!gap || !left || !right) return null;
  return (
    <g class="gap">
      {gapBands(left, right, { history: gap.history, lastDay }).map(({ from, until, low, high }) => {
        const [start, end] = [x(dayMs(from)), x(dayMs(until))];
        return (
          <g key={from}>
            <rect x={start} y={y(high)} width={Math.max(2, end - start)} height={y(low) - y(high)} />
            {end - start < 90 || y(low) - y(high) < 20 ? null : (
              <text x={(start + end) / 2} y={(y(low) + y(high)) / 2 + 4} text-anchor="middle">
                {texts.range.gapOf(writeNumber(high - low), unit)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Labels({
  ranges,
  scales: { y },
  left,
}: {
  readonly ranges: readonly ActorRange[];
  readonly scales: Scales;
  readonly left: number;
}) {
  const labelled = ranges.flatMap((range, series) => {
    const value = range.steps.at(-1)?.values.at(-1);
    return value ? [{ range, series, value }] : [];
  });
  const heights = spreadLabels(
    labelled.map(({ value }) => y(value.low)),
    { distance: LABEL_HEIGHT, bottom: HEIGHT - MARGIN.bottom },
  );
  return (
    <>
      {labelled.map(({ range, series, value }, index) => (
        <text
          key={range.actor.id}
          class={`label series-${series % SERIES_COUNT}`}
          x={left + 8}
          y={heights[index]}
        >
          <tspan class="name">{range.actor.name}</tspan>
          <tspan x={left + 8} dy="1.2em">
            {writeValue(value)}
          </tspan>
        </text>
      ))}
    </>
  );
}

function NamesBelow({ ranges }: { readonly ranges: readonly ActorRange[] }) {
  return (
    <ul class="range-names">
      {ranges.map(({ actor, steps }, series) => {
        const value = steps.at(-1)?.values.at(-1);
        return (
          <li key={actor.id} class={`series series-${series % SERIES_COUNT}`}>
            <ScaledSvg aria-hidden="true" width={34} height={14}>
              <path class="held" d="M0 7H34" />
              <path class="sign" d={MARKERS[series % SERIES_COUNT] ?? ""} transform="translate(17 7)" />
            </ScaledSvg>{" "}
            <b>{actor.name}</b> {value ? writeValue(value) : texts.range.nothingHeld}
          </li>
        );
      })}
    </ul>
  );
}
