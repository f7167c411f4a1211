import { useMemo, useRef } from "preact/hooks";
import { networkQuestion } from "../../../../src/questions/network.ts";
import { readWords, wordVariables } from "../data/network-words.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/network.css";
import { texts } from "../texts.ts";
import { useAsked } from "../use-asked.ts";
import { edgeColumns } from "./network/edge-columns.ts";
import { FallenEdges } from "./network/fallen-edges.tsx";
import { type LoadedNetwork, loadNetwork } from "./network/load-network.ts";
import { makePicture, type Picture } from "./network/make-picture.ts";
import { NetworkControls } from "./network/network-controls.tsx";
import { NetworkStage } from "./network/network-stage.tsx";
import { NetworkTools } from "./network/network-tools.tsx";
import { ThresholdField } from "./network/threshold-field.tsx";

/** Who did what about what, and who stands with whom: acts as they are, and the networks computed from them. */
export function NetworkView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  // the weight is held against the threshold here, so that moving it asks nothing
  const { minWeight: _, ...words } = readWords(choices);
  const answer = useAsked(JSON.stringify([caseSlug, words]), () => loadNetwork(caseSlug, words));
  return (
    <>
      <div class="view-head">
        <h1>{texts.views.network}</h1>
        <NetworkControls navigation={navigation} network={words.network ?? "acts"} />
      </div>
      <AnswerFrame answer={answer} navigation={navigation}>
        {(network) => <NetworkBody navigation={navigation} network={network} words={words} />}
      </AnswerFrame>
    </>
  );
}

interface NetworkBodyProps {
  readonly navigation: Navigation;
  readonly network: LoadedNetwork;
  readonly words: Readonly<Record<string, string>>;
}

function NetworkBody({ navigation, network, words }: NetworkBodyProps) {
  const { caseSlug, choices } = navigation.address;
  const { minWeight, hide = "", focus = "" } = choices;
  const svg = useRef<SVGSVGElement>(null);
  const picture = useMemo(
    () =>
      makePicture(network, {
        minWeight: minWeight === undefined || Number.isNaN(Number(minWeight)) ? null : Number(minWeight),
        hidden: new Set(hide.split(",").filter(Boolean)),
        focus,
      }),
    [network, minWeight, hide, focus],
  );
  const notes = { leftOut: network.report.leftOut, emptyBecause: null };
  if (network.edges.length === 0) {
    return (
      <>
        <p class="notice">{texts.network.none}</p>
        <FallenEdges navigation={navigation} network={network} words={words} />
        <AnswerNotes notes={notes} />
      </>
    );
  }
  const shownWords = wordsOfPicture(words, network, picture);
  return (
    <div class="network-body">
      <FallenEdges navigation={navigation} network={network} words={words} />
      <ThresholdField navigation={navigation} picture={picture} edges={network.edges} />
      <ViewBody
        navigation={navigation}
        question={networkQuestion}
        variables={{ case: caseSlug, ...wordVariables(shownWords) }}
        table={{
          name: `${caseSlug}-${words.network}`,
          columns: edgeColumns(navigation, network),
          rows: picture.edges,
        }}
        tools={<NetworkTools caseSlug={caseSlug} words={shownWords} svg={svg} />}
      >
        <NetworkStage navigation={navigation} network={network} words={words} picture={picture} svg={svg} />
      </ViewBody>
      <AnswerNotes notes={notes} />
    </div>
  );
}

/** The words with which a file or a query holds what is drawn: the threshold, and the kinds and acts that the legend leaves. */
function wordsOfPicture(
  words: NetworkBodyProps["words"],
  network: LoadedNetwork,
  { threshold, edgeKinds, hidden }: Picture,
): Readonly<Record<string, string>> {
  const withoutKinds = [...new Set(network.nodes.map(({ kind }) => kind))].filter((kind) => hidden.has(kind));
  const shown = edgeKinds.filter((kind) => !hidden.has(kind));
  const isOfActs = network.isDirected && words.network !== "two-mode";
  return {
    ...words,
    ...(withoutKinds.length > 0 ? { withoutKinds: withoutKinds.sort().join(",") } : {}),
    ...(threshold > 0 ? { minWeight: String(threshold) } : {}),
    ...(isOfActs && shown.length < edgeKinds.length && shown.length > 0 ? { acts: shown.join(",") } : {}),
  };
}
