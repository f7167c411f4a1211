import type { CaseAnswer } from "../../../../../src/questions/cases.ts";
import { choose, formatAddress, goToView } from "../../address.ts";
import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";
import { chooseQuestions } from "./choose-questions.ts";

/** Three questions to start with, each a link to its answer. */
export function StartQuestions({
  value,
  navigation: { address },
}: {
  readonly value: CaseAnswer;
  readonly navigation: Navigation;
}) {
  return (
    <nav class="start" aria-label={texts.case.questions}>
      <h2>{texts.case.questions}</h2>
      <ul class="plain">
        {chooseQuestions(value).map(({ says, view, subject, choices }) => (
          <li key={says}>
            <a class="card" href={formatAddress(choose(goToView(address, view, subject), choices))}>
              {says}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
