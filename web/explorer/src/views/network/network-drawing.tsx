import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { texts } from "../../texts.ts";
import { drawEdge, type EdgeLine, swings } from "./draw-edges.ts";
import { classOf, type EdgeClass } from "./edge-classes.ts";
import type { Layout, Point } from "./lay-out.ts";
import type { LoadedEdge } from "./load-network.ts";
import type { Picture, PictureNode } from "./make-picture.ts";
import { neighbourTowards } from "./neighbour-towards.ts";
import { outlineOf } from "./node-shapes.ts";
import { placeLabels } from "./place-labels.ts";
import { useZoom, type ZoomHandle } from "./use-zoom.ts";

interface NetworkDrawingProps {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly isDirected: boolean;
  /** Ids of the nodes that stand out; null: all are alike. */
  readonly lit: ReadonlySet<string> | null;
  /** Key of the edge that is open. */
  readonly openEdge: string;
  /** Slug of the node that is open. */
  readonly focus: string;
  readonly onNode: (slug: string) => void;
  readonly onEdge: (key: string) => void;
  readonly svg: RefObject<SVGSVGElement | null>;
}

interface DrawnEdge {
  readonly edge: LoadedEdge;
  readonly line: EdgeLine;
  readonly edgeClass: EdgeClass;
  readonly width: number;
}

/** The network as a drawing: pan, zoom, click; with the keyboard arrows walk from node to node. */
export function NetworkDrawing(props: NetworkDrawingProps) {
  const { picture, layout, isDirected, lit, openEdge, focus, onNode, onEdge, svg } = props;
  const ground = useRef<SVGGElement>(null);
  const zoomed = useZoom(svg, ground, layout);
  const edges = useMemo(() => drawEdges(picture, layout, isDirected), [picture, layout, isDirected]);
  const focused = picture.nodes.find(({ slug }) => slug === focus);
  const focusedPoint = focused && layout.get(focused.id);
  useEffect(() => {
    if (focusedPoint) zoomed.goTo(focusedPoint);
  }, [focusedPoint, zoomed]);
  return (
    <div class="network-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing can hold no fieldset */}
      <svg
        ref={svg}
        class={`network ${lit ? "is-lit" : ""}`}
        role="group"
        aria-label={texts.network.drawing(picture.nodes.length, picture.edges.length)}
        onClick={(event) => openNearest(event, { edges, ground: ground.current, onEdge })}
        onPointerOver={showName}
        onFocusIn={showName}
        onKeyDown={(event) => handleKey(event, { picture, layout, zoomed })}
      >
        <g ref={ground}>
          <g>
            {edges.map(({ edge, line, edgeClass, width }) => (
              <path
                key={edge.key}
                d={line.line}
                stroke-width={width}
                class={`edge ${edgeClass.toLowerCase()}${edge.isReported ? "" : " unreported"}${isLitEdge(edge, lit) ? " lit" : ""}${edge.key === openEdge ? " open" : ""}`}
              />
            ))}
            <Heads edges={edges} lit={lit} />
          </g>
          {picture.nodes.toReversed().map((node) => (
            <Node
              key={node.id}
              node={node}
              point={layout.get(node.id) ?? ORIGIN}
              isLit={lit?.has(node.id) ?? false}
              isOpen={node.slug === focus}
              isReached={node === (focused ?? picture.nodes[0])}
              onOpen={onNode}
            />
          ))}
          <Labels picture={picture} layout={layout} lit={lit} focus={focus} />
        </g>
      </svg>
      <ZoomTools zoomed={zoomed} />
    </div>
  );
}

const ORIGIN: Point = { x: 0, y: 0 };

/** All arrowheads of a colour in one element: a third fewer to move. */
function Heads({
  edges,
  lit,
}: {
  readonly edges: readonly DrawnEdge[];
  readonly lit: ReadonlySet<string> | null;
}) {
  const heads = new Map<string, string>();
  for (const { edge, line, edgeClass } of edges) {
    if (line.head === "") continue;
    const style = `head ${edgeClass.toLowerCase()}${isLitEdge(edge, lit) ? " lit" : ""}`;
    heads.set(style, (heads.get(style) ?? "") + line.head);
  }
  return (
    <>
      {[...heads].map(([style, path]) => (
        <path key={style} class={style} d={path} />
      ))}
    </>
  );
}

interface NodeProps {
  readonly node: PictureNode;
  readonly point: Point;
  readonly isLit: boolean;
  readonly isOpen: boolean;
  /** Whether Tab reaches it; the others are reached from there with the arrows. */
  readonly isReached: boolean;
  readonly onOpen: (slug: string) => void;
}

function Node({ node, point, isLit, isOpen, isReached, onOpen }: NodeProps) {
  const { slug, name, kind, radius, statementCount } = node;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing can hold no button
    <g
      class={`node ${kind.toLowerCase()}${isLit ? " lit" : ""}${isOpen ? " open" : ""}`}
      transform={`translate(${point.x} ${point.y})`}
      role="button"
      tabindex={isReached ? 0 : -1}
      data-id={node.id}
      aria-label={texts.network.node(name, kind, statementCount)}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(slug);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onOpen(slug);
      }}
    >
      <path d={outlineOf(kind)} transform={`scale(${radius})`} />
      <title>{name}</title>
    </g>
  );
}

