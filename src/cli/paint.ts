import type { Paint } from "../analytics/render/paint.ts";
import type { Output } from "./output.ts";

/** Gives each style of a rendered text its colour on this terminal. */
export function createPaint({ colours }: Pick<Output, "colours">): Paint {
  const styles: Record<Parameters<Paint>[0], (text: string) => string> = {
    heading: colours.bold,
    name: colours.cyan,
    act: colours.magenta,
    date: colours.green,
    quote: colours.italic,
    source: colours.blue,
    mark: colours.yellow,
    faint: colours.dim,
  };
  return (style, text) => styles[style](text);
}
