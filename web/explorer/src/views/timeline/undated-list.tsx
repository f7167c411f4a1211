import type { TimelineEntry } from "../../../../../src/questions/timeline.ts";
import { LANE_KINDS } from "../../models/timeline-lanes.ts";
import type { Navigation } from "../../navigation.ts";
import { Names } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";
import { describeEntry } from "./describe-entry.ts";

interface UndatedListProps {
  readonly entries: readonly TimelineEntry[];
  readonly navigation: Navigation;
  readonly onChoose: (slug: string) => void;
}

/** What has no place in time, apart, with what it came after or before where the sources tell that. */
export function UndatedList({ entries, navigation, onChoose }: UndatedListProps) {
  if (entries.length === 0) return null;
  return (
    <details class="undated">
      <summary>
        {texts.timeline.undated} <span class="soft small">{entries.length}</span>
      </summary>
      {LANE_KINDS.map((kind) => {
        const ofKind = entries.filter((entry) => entry.kind === kind);
        return ofKind.length === 0 ? null : (
          <section key={kind}>
            <h3>{texts.timeline.lanes[kind]}</h3>
            <ul>
              {ofKind.map((entry) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    class="plain"
                    data-mark={entry.slug}
                    onClick={() => onChoose(entry.slug)}
                  >
                    {describeEntry(entry)}
                  </button>
                  <Order entry={entry} navigation={navigation} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </details>
  );
}

function Order({
  entry: { statement },
  navigation,
}: {
  readonly entry: TimelineEntry;
  readonly navigation: Navigation;
}) {
  const after = statement?.after ?? [];
  const before = statement?.before ?? [];
  return (
    <span class="small soft">
      {after.length === 0 ? null : (
        <>
          {" "}
          {texts.timeline.after} <Names refs={after} navigation={navigation} />
        </>
      )}
      {before.length === 0 ? null : (
        <>
          {" "}
          {texts.timeline.before} <Names refs={before} navigation={navigation} />
        </>
      )}
    </span>
  );
}
