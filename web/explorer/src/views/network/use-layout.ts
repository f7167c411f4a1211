import { useEffect, useState } from "preact/hooks";
import { type Layout, type LayoutInput, layOut, type Point } from "./lay-out.ts";

const KEY = "demarche-layout";
const KEPT_LAYOUTS = 8;

/** Gives the layout of a network, kept between visits where the browser allows it; null while it is worked out. */
export function useLayout(input: LayoutInput): Layout | null {
  const key = describe(input);
  const [made, setMade] = useState<{ readonly key: string; readonly layout: Layout } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the input
  useEffect(() => {
    let isCurrent = true;
    const known = readKept()[key];
    const settle = (layout: Layout) => isCurrent && setMade({ key, layout });
    if (known) settle(new Map(known));
    else {
      layOut(input).then((layout) => {
        keep(key, layout);
        settle(layout);
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return made?.key === key ? made.layout : null;
}

/** A short name for a network: the same nodes and edges have the same. */
function describe({ nodes, edges }: LayoutInput): string {
  const text = [
    ...nodes.map(({ id, radius }) => `${id} ${radius}`),
    ...edges.map(({ source, target }) => `${source} ${target}`),
  ].join("\n");
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum = (Math.imul(sum, 31) + text.charCodeAt(index)) | 0;
  return `${nodes.length} ${edges.length} ${sum}`;
}

type Kept = Record<string, readonly (readonly [string, Point])[]>;

function readKept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

function keep(key: string, layout: Layout): void {
  const others = Object.entries(readKept()).slice(1 - KEPT_LAYOUTS);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries([...others, [key, [...layout]]])));
  } catch {
    // it is worked out again at the next visit, to the same places
  }
}
