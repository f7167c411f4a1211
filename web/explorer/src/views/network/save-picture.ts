import { saveFile } from "../../parts/save-file.ts";

/** Properties that a drawing takes from the style sheet. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "paint-order",
] as const;

/** Saves a drawing as it looks, as an SVG file that stands alone. */
export function saveSvg(name: string, svg: SVGSVGElement): void {
  saveFile(`${name}.svg`, new Blob([writeSvg(svg)], { type: "image/svg+xml" }));
}

/** Pixels of the picture for each pixel of the page: sharp in print. */
const SHARPNESS = 2;

/** Saves a drawing as it looks, as a PNG of twice the size. */
export async function savePng(name: string, svg: SVGSVGElement): Promise<void> {
  const { width, height } = svg.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(writeSvg(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) saveFile(`${name}.png`, blob);
}

/** Writes a drawing with the styles that it has on the page, and without what is hidden. */
export function writeSvg(svg: SVGSVGElement): string {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  const twins = copy.querySelectorAll("*");
  for (const [place, element] of svg.querySelectorAll("*").entries()) {
    const twin = twins[place];
    if (twin) copyStyle(element, twin);
  }
  for (const twin of copy.querySelectorAll("[data-hidden]")) twin.remove();
  copy.prepend(makeGround(getComputedStyle(svg).backgroundColor));
  return new XMLSerializer().serializeToString(copy);
}

function copyStyle(element: Element, twin: Element): void {
  const style = getComputedStyle(element);
  for (const name of ["class", "style", "role", "tabindex", "data-id"]) twin.removeAttribute(name);
  if (element instanceof SVGTitleElement) return;
  if (style.display === "none") twin.setAttribute("data-hidden", "");
  for (const property of PROPERTIES) twin.setAttribute(property, style.getPropertyValue(property));
}

function makeGround(colour: string): SVGRectElement {
  const rectangle = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rectangle.setAttribute("width", "100%");
  rectangle.setAttribute("height", "100%");
  rectangle.setAttribute("fill", colour);
  return rectangle;
}
