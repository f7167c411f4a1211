import type { ComponentChildren } from "preact";
import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";
import { classOf, type EdgeClass } from "./edge-classes.ts";
import type { LoadedNetwork } from "./load-network.ts";
import { outlineOf } from "./node-shapes.ts";

interface NetworkLegendProps {
  readonly navigation: Navigation;
  readonly network: LoadedNetwork;
  readonly hidden: ReadonlySet<string>;
}

/** Says what shapes, colours and dashes stand for; each kind can be hidden. */
export function NetworkLegend({ navigation, network, hidden }: NetworkLegendProps) {
  const toggle = (kind: string) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    navigation.choose({ hide: [...next].sort().join(",") }, { replace: true });
  };
  return (
    <details class="legend" open={matchMedia("(min-width: 60rem)").matches}>
      <summary>{texts.network.legend}</summary>
      <fieldset>
        <legend>{texts.network.legendNodes}</legend>
        {countKinds(network.nodes).map(([kind, count]) => (
          <Entry key={kind} isShown={!hidden.has(kind)} onToggle={() => toggle(kind)}>
            <svg viewBox="-1.3 -1.3 2.6 2.6" class="swatch" aria-hidden="true">
              <g class={`node ${kind.toLowerCase()}`}>
                <path d={outlineOf(kind)} />
              </g>
            </svg>
            {texts.network.kinds[kind] ?? kind} <span class="soft">{count}</span>
          </Entry>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.network.legendEdges}</legend>
        {listEdgeKinds(network).map(({ edgeClass, kinds }) => (
          <div key={edgeClass} class="family small">
            <Line style={edgeClass.toLowerCase()} /> {texts.network.classes[edgeClass]}
            <div>
              {kinds.map(([kind, count]) => (
                <Entry key={kind} isShown={!hidden.has(kind)} onToggle={() => toggle(kind)}>
                  {texts.acts(kind)} <span class="soft">{count}</span>
                </Entry>
              ))}
            </div>
          </div>
        ))}
        <div class="family small">
          <Line style="unreported" /> {texts.network.unreported}
        </div>
      </fieldset>
    </details>
  );
}

function Entry({
  isShown,
  onToggle,
  children,
}: {
  readonly isShown: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <label class="entry small">
      <input type="checkbox" checked={isShown} onChange={onToggle} />
      {children}
    </label>
  );
}

function Line({ style }: { readonly style: string }) {
  return (
    <svg viewBox="0 0 24 8" class="swatch line" aria-hidden="true">
      <path class={`edge ${style}`} d="M0 4H24" stroke-width="2.5" />
    </svg>
  );
}

function countKinds(things: readonly { readonly kind: string }[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { kind } of things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left);
}

/** Kinds of edges by what colours them. */
function listEdgeKinds({ edges }: LoadedNetwork): { edgeClass: EdgeClass; kinds: [string, number][] }[] {
  const classes = [...new Set(edges.map(classOf))].sort();
  return classes.map((edgeClass) => ({
    edgeClass,
    kinds: countKinds(edges.filter((edge) => classOf(edge) === edgeClass)),
  }));
}
