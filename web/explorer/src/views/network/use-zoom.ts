import { select } from "d3-selection";
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Layout, Point } from "./lay-out.ts";
import { levelOf } from "./place-labels.ts";

export interface ZoomHandle {
  /** Shows the whole drawing. */
  readonly fit: () => void;
  readonly scaleBy: (factor: number) => void;
  /** Brings a point into the middle, near enough to be read. */
  readonly goTo: (point: Point) => void;
}

const LEAST_SCALE = 0.1;
const MOST_SCALE = 8;
const READING_SCALE = 1.4;

/**
 * Pans and zooms a drawing by wheel, drag and pinch. The transform is written to the element itself: no part is drawn
 * anew, which keeps it smooth.
 */
export function useZoom(
  svg: RefObject<SVGSVGElement | null>,
  ground: RefObject<SVGGElement | null>,
  layout: Layout,
): ZoomHandle {
  const behaviour = useRef<ZoomBehavior<SVGSVGElement, unknown> | null>(null);
  useEffect(() => {
    if (!svg.current) return;
    behaviour.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent([LEAST_SCALE, MOST_SCALE])
      .on("zoom", ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (!ground.current || !svg.current) return;
        ground.current.setAttribute("transform", transform.toString());
        ground.current.style.setProperty("--scale", String(transform.k));
        svg.current.dataset.level = String(levelOf(transform.k));
      });
    const selection = select(svg.current).call(behaviour.current);
    return () => {
      selection.on(".zoom", null);
    };
  }, [svg, ground]);
  const handle = useMemo(() => makeHandle(svg, behaviour, layout), [svg, layout]);
  useEffect(() => handle.fit(), [handle]);
  return handle;
}

function makeHandle(
  svg: RefObject<SVGSVGElement | null>,
  behaviour: RefObject<ZoomBehavior<SVGSVGElement, unknown> | null>,
  layout: Layout,
): ZoomHandle {
  const withBoth = (
    act: (element: SVGSVGElement, zoomed: ZoomBehavior<SVGSVGElement, unknown>) => void,
  ): void => {
    if (svg.current && behaviour.current) act(svg.current, behaviour.current);
  };
  return {
    fit: () =>
      withBoth((element, zoomed) => {
        const { scale, x, y } = fitInto(element.getBoundingClientRect(), [...layout.values()]);
        zoomed.transform(select(element), zoomIdentity.translate(x, y).scale(scale));
      }),
    scaleBy: (factor) => withBoth((element, zoomed) => zoomed.scaleBy(select(element), factor)),
    goTo: ({ x, y }) =>
      withBoth((element, zoomed) => {
        const { width, height } = element.getBoundingClientRect();
        const scale = Math.max(READING_SCALE, zoomTransform(element).k);
        const transform = zoomIdentity.translate(width / 2 - x * scale, height / 2 - y * scale).scale(scale);
        zoomed.transform(select(element), transform);
      }),
  };
}

/** Names at the sides need more room than those above and below. */
const MOST_MARGIN = { across: 90, down: 40 } as const;

/** A small network is not blown up beyond this. */
const MOST_FITTED = 3;

function fitInto(
  { width, height }: { readonly width: number; readonly height: number },
  points: readonly Point[],
): { scale: number; x: number; y: number } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs, 0);
  const top = Math.min(...ys, 0);
  const across = Math.max(...xs, 1) - left;
  const down = Math.max(...ys, 1) - top;
  const room = {
    across: width - 2 * Math.min(MOST_MARGIN.across, width / 14),
    down: height - 2 * Math.min(MOST_MARGIN.down, height / 20),
  };
  const scale = Math.min(room.across / across, room.down / down, MOST_FITTED);
  return {
    scale,
    x: width / 2 - (left + across / 2) * scale,
    y: height / 2 - (top + down / 2) * scale,
  };
}
