import { useEffect, useRef, useState } from "preact/hooks";
import type { Navigation } from "../app.tsx";
import { type SearchHit, searchQuestion } from "../data/questions.ts";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";

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
          autocomplete="off"
          placeholder={texts.header.search}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") setText("");
            if (event.key === "ArrowDown") focusHit(event, 0);
          }}
          role="combobox"
          aria-expanded={asked !== ""}
          aria-controls="hits"
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

function Hits({ text, navigation: { address, go }, onChosen }: HitsProps) {
  const answer = useAnswer(searchQuestion, { text, case: address.caseSlug });
  const hits = answer.state === "HERE" ? answer.value.search.hits : [];
  const open = (hit: SearchHit) => {
    onChosen();
    go({ ...address, view: "trace", subject: (hit.statement?.target ?? hit).slug, choices: {} });
  };
  return (
    <ul id="hits" class="hits" role="listbox" aria-label={texts.header.search}>
      {answer.state === "LOADING" ? <li class="soft">{texts.loading}</li> : null}
      {answer.state === "FAILED" ? <li>{texts.errors[answer.error.failure]}</li> : null}
      {answer.state === "HERE" && hits.length === 0 ? <li class="soft">{texts.empty}</li> : null}
      {hits.map((hit, index) => (
        <li
          key={hit.id}
          role="option"
          aria-selected={false}
          tabIndex={0}
          onClick={() => open(hit)}
          onKeyDown={(event) => {
            if (event.key === "Enter") open(hit);
            if (event.key === "ArrowDown") focusHit(event, index + 1);
            if (event.key === "ArrowUp") focusHit(event, index - 1);
          }}
        >
          <strong>{hit.name}</strong> <span class="soft small">{hit.kind.toLowerCase()}</span>
          <span class="soft small">{hit.matches[0]?.snippet}</span>
        </li>
      ))}
    </ul>
  );
}

function focusHit(event: KeyboardEvent, index: number): void {
  event.preventDefault();
  const target = index < 0 ? "#search" : `#hits > li:nth-child(${index + 1})`;
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
