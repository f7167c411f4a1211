import { useEffect, useRef, useState } from "preact/hooks";
import { searchQuestion } from "../../../../src/questions/search.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import type { Answer } from "../use-asked.ts";
import { traceLink } from "./trace-link.ts";

/** The search over all kinds of things: a list that opens below the field, moved through with the arrow keys. */
export function SearchBox({ navigation }: { readonly navigation: Navigation }) {
  const [text, setText] = useState("");
  const asked = useSettled(text.trim(), 200);
  return (
    <search class="search">
      <label>
        <span class="visually-hidden">{texts.header.search}</span>
        <input
          id="search"
          type="search"
          autoComplete="off"
          placeholder={texts.header.search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") setText("");
            if (event.key === "ArrowDown") focusHit(event, 0);
          }}
        />
      </label>
      {asked === "" ? null : <Hits text={asked} navigation={navigation} onChosen={() => setText("")} />}
    </search>
  );
}

interface HitsProps {
  readonly text: string;
  readonly navigation: Navigation;
  readonly onChosen: () => void;
}

function Hits({ text, navigation, onChosen }: HitsProps) {
  const { caseSlug } = navigation.address;
  const answer = useAnswer(searchQuestion, { text, case: caseSlug });
  const hits = answer.state === "HERE" ? answer.value.search.hits : [];
  const says = describeState(answer, hits.length);
  return (
    <ul id="hits" class="hits" aria-label={texts.header.search}>
      {says === "" ? null : (
        <li class="soft" role="status">
          {says}
        </li>
      )}
      {hits.map((hit, index) => (
        <li key={hit.id}>
          <a
            href={traceLink(navigation, (hit.statement?.target ?? hit).slug)}
            onClick={onChosen}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown") focusHit(event, index + 1);
              if (event.key === "ArrowUp") focusHit(event, index - 1);
            }}
          >
            <strong>{hit.name}</strong> <span class="soft small">{hit.kind.toLowerCase()}</span>{" "}
            <span class="soft small">{hit.matches[0]?.snippet}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function describeState(answer: Answer<unknown>, hitCount: number): string {
  if (answer.state === "LOADING") return texts.loading;
  if (answer.state === "FAILED") return texts.errors[answer.error.failure];
  return hitCount === 0 ? texts.empty : "";
}

function focusHit(event: KeyboardEvent, index: number): void {
  event.preventDefault();
  const target = index < 0 ? "#search" : `#hits > li:nth-child(${index + 1}) > a`;
  document.querySelector<HTMLElement>(target)?.focus();
}

/** Gives a value once it has not changed for a while. */
function useSettled<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value);
  const timer = useRef(0);
  useEffect(() => {
    timer.current = window.setTimeout(() => setSettled(value), delayMs);
    return () => window.clearTimeout(timer.current);
  }, [value, delayMs]);
  return settled;
}
