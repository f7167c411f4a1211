import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where each node stands, by id. */
export type Layout = ReadonlyMap<string, Point>;

export interface LayoutInput {
  readonly nodes: readonly { readonly id: string; readonly radius: number }[];
  readonly edges: readonly { readonly source: string; readonly target: string }[];
}

interface Body extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
}

const TICKS = 200;

/** The forces cool down to their end in as many ticks. */
const DECAY = 1 - 0.001 ** (1 / TICKS);

/** Time that the layout works before it lets the page breathe. */
const SPELL_MS = 30;

/**
 * Gives nodes their places by forces. The same network has the same layout at every visit: starting places follow from
 * the ids, and the forces draw no chance of their own.
 *
 * @param breathe - Gives the page its turn.
 */
export async function layOut(
  { nodes, edges }: LayoutInput,
  breathe: () => Promise<void> = nextTurn,
): Promise<Layout> {
  const bodies = nodes.map(({ id, radius }): Body => ({ id, radius, ...startOf(id, nodes.length) }));
  const simulation = forceSimulation(bodies)
    .alphaDecay(DECAY)
    .force(
      "links",
      forceLink<Body, { source: string | Body; target: string | Body }>(edges.map((edge) => ({ ...edge })))
        .id(({ id }) => id)
        .distance(56),
    )
    .force("charge", forceManyBody<Body>().strength(-190).distanceMax(700))
    .force("across", forceX<Body>().strength(0.045))
    .force("down", forceY<Body>().strength(0.07))
    .force(
      "collide",
      forceCollide<Body>(({ radius }) => radius + 4),
    )
    .stop();
  let spellStart = performance.now();
  for (let tick = 0; tick < TICKS; tick++) {
    simulation.tick();
    if (performance.now() - spellStart < SPELL_MS) continue;
    await breathe();
    spellStart = performance.now();
  }
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x: round(x), y: round(y) }]));
}

/** Spreads the starts over a disc by a hash of the id, so that a node starts alike in every network that it is in. */
function startOf(id: string, count: number): Point {
  const hash = hashText(id);
  const angle = ((hash & 0xffff) / 0x10000) * 2 * Math.PI;
  const distance = 14 * Math.sqrt(count) * Math.sqrt((hash >>> 16) / 0x10000);
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}

/** FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
