import type { Layout } from "./lay-out.ts";

/** Scales at which more labels find room, from far to near. */
export const LABEL_SCALES = [0.12, 0.2, 0.35, 0.55, 0.85, 1.3, 2, 3] as const;

export interface LabelledNode {
  readonly id: string;
  readonly radius: number;
  readonly label: string;
}

/** Width of a letter and height of a line of labels, in rem. */
const LETTER = 0.41;
const LINE = 0.94;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Finds for each label the least scale at which it covers no label of a node before it.
 *
 * @param nodes - The most important first.
 * @returns Places in `LABEL_SCALES`, by id; a label that never finds room is at the last.
 */
export function placeLabels(
  nodes: readonly LabelledNode[],
  layout: Layout,
  { pixelsPerRem = 16 }: { readonly pixelsPerRem?: number } = {},
): ReadonlyMap<string, number> {
  const level = new Map<string, number>();
  for (const [place, scale] of LABEL_SCALES.entries()) {
    const taken: Box[] = [];
    const boxes = nodes.map((node) => ({ node, box: boxOf(node, layout, { scale, pixelsPerRem }) }));
    for (const { node, box } of boxes) if (level.has(node.id)) taken.push(box);
    for (const { node, box } of boxes) {
      if (level.has(node.id) || taken.some((other) => touches(box, other))) continue;
      level.set(node.id, place);
      taken.push(box);
    }
  }
  for (const { id } of nodes) if (!level.has(id)) level.set(id, LABEL_SCALES.length - 1);
  return level;
}

/** Gives the place in `LABEL_SCALES` that a scale reaches; the first where it is smaller than all. */
export function levelOf(scale: number): number {
  return Math.max(
    LABEL_SCALES.findLastIndex((least) => scale >= least),
    0,
  );
}

interface ScreenScale {
  readonly scale: number;
  readonly pixelsPerRem: number;
}

function boxOf(
  { id, radius, label }: LabelledNode,
  layout: Layout,
  { scale, pixelsPerRem }: ScreenScale,
): Box {
  const { x, y } = layout.get(id) ?? { x: 0, y: 0 };
  const half = (label.length * LETTER * pixelsPerRem) / 2;
  const top = (y + radius) * scale;
  return { left: x * scale - half, right: x * scale + half, top, bottom: top + LINE * pixelsPerRem };
}

function touches(left: Box, right: Box): boolean {
  return (
    left.left < right.right && right.left < left.right && left.top < right.bottom && right.top < left.bottom
  );
}
