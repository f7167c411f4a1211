import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { REM } from "./parts/scaled-svg.tsx";

/** Gives the width of an element in units of `ScaledSvg`, as it changes; 0 until it is there. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E | null>, number] {
  const place = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => setWidth((element.clientWidth / readRemPixels()) * REM);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}

function readRemPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