/** Names, above all nodes; those that find no room beside what stands out wait until the drawing is nearer. */
function Labels({
  picture: { nodes },
  layout,
  lit,
  focus,
}: Pick<NetworkDrawingProps, "picture" | "layout" | "lit" | "focus">) {
  const levels = useMemo(() => {
    const rank = ({ id, slug }: PictureNode) => (slug === focus ? 0 : lit?.has(id) ? 1 : 2);
    const order = nodes.toSorted((left, right) => rank(left) - rank(right));
    return placeLabels(order, layout, { pixelsPerRem: readPixelsPerRem() });
  }, [nodes, layout, lit, focus]);
  return (
    <>
      {nodes.map(({ id, slug, label, radius }) => {
        const { x, y } = layout.get(id) ?? ORIGIN;
        return (
          <text
            key={id}
            class={`label at-${levels.get(id) ?? 0}${lit?.has(id) ? " lit" : ""}${slug === focus ? " open" : ""}`}
            data-label={id}
            x={x}
            y={y + radius}
            dy="1em"
          >
            {label}
          </text>
        );
      })}
    </>
  );
}

function readPixelsPerRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** Shows the name of the node under the pointer or the focus; written to the element, so that nothing is drawn anew. */
function showName(event: Event): void {
  const svg = event.currentTarget as SVGSVGElement;
  const id = (event.target as Element).closest<SVGGElement>("[data-id]")?.dataset.id;
  for (const label of svg.querySelectorAll(".label.pointed")) label.classList.remove("pointed");
  if (id !== undefined) svg.querySelector(`[data-label="${CSS.escape(id)}"]`)?.classList.add("pointed");
}

function ZoomTools({ zoomed }: { readonly zoomed: ZoomHandle }) {
  return (
    <div class="zoom-tools no-print">
      <button type="button" aria-label={texts.network.zoomIn} onClick={() => zoomed.scaleBy(1.4)}>
        +
      </button>
      <button type="button" aria-label={texts.network.zoomOut} onClick={() => zoomed.scaleBy(1 / 1.4)}>
        −
      </button>
      <button type="button" onClick={zoomed.fit}>
        {texts.network.fit}
      </button>
    </div>
  );
}

function drawEdges({ nodes, edges }: Picture, layout: Layout, isDirected: boolean): DrawnEdge[] {
  const radii = new Map(nodes.map(({ id, radius }) => [id, radius]));
  const heaviest = Math.max(...edges.map(({ weight }) => Math.abs(weight)), 1);
  const aside = swings(edges);
  return edges.map((edge, place) => ({
    edge,
    line: drawEdge({
      from: layout.get(edge.source) ?? ORIGIN,
      to: layout.get(edge.target) ?? ORIGIN,
      targetRadius: radii.get(edge.target) ?? 0,
      swing: aside[place] ?? 0,
      isDirected,
    }),
    edgeClass: classOf(edge),
    width: 1 + 3.5 * Math.sqrt(Math.abs(edge.weight) / heaviest),
  }));
}

function isLitEdge({ source, target }: LoadedEdge, lit: ReadonlySet<string> | null): boolean {
  return lit?.has(source) === true && lit.has(target);
}

interface NearestOptions {
  readonly edges: readonly DrawnEdge[];
  readonly ground: SVGGElement | null;
  readonly onEdge: (key: string) => void;
}

/** Pixels that a click may miss an edge by. */
const REACH = 10;

function openNearest(event: MouseEvent, { edges, ground, onEdge }: NearestOptions): void {
  const matrix = ground?.getScreenCTM();
  if (!matrix) return;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  let nearest = { distance: REACH / matrix.a, key: "" };
  for (const { edge, line } of edges) {
    for (const point of line.points) {
      const distance = Math.hypot(point.x - x, point.y - y);
      if (distance < nearest.distance) nearest = { distance, key: edge.key };
    }
  }
  if (nearest.key !== "") onEdge(nearest.key);
}

interface KeyOptions {
  readonly picture: Picture;
  readonly layout: Layout;
  readonly zoomed: ZoomHandle;
}

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

function handleKey(event: KeyboardEvent, { picture, layout, zoomed }: KeyOptions): void {
  if (event.key === "+") zoomed.scaleBy(1.4);
  if (event.key === "-") zoomed.scaleBy(1 / 1.4);
  if (event.key === "0") zoomed.fit();
  const direction = DIRECTIONS[event.key];
  const from = (event.target as Element).closest<SVGGElement>("[data-id]");
  if (!direction || !from) return;
  event.preventDefault();
  const next = neighbourTowards(
    from.dataset.id ?? "",
    direction,
    picture.nodes.map(({ id }) => ({ id, ...(layout.get(id) ?? ORIGIN) })),
  );
  if (next) from.ownerSVGElement?.querySelector<SVGGElement>(`[data-id="${CSS.escape(next)}"]`)?.focus();
}
