import type { JSX } from "preact";

/** Units of a drawing in one rem: a pixel where the type is 16 pixels high. */
export const REM = 16;

interface ScaledSvgProps extends Omit<JSX.IntrinsicElements["svg"], "width" | "height"> {
  readonly width: number;
  readonly height: number;
}

/** A drawing that grows with the type of the page, as on very wide screens. */
export function ScaledSvg({ width, height, ...others }: ScaledSvgProps) {
  return (
    <svg
      {...others}
      viewBox={`0 0 ${width} ${height}`}
      width={`${width / REM}rem`}
      height={`${height / REM}rem`}
    />
  );
}
