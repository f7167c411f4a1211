import { choose, formatAddress } from "../../address.ts";
import { fetchNetwork } from "../../data/network-file.ts";
import type { NetworkFile, NetworkWords } from "../../data/network-shape.ts";
import { changedEdges } from "../../models/changed-edges.ts";
import type { Navigation } from "../../navigation.ts";
import { AnswerFrame } from "../../parts/answer-frame.tsx";
import { FallenList, type WrittenChange } from "../../parts/fallen-away.tsx";
import { texts } from "../../texts.ts";
import { useAsked } from "../../use-asked.ts";
import { keyOf, type LoadedNetwork } from "./load-network.ts";
import { nameEdge } from "./network-panel.tsx";

interface FallenEdgesProps {
  readonly navigation: Navigation;
  readonly network: LoadedNetwork;
  readonly words: NetworkWords;
}

/** Which edges are gone, or weigh otherwise, since sources are left out; nothing where none is. */
export function FallenEdges(props: FallenEdgesProps) {
  return props.words.withoutSources ? <Comparison {...props} /> : null;
}

function Comparison({ navigation, network, words }: FallenEdgesProps) {
  const { caseSlug } = navigation.address;
  const { withoutSources: _, ...counted } = words;
  const answer = useAsked(JSON.stringify([caseSlug, counted]), () => fetchNetwork(caseSlug, counted));
  return (
    <AnswerFrame answer={answer} navigation={navigation}>
      {(whole) => (
        <FallenList
          navigation={navigation}
          subject={texts.fallen.subjects.NETWORK}
          changes={writeChanges(whole, network, navigation)}
          total={whole.edges.length}
        />
      )}
    </AnswerFrame>
  );
}

function writeChanges(whole: NetworkFile, left: NetworkFile, { address }: Navigation): WrittenChange[] {
  return changedEdges(whole.edges, left.edges).map(({ edge, change, before, after }) => {
    const key = keyOf(edge);
    const weights = [before, after].flatMap((weight) => (weight === null ? [] : [showWeight(weight)]));
    const link = formatAddress(choose(address, { without: "", focus: "", edge: key }));
    return {
      key,
      change,
      what: nameEdge(whole, edge),
      detail: texts.fallen.weight(weights.join(" → ")),
      link,
    };
  });
}

function showWeight(weight: number): string {
  return String(Math.round(weight * 1_000) / 1_000);
}
