import type { CaseSource } from "../../../../../src/questions/cases.ts";
import { formatAddress, goToView } from "../../address.ts";
import { nameAuthors } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import { texts } from "../../texts.ts";

/** Whose publications the case rests on, and in which languages. */
export function SourceShares({
  sources,
  navigation: { address },
}: {
  readonly sources: readonly CaseSource[];
  readonly navigation: Navigation;
}) {
  return (
    <section>
      <h2>{texts.lists.sources}</h2>
      <Shares
        title={texts.lists.byLanguage}
        names={sources.map(({ language }) =>
          language === null ? texts.notStated : (texts.languages[language] ?? language),
        )}
      />
      <Shares
        title={texts.lists.byPublisher}
        names={sources.map(
          ({ publisher, author }) => publisher ?? (nameAuthors(author ?? []) || texts.notStated),
        )}
      />
      <p>
        <a href={formatAddress(goToView(address, "sources"))}>{texts.case.allSources}</a>
      </p>
    </section>
  );
}

function Shares({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  const counts = countBy(names);
  const most = counts[0]?.[1] ?? 1;
  return (
    <>
      <h3>{title}</h3>
      <ul class="shares small">
        {counts.map(([name, count]) => (
          <li key={name}>
            <span>{name}</span>
            <meter min={0} max={most} value={count} aria-hidden="true" />
            <span class="soft">{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The most frequent first, then by name. */
function countBy(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(
    ([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
  );
}
