import { casesQuestion } from "../../../../src/questions/cases.ts";
import { readToken } from "../data/session-token.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { THEMES, type Theme, useTheme } from "../use-theme.ts";
import { SearchBox } from "./search-box.tsx";
import { SignOut } from "./sign-in.tsx";

/** What stands above every view: the case, the search, the theme, the help. */
export function Masthead({
  navigation,
  onHelp,
}: {
  readonly navigation: Navigation;
  readonly onHelp: () => void;
}) {
  const [theme, setTheme] = useTheme();
  const published = window.demarchePublished;
  return (
    <header class="masthead no-print">
      <a class="brand" href="#/" title={texts.tagline}>
        {texts.title}
      </a>
      <CaseChoice navigation={navigation} />
      <SearchBox navigation={navigation} />
      <label>
        <span class="visually-hidden">{texts.header.theme}</span>
        <select value={theme} onChange={(event) => setTheme(event.currentTarget.value as Theme)}>
          {THEMES.map((name) => (
            <option key={name} value={name}>
              {texts.header.themes[name]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={onHelp} aria-label={texts.header.help}>
        ?
      </button>
      {readToken() === "" ? null : <SignOut />}
      {published ? (
        <span class="soft small">{texts.header.published(published.publishedAt, published.version)}</span>
      ) : (
        <a href="./graphql">{texts.header.playground}</a>
      )}
    </header>
  );
}

function CaseChoice({ navigation: { address, go } }: { readonly navigation: Navigation }) {
  const answer = useAnswer(casesQuestion, {});
  if (answer.state !== "HERE") return null;
  return (
    <label class="case-choice">
      <span class="visually-hidden">{texts.header.chooseCase}</span>
      <select
        value={address.caseSlug}
        onChange={(event) =>
          go({ ...address, caseSlug: event.currentTarget.value, subject: "", choices: {} })
        }
      >
        {answer.value.cases.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
