import type { RefObject } from "preact";
import type { NetworkWords } from "../../data/network-shape.ts";
import { texts } from "../../texts.ts";
import { FileLink } from "./file-link.tsx";
import { savePng, saveSvg } from "./save-picture.ts";

interface NetworkToolsProps {
  readonly caseSlug: string;
  /** The words of the network as it is shown: every file says the same. */
  readonly words: NetworkWords;
  readonly svg: RefObject<SVGSVGElement | null>;
}

/** Takes the network along: as a picture, or as a file for another program. */
export function NetworkTools({ caseSlug, words, svg }: NetworkToolsProps) {
  const name = `${caseSlug}-${words.network ?? "acts"}`;
  return (
    <>
      <button type="button" onClick={() => svg.current && saveSvg(name, svg.current)}>
        {texts.network.svg}
      </button>
      <button type="button" onClick={() => svg.current && void savePng(name, svg.current)}>
        {texts.network.png}
      </button>
      <details class="menu">
        <summary class="button">{texts.network.files}</summary>
        <ul class="plain">
          {Object.entries(texts.network.formats).map(([format, says]) => (
            <li key={format}>
              <FileLink caseSlug={caseSlug} words={words} format={format}>
                {says}
              </FileLink>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
