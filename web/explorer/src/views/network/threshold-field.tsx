import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";
import type { LoadedEdge } from "./load-network.ts";
import type { Picture } from "./make-picture.ts";

interface ThresholdFieldProps {
  readonly navigation: Navigation;
  readonly picture: Picture;
  readonly edges: readonly LoadedEdge[];
}

/** The least weight that is drawn, with what it hides. */
export function ThresholdField({ navigation, picture, edges }: ThresholdFieldProps) {
  const heaviest = Math.max(...edges.map(({ weight }) => Math.abs(weight)), 0);
  const isWhole = edges.every(({ weight }) => Number.isInteger(weight));
  const isChosen = navigation.address.choices.minWeight !== undefined;
  return (
    <div class="threshold">
      <label class="field no-print">
        {texts.network.threshold(show(picture.threshold))}
        <input
          type="range"
          min={0}
          max={heaviest}
          step={isWhole ? 1 : heaviest / 50}
          value={picture.threshold}
          onChange={(event) => navigation.choose({ minWeight: event.currentTarget.value })}
        />
      </label>
      <p class="soft small" role="status">
        {texts.network.hides({
          drawn: picture.edges.length,
          total: edges.length,
          lighter: picture.lighterCount,
          crowdedOut: picture.crowdedOutCount,
          nodes: picture.nodes.length,
        })}{" "}
        {isChosen ? (
          <button type="button" class="link no-print" onClick={() => navigation.choose({ minWeight: "" })}>
            {texts.network.chooseForMe}
          </button>
        ) : null}
      </p>
    </div>
  );
}

function show(weight: number): string {
  return String(Math.round(weight * 1_000) / 1_000);
}
