import type { ComponentChildren } from "preact";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import type { Answer } from "../use-asked.ts";

interface AnswerFrameProps<A> {
  readonly answer: Answer<A>;
  readonly navigation: Navigation;
  readonly children: (value: A) => ComponentChildren;
}

/** Shows an answer once it is there; until then that it is awaited, and why it did not come, with a way on. */
export function AnswerFrame<A>({ answer, navigation, children }: AnswerFrameProps<A>) {
  switch (answer.state) {
    case "LOADING":
      return answer.earlier === null ? (
        <p role="status">{texts.loading}</p>
      ) : (
        <div class="stale">{children(answer.earlier)}</div>
      );
    case "HERE":
      return <>{children(answer.value)}</>;
    case "FAILED":
      return (
        <div class="notice failure" role="alert">
          <p>{texts.errors[answer.error.failure]}</p>
          {answer.error.message ? <p class="soft">{answer.error.message}</p> : null}
          {answer.error.failure === "NEEDS_SERVER" ? null : (
            <button type="button" onClick={answer.retry}>
              {texts.errors.retry}
            </button>
          )}{" "}
          <button type="button" onClick={() => navigation.go({ ...navigation.address, choices: {} })}>
            {texts.errors.reset}
          </button>
        </div>
      );
  }
}
