import type { TimelineEntry } from "../../../../../src/questions/timeline.ts";
import type { Navigation } from "../../navigation.ts";
import { Evidence } from "../../parts/evidence.tsx";
import { SidePanel } from "../../parts/side-panel.tsx";
import { StatementCard } from "../../parts/statement-card.tsx";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";
import { whenOf } from "./describe-entry.ts";

interface EntryPanelProps {
  readonly entry: TimelineEntry;
  readonly navigation: Navigation;
  readonly onClose: () => void;
}

/** An entry that was chosen, down to its sources. */
export function EntryPanel({ entry, navigation, onClose }: EntryPanelProps) {
  const { statement, name, kind, subkind, place, outcome, quote, locator, slug } = entry;
  return (
    <SidePanel title={texts.timeline.chosen} subject={slug} onClose={onClose}>
      {statement ? (
        <StatementCard statement={statement} navigation={navigation} />
      ) : (
        <article class="thing">
          <p class="soft small">{texts.kinds(subkind ?? kind)}</p>
          <h3>
            <a href={traceLink(navigation, slug)}>{name}</a>
          </h3>
          <p>{[whenOf(entry), place].filter(Boolean).join(" · ")}</p>
          {outcome ? <p>{texts.timeline.outcome(outcome)}</p> : null}
          {quote ? (
            <blockquote>
              “{quote}” <cite class="soft small">{locator}</cite>
            </blockquote>
          ) : null}
          <Evidence evidence={entry} navigation={navigation} />
        </article>
      )}
    </SidePanel>
  );
}
