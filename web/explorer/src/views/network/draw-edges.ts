import type { Point } from "./lay-out.ts";

export interface EdgeLine {
  /** The line, as an SVG path. */
  readonly line: string;
  /** The arrowhead at the target's rim, as an SVG path; empty where the edge has no direction. */
  readonly head: string;
  /** Points on the line, by which a click finds it. */
  readonly points: readonly Point[];
}

interface EdgeEnds {
  readonly from: Point;
  readonly to: Point;
  /** Radius of the target, where the line ends. */
  readonly targetRadius: number;
  /** How far the line swings aside: edges that join the same two nodes lie side by side. */
  readonly swing: number;
  readonly isDirected: boolean;
}

const HEAD_LENGTH = 5;
const HEAD_WIDTH = 2.4;

/** Draws an edge as a line or an arc. */
export function drawEdge({ from, to, targetRadius, swing, isDirected }: EdgeEnds): EdgeLine {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
  const bend = { x: (from.x + to.x) / 2 + across.x * swing, y: (from.y + to.y) / 2 + across.y * swing };
  const points = sample(from, bend, to);
  if (!isDirected) return { line: arc(from, bend, to), head: "", points };
  // the line arrives along the bend's side of the curve
  const arrival = Math.hypot(to.x - bend.x, to.y - bend.y) || 1;
  const along = { x: (to.x - bend.x) / arrival, y: (to.y - bend.y) / arrival };
  const tip = move(to, along, -targetRadius);
  const foot = move(tip, along, -HEAD_LENGTH);
  const side = { x: -along.y, y: along.x };
  const head = `M${show(tip)}L${show(move(foot, side, HEAD_WIDTH))}L${show(move(foot, side, -HEAD_WIDTH))}Z`;
  return { line: arc(from, bend, foot), head, points };
}

/** Spreads edges that join the same two nodes: 0 for the first, then to this side and that. */
export function swings(edges: readonly { readonly source: string; readonly target: string }[]): number[] {
  const seen = new Map<string, number>();
  return edges.map(({ source, target }) => {
    const [first, second] = source < target ? [source, target] : [target, source];
    const place = seen.get(`${first} ${second}`) ?? 0;
    seen.set(`${first} ${second}`, place + 1);
    const side = Math.ceil(place / 2) * (place % 2 === 1 ? 1 : -1) * 14;
    // the normal turns with the direction
    return source < target ? side : -side;
  });
}

const SAMPLES = 24;

function sample(from: Point, bend: Point, to: Point): Point[] {
  return Array.from({ length: SAMPLES - 1 }, (_, place) => {
    const t = (place + 1) / SAMPLES;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
  });
}

function arc(from: Point, bend: Point, to: Point): string {
  return `M${show(from)}Q${show(bend)} ${show(to)}`;
}

function move({ x, y }: Point, direction: Point, distance: number): Point {
  return { x: x + direction.x * distance, y: y + direction.y * distance };
}

function show({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
