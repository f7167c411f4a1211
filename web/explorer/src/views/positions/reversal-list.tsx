import type { Reversal } from "../../../../../src/questions/reversals.ts";
import type { Navigation } from "../../navigation.ts";
import { StatementCard } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";

/** Who said the opposite of what they said before, each with both statements. */
export function ReversalList({
  reversals,
  navigation,
}: {
  readonly reversals: readonly Reversal[];
  readonly navigation: Navigation;
}) {
  return (
    <section class="reversals">
      <h2>
        {texts.positions.reversals} <span class="soft small">{reversals.length}</span>
      </h2>
      {reversals.length === 0 ? <p class="soft">{texts.positions.noReversals}</p> : null}
      {reversals.map((reversal) => (
        <details key={reversal.id}>
          <summary>
            <span aria-hidden="true">↺ </span>
            <b>{reversal.actor.name}</b>: {texts.positions.turns[reversal.kind]}
            {reversal.isHalf ? ` (${texts.positions.half})` : ""}{" "}
            <span class="soft">
              {reversal.fromTarget.id === reversal.toTarget.id
                ? `“${reversal.toTarget.name}”`
                : `“${reversal.fromTarget.name}” → “${reversal.toTarget.name}”`}
            </span>
          </summary>
          <StatementCard statement={reversal.from} navigation={navigation} />
          <StatementCard statement={reversal.to} navigation={navigation} />
        </details>
      ))}
    </section>
  );
}
