import { useEffect, useState } from "preact/hooks";
import { AskError } from "./data/ask-error.ts";

export type Answer<A> =
  | { readonly state: "LOADING"; readonly earlier: A | null }
  | { readonly state: "HERE"; readonly value: A }
  | { readonly state: "FAILED"; readonly error: AskError; readonly retry: () => void };

/**
 * Asks when the key changes; an earlier answer stays in sight while the next is awaited.
 *
 * @param key - Stands for all that `ask` depends on.
 */
export function useAsked<A>(key: string, ask: () => Promise<A>): Answer<A> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ key: string; value: A | AskError } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    let isCurrent = true;
    const settle = (value: A | AskError) => isCurrent && setAnswer({ key, value });
    ask().then(settle, (error: unknown) =>
      settle(error instanceof AskError ? error : new AskError("REFUSED", String(error))),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, attempt]);
  if (!answer || answer.key !== key) {
    const earlier = answer && !(answer.value instanceof AskError) ? answer.value : null;
    return { state: "LOADING", earlier };
  }
  if (answer.value instanceof AskError) {
    return { state: "FAILED", error: answer.value, retry: () => retry(setAnswer, setAttempt) };
  }
  return { state: "HERE", value: answer.value };
}

function retry(
  setAnswer: (answer: null) => void,
  setAttempt: (change: (attempt: number) => number) => void,
): void {
  setAnswer(null);
  setAttempt((attempt) => attempt + 1);
}
