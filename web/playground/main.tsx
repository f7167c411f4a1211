import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./playground.css";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { ExampleMenu } from "./example-menu.tsx";
import { EXAMPLES } from "./examples.ts";
import { fetchAnswer } from "./fetch-answer.ts";
import { readAddress, writeAddress } from "./page-address.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

const EXAMPLES_PLUGIN = { title: "Examples", icon: ExamplesIcon, content: ExampleMenu };
const linked = readAddress(window.location.search);

/** The playground: GraphiQL with our examples, our API, and a link in the address bar. */
function Playground() {
  return (
    <GraphiQL
      fetcher={fetchAnswer}
      plugins={[EXAMPLES_PLUGIN, HISTORY_PLUGIN]}
      visiblePlugin={EXAMPLES_PLUGIN}
      defaultQuery={EXAMPLES[0]?.query ?? ""}
      isHeadersEditorEnabled={false}
      {...(linked.query === undefined ? {} : { initialQuery: linked.query })}
      {...(linked.variables === undefined ? {} : { initialVariables: linked.variables })}
      onTabChange={({ tabs, activeTabIndex }) => {
        window.history.replaceState(null, "", writeAddress(tabs[activeTabIndex] ?? {}));
      }}
    >
      <GraphiQL.Logo>
        <a className="home" href="/">
          <img src="/icon.svg" alt="" width="22" height="22" />
          Demarche
        </a>
        <ThemeSwitch />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

function ExamplesIcon() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d="M3 4.5h2M3 10h2M3 15.5h2M8 4.5h9M8 10h9M8 15.5h9" strokeLinecap="round" />
    </svg>
  );
}

const root = document.getElementById("playground");
if (root) createRoot(root).render(<Playground />);
