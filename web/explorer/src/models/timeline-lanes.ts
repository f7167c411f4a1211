import { type DrawnSpan, drawnSpan } from "./drawn-span.ts";
import { type Extent, packRows } from "./pack-rows.ts";
import { placeInWindow, type TimeExtent } from "./time-extent.ts";

/** The lanes of the timeline, from above. */
export const LANE_KINDS = ["Meeting", "Proposal", "Event", "Statement"] as const;

export type LaneKind = (typeof LANE_KINDS)[number];

/** What has a place in a lane. */
export interface LaneEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly date: string | null;
  readonly dateBasis: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** An entry with the span that it is drawn over. */
export interface SpannedEntry<E> {
  readonly entry: E;
  readonly span: DrawnSpan;
}

/** A mark of a lane; `left` and `right` in pixels, cut at the edges of the window. */
export interface LaneMark<E> extends SpannedEntry<E> {
  readonly left: number;
  readonly right: number;
  readonly row: number;
  /** Where its label finds room: beside the mark, or, where that fills the window, over it. */
  readonly labelSide: "left" | "right" | "inside";
  /** Lies only partly in the window: a filter on its dates leaves it out. */
  readonly isPartly: boolean;
}

export interface Lane<E> {
  readonly kind: LaneKind;
  /** In order of time. */
  readonly marks: readonly LaneMark<E>[];
  readonly rowCount: number;
  /** How many found no row. */
  readonly hiddenCount: number;
}

export interface LaneOptions {
  readonly window: TimeExtent;
  /** Pixels from the start of the window to its end. */
  readonly width: number;
  /** Pixels that the label of an entry takes beside its mark; 0: none. */
  readonly labelWidth: (entry: LaneEntry) => number;
  readonly maxRows: number;
}

/** The least width of a mark, so that a day can be seen and hit. */
export const MARK_WIDTH = 9;

/** Parts entries into those that have a place in time and those that have none. */
export function partByDate<E extends LaneEntry>(
  entries: readonly E[],
): { readonly dated: readonly SpannedEntry<E>[]; readonly undated: readonly E[] } {
  const dated: SpannedEntry<E>[] = [];
  const undated: E[] = [];
  for (const entry of entries) {
    const span = drawnSpan(entry);
    if (span === null) undated.push(entry);
    else dated.push({ entry, span });
  }
  return { dated, undated };
}

/** Lays entries out in one lane a kind: each as wide as its date, none over another. Lanes without entries are left out. */
export function timelineLanes<E extends LaneEntry>(
  dated: readonly SpannedEntry<E>[],
  options: LaneOptions,
): readonly Lane<E>[] {
  const shown = dated.filter(({ span }) => placeInWindow(span, options.window) !== "OUTSIDE");
  return LANE_KINDS.map((kind) => layOut(kind, shown, options)).filter(
    ({ marks, hiddenCount }) => marks.length + hiddenCount > 0,
  );
}

function layOut<E extends LaneEntry>(
  kind: LaneKind,
  shown: readonly SpannedEntry<E>[],
  options: LaneOptions,
): Lane<E> {
  const placed = shown
    .filter(({ entry }) => entry.kind === kind)
    .map(({ entry, span }) => ({ entry, span, ...place(span, options.labelWidth(entry), options) }))
    .sort((a, b) => a.extent.left - b.extent.left || (a.entry.id < b.entry.id ? -1 : 1));
  const extents = placed.map(({ extent }) => extent);
  const { rows, rowCount, hiddenCount } = packRows(extents, { gap: 0, maxRows: options.maxRows });
  const marks = placed.flatMap(({ extent: _extent, ...mark }, index) => {
    const row = rows[index];
    return typeof row === "number" ? [{ ...mark, row }] : [];
  });
  marks.sort((a, b) => a.left - b.left || a.right - b.right);
  return { kind, marks, rowCount, hiddenCount };
}

interface Place extends Pick<LaneMark<never>, "left" | "right" | "labelSide" | "isPartly"> {
  /** The mark with its label. */
  readonly extent: Extent;
}

function place(span: DrawnSpan, labelWidth: number, { window, width }: LaneOptions): Place {
  const { left, right } = extentOf(span, window, width);
  const labelSide = right + labelWidth <= width ? "right" : left >= labelWidth ? "left" : "inside";
  return {
    left,
    right,
    extent: {
      left: labelSide === "left" ? left - labelWidth : left,
      right: labelSide === "right" ? right + labelWidth : right,
    },
    labelSide,
    isPartly: placeInWindow(span, window) === "TOUCHES",
  };
}

function extentOf(span: DrawnSpan, window: TimeExtent, width: number): Extent {
  const scale = width / (window.end - window.start);
  const left = Math.max(0, ((span.start ?? window.start) - window.start) * scale);
  const right = Math.min(width, ((span.end ?? window.end) - window.start) * scale);
  const missing = Math.max(0, MARK_WIDTH - (right - left)) / 2;
  const shift = Math.max(0, missing - left) - Math.max(0, right + missing - width);
  return { left: left - missing + shift, right: right + missing + shift };
}
