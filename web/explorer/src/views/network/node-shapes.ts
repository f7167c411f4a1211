/** Outlines of nodes by kind, in a circle of radius 1: kinds are told apart without colour. */
const OUTLINES: Readonly<Record<string, string>> = {
  STATE: polygon(4, Math.PI / 4),
  PERSON: circle(0.9),
  ORGANIZATION: polygon(6, 0),
  COALITION: polygon(8, Math.PI / 8),
  GROUP: polygon(5, -Math.PI / 2),
  Demand: polygon(3, -Math.PI / 2),
  Issue: polygon(3, Math.PI / 2),
  Proposal: "M-.75 -.95H.35L.75 -.55V.95H-.75Z",
  Meeting: polygon(4, 0),
  Event: star(),
  Claim: "M-.95 -.8H.95V.45H-.1L-.5 .95V.45H-.95Z",
};

/** Gives the outline of a kind of node as an SVG path. */
export function outlineOf(kind: string): string {
  return OUTLINES[kind] ?? circle(0.9);
}

function circle(radius: number): string {
  return `M${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

function polygon(corners: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, corner) =>
    onCircle(1, turn + (2 * Math.PI * corner) / corners),
  );
  return `M${points.join("L")}Z`;
}

function star(): string {
  const points = Array.from({ length: 10 }, (_, corner) =>
    onCircle(corner % 2 === 0 ? 1.1 : 0.5, -Math.PI / 2 + (Math.PI * corner) / 5),
  );
  return `M${points.join("L")}Z`;
}

function onCircle(radius: number, angle: number): string {
  return `${(radius * Math.cos(angle)).toFixed(3)} ${(radius * Math.sin(angle)).toFixed(3)}`;
}
