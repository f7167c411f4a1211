import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { ViewName } from "../address.ts";
import { casesQuestion } from "../data/questions.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { CaseView } from "./case-view.tsx";
import { TraceView } from "./trace-view.tsx";

type View = ComponentType<{ readonly navigation: Navigation }>;

const VIEW_PARTS: Record<ViewName, View> = { case: CaseView, trace: TraceView };

/** Shows the view that the address names; without a case in the address it goes to the first one. */
export function ViewFrame({ navigation }: { readonly navigation: Navigation }) {
  const { address, go } = navigation;
  const answer = useAnswer(casesQuestion, {});
  const first = answer.state === "HERE" ? answer.value.cases[0]?.slug : undefined;
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
  const View = VIEW_PARTS[address.view];
  return <View navigation={navigation} />;
}
