import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { casesQuestion } from "../../../../src/questions/cases.ts";
import type { ViewName } from "../address.ts";
import { AskError } from "../data/ask-error.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame, Failure } from "../parts/answer-frame.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { useLazy } from "../use-lazy.ts";

type View = ComponentType<{ readonly navigation: Navigation }>;

/** Each view comes when it is first shown, so that the first one is there at once. */
const VIEW_PARTS: Record<ViewName, () => Promise<{ readonly View: View }>> = {
  case: async () => ({ View: (await import("./case-view.tsx")).CaseView }),
  network: async () => ({ View: (await import("./network-view.tsx")).NetworkView }),
  timeline: async () => ({ View: (await import("./timeline-view.tsx")).TimelineView }),
  positions: async () => ({ View: (await import("./positions-view.tsx")).PositionsView }),
  range: async () => ({ View: (await import("./range-view.tsx")).RangeView }),
  trace: async () => ({ View: (await import("./trace-view.tsx")).TraceView }),
  disputes: async () => ({ View: (await import("./disputes-view.tsx")).DisputesView }),
  sources: async () => ({ View: (await import("./sources-view.tsx")).SourcesView }),
};

/** Shows the view that the address names; without a case in the address it goes to the first one. */
export function ViewFrame({ navigation }: { readonly navigation: Navigation }) {
  const { address, go } = navigation;
  const answer = useAnswer(casesQuestion, {});
  const first = answer.state === "HERE" ? answer.value.cases[0]?.slug : undefined;
  const part = useLazy(VIEW_PARTS[address.view]);
  useEffect(() => {
    if (address.caseSlug === "" && first !== undefined)
      go({ ...address, caseSlug: first }, { replace: true });
  }, [address, first, go]);
  if (address.caseSlug === "") {
    return (
      <AnswerFrame answer={answer} navigation={navigation}>
        {() => <p class="notice">{texts.chooseCase}</p>}
      </AnswerFrame>
    );
  }
  if (part === null) return <p role="status">{texts.loading}</p>;
  if (part instanceof Error) {
    return <Failure error={new AskError("SERVER_GONE")} retry={reloadOnceAnswered} navigation={navigation} />;
  }
  return (
    <>
      {address.unknownView === undefined ? null : (
        <p class="notice" role="alert">
          {texts.unknownView(address.unknownView)}
        </p>
      )}
      <part.View navigation={navigation} />
    </>
  );
}

/** Browsers may remember that a part of the page could not be had, so it begins anew, but never without a server. */
async function reloadOnceAnswered(): Promise<void> {
  const answers = await fetch(location.href, { method: "HEAD" }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (answers) location.reload();
}
