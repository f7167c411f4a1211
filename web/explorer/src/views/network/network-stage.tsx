import type { RefObject } from "preact";
import { useMemo } from "preact/hooks";
import type { NetworkWords } from "../../data/network-shape.ts";
import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";
import { closePanel } from "./close-panel.ts";
import { type LoadedNetwork, slugOf } from "./load-network.ts";
import type { Picture } from "./make-picture.ts";
import { NetworkDrawing } from "./network-drawing.tsx";
import { NetworkLegend } from "./network-legend.tsx";
import { NetworkPanel } from "./network-panel.tsx";
import { NodeChoice } from "./node-choice.tsx";
import { PathPanel, usePaths } from "./path-panel.tsx";
import { useLayout } from "./use-layout.ts";

interface NetworkStageProps {
  readonly navigation: Navigation;
  readonly network: LoadedNetwork;
  readonly words: NetworkWords;
  readonly picture: Picture;
  readonly svg: RefObject<SVGSVGElement | null>;
}

/** The drawing with its legend, and beside it what is open. */
export function NetworkStage(props: NetworkStageProps) {
  const { focus = "", path = "" } = props.navigation.address.choices;
  return focus !== "" && path !== "" ? <StageWithPath {...props} /> : <Stage {...props} onPath={null} />;
}

function StageWithPath(props: NetworkStageProps) {
  const answer = usePaths(props.navigation);
  const onPath =
    answer.state === "HERE"
      ? answer.value.paths.paths.flatMap(({ steps }) => steps.flatMap(({ from, to }) => [from.id, to.id]))
      : [];
  return <Stage {...props} onPath={onPath} />;
}

function Stage({
  navigation,
  network,
  words,
  picture,
  svg,
  onPath,
}: NetworkStageProps & { readonly onPath: readonly string[] | null }) {
  const { focus = "", edge = "" } = navigation.address.choices;
  const layout = useLayout(picture.layoutInput);
  const lit = useMemo(() => listLit(picture, { focus, edge, onPath }), [picture, focus, edge, onPath]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever in it the focus is
    <div
      class={`network-stage ${focus || edge ? "has-open" : ""}`}
      onKeyDown={(event) => {
        if (event.key === "Escape" && (focus || edge)) closePanel(navigation);
      }}
    >
      {layout === null ? (
        <p role="status" class="network-frame">
          {texts.network.layingOut(picture.nodes.length)}
        </p>
      ) : (
        <NetworkDrawing
          picture={picture}
          layout={layout}
          isDirected={network.isDirected}
          lit={lit}
          openEdge={edge}
          focus={focus}
          onNode={(slug) => navigation.choose({ focus: slug, edge: "", path: "" })}
          onEdge={(key) => navigation.choose({ edge: key })}
          svg={svg}
        />
      )}
      <div class="network-side">
        <NodeChoice navigation={navigation} network={network} name="focus" />
        <NetworkLegend navigation={navigation} network={network} hidden={picture.hidden} />
      </div>
      <aside class="panel" aria-label={texts.network.panel}>
        {onPath ? (
          <PathPanel navigation={navigation} />
        ) : (
          <NetworkPanel navigation={navigation} network={network} words={words} />
        )}
      </aside>
    </div>
  );
}

interface Chosen {
  readonly focus: string;
  readonly edge: string;
  /** Ids of the nodes on the paths that are shown. */
  readonly onPath: readonly string[] | null;
}

/** What stands out: the nodes of a path, the ends of an edge, or a node with its neighbours. Null: nothing does. */
function listLit({ edges }: Picture, { focus, edge, onPath }: Chosen): ReadonlySet<string> | null {
  if (onPath) return new Set(onPath);
  const near = edges.filter(({ key, source, target }) =>
    edge === "" ? slugOf(source) === focus || slugOf(target) === focus : key === edge,
  );
  return near.length === 0 ? null : new Set(near.flatMap(({ source, target }) => [source, target]));
}
