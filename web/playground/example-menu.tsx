import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useEffect, useState } from "react";
import { EXAMPLES } from "./examples.ts";
import type { Example } from "./parse-example.ts";

/** The menu of example queries: a click loads one and runs it. */
export function ExampleMenu() {
  const [words, setWords] = useState("");
  const query = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.query);
  const show = useShownExample();
  const found = EXAMPLES.filter((example) => matches(example, words));
  return (
    <nav className="examples" aria-label="Example queries">
      <h2>Examples</h2>
      <input
        type="search"
        placeholder="Find an example"
        aria-label="Find an example"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {groupsOf(found).map((group) => (
        <section key={group}>
          <h3>{group}</h3>
          <ul>
            {found
              .filter((example) => example.group === group)
              .map((example) => (
                <li key={example.name}>
                  <button
                    type="button"
                    data-example={example.name}
                    aria-current={query?.trim() === example.query}
                    onClick={() => show(example)}
                  >
                    <strong>{example.title}</strong>
                    <span>{example.sentence}</span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && <p>No example has these words.</p>}
    </nav>
  );
}

/** Gives what loads an example and runs it, as soon as the editors are there. */
function useShownExample(): (example: Example) => void {
  const [wanted, setWanted] = useState<Example | null>(null);
  const editors = useGraphiQL(({ queryEditor, variableEditor, responseEditor }) => ({
    queryEditor,
    variableEditor,
    responseEditor,
  }));
  const { run, setVisiblePlugin } = useGraphiQLActions();
  const { queryEditor, variableEditor, responseEditor } = editors;
  // Sentences and filters are longer than the editor is wide.
  useEffect(() => queryEditor?.updateOptions({ wordWrap: "on" }), [queryEditor]);
  useEffect(() => {
    if (!wanted || !queryEditor || !responseEditor) return;
    variableEditor?.setValue("");
    queryEditor.setValue(wanted.query);
    queryEditor.setScrollTop(0);
    void run();
    setWanted(null);
    // There the menu stands above the answer and would hide it.
    if (window.matchMedia("(max-width: 760px)").matches) setVisiblePlugin(null);
  }, [wanted, queryEditor, variableEditor, responseEditor, run, setVisiblePlugin]);
  return setWanted;
}

function groupsOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map((example) => example.group))];
}

function matches(example: Example, words: string): boolean {
  const text = `${example.title} ${example.sentence} ${example.query}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
