import type { WorkDependence } from "../../../../../src/questions/sources.ts";
import { nameLanguage } from "../../models/name-language.ts";
import { nameSource } from "../../models/source-names.ts";
import type { Navigation } from "../../navigation.ts";
import { SourceLink } from "../../parts/evidence.tsx";
import { texts } from "../../texts.ts";

/** What works are tallied by. */
export type TalliedBy = "publisher" | "language" | "kind";

/** The works behind the row of a tally that is open (`works=publisher~Reuters`); each leads on to its statements. */
export function OpenedWorks({
  works,
  navigation,
}: {
  readonly works: readonly WorkDependence[];
  readonly navigation: Navigation;
}) {
  const [by = "", ...rest] = (navigation.address.choices.works ?? "").split("~");
  const name = rest.join("~");
  if (by !== "publisher" && by !== "language" && by !== "kind") return null;
  const opened = works.filter(({ work }) => (work[by] ?? "") === name);
  return (
    <section class="opened-works" aria-live="polite">
      <h2>
        {texts.sources.worksOf(
          by === "language" ? nameLanguage(name) : texts.sources.named(name),
          opened.length,
        )}
      </h2>
      <ul>
        {opened.map(({ work, supportCount }) =>
          work.entries.map((source) => (
            <li key={source.id}>
              <SourceLink source={source} says={nameSource(source)} navigation={navigation} />{" "}
              <span class="soft small">{texts.sources.citedFor(supportCount)}</span>
            </li>
          )),
        )}
      </ul>
      <button type="button" class="no-print" onClick={() => navigation.choose({ works: "" })}>
        {texts.tools.close}
      </button>
    </section>
  );
}
