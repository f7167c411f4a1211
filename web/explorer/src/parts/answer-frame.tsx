import type { ComponentChildren } from "preact";
import type { AskError } from "../data/ask-error.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import type { Answer } from "../use-asked.ts";
import { SignIn } from "./sign-in.tsx";

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
      return <Failure error={answer.error} retry={answer.retry} navigation={navigation} />;
  }
}

interface FailureProps {
  readonly error: AskError;
  readonly retry: () => void;
  readonly navigation: Navigation;
}

/** Why something did not come, and what can be done: nothing that the reader chose is lost. */
export function Failure({ error: { failure, message }, retry, navigation }: FailureProps) {
  return (
    <div class="notice failure" role="alert">
      <p>{texts.errors[failure]}</p>
      {message ? <p class="soft">{message}</p> : null}
      {failure === "SIGN_IN" ? <SignIn /> : null}
      {failure === "NEEDS_SERVER" || failure === "SIGN_IN" ? null : (
        <button type="button" onClick={retry}>
          {texts.errors.retry}
        </button>
      )}{" "}
      {failure === "SERVER_GONE" || failure === "SIGN_IN" ? null : (
        <button type="button" onClick={() => navigation.go({ ...navigation.address, choices: {} })}>
          {texts.errors.reset}
        </button>
      )}
    </div>
  );
}
