import { useState } from "preact/hooks";
import type { Finding } from "../../../../../src/questions/sources.ts";
import type { Navigation } from "../../navigation.ts";
import { Names, StatementCard } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly navigation: Navigation;
}

/** So many cards can be drawn without a pause. */
const AT_ONCE = 25;

/** Statements and relations of structure, some at a time. */
export function FindingList({ findings, navigation }: FindingListProps) {
  const [limit, setLimit] = useState(AT_ONCE);
  if (findings.length === 0) return <p class="soft">{texts.sources.nothing}</p>;
  return (
    <>
      {findings.slice(0, limit).map((finding) => (
        <FindingCard key={finding.id} finding={finding} navigation={navigation} />
      ))}
      {findings.length <= limit ? null : (
        <p>
          {texts.sources.shown(limit, findings.length)}{" "}
          <button type="button" onClick={() => setLimit(limit + AT_ONCE)}>
            {texts.sources.more}
          </button>
        </p>
      )}
    </>
  );
}

function FindingCard({
  finding: { statement, relation },
  navigation,
}: {
  readonly finding: Finding;
  readonly navigation: Navigation;
}) {
  if (statement) return <StatementCard statement={statement} navigation={navigation} />;
  if (!relation) return null;
  return (
    <article class="statement neutral">
      <p class="sentence">
        <Names refs={[relation.from]} navigation={navigation} />{" "}
        <b class="act">{texts.relations(relation.type, "OUT")}</b>{" "}
        <Names refs={[relation.to]} navigation={navigation} />
      </p>
      {relation.quote ? (
        <blockquote>
          “{relation.quote}” <cite class="soft small">{relation.locator}</cite>
        </blockquote>
      ) : null}
    </article>
  );
}
