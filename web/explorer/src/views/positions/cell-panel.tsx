import type { PositionCell } from "../../../../../src/questions/positions.ts";
import type { Reversal } from "../../../../../src/questions/reversals.ts";
import { cellKey } from "../../models/position-matrix.ts";
import type { Navigation } from "../../navigation.ts";
import { SidePanel } from "../../parts/side-panel.tsx";
import { Names, StatementCard } from "../../parts/statement-card.tsx";
import { texts } from "../../texts.ts";
import { POSITION_SIGNS, positionClass } from "./position-signs.ts";

interface CellPanelProps {
  readonly cell: PositionCell;
  /** How its actor turned on it. */
  readonly reversals: readonly Reversal[];
  readonly navigation: Navigation;
  readonly onClose: () => void;
}

/** A position with every statement that it rests on, in order. */
export function CellPanel({ cell, reversals, navigation, onClose }: CellPanelProps) {
  const { actor, target, position, demands, statements, isInternalSplit, isAmbiguousRollUp } = cell;
  return (
    <SidePanel
      title={texts.positions.on(actor.name, target.name)}
      subject={cellKey(actor.slug, target.slug)}
      onClose={onClose}
    >
      <p>
        <span class={positionClass(position)}>{POSITION_SIGNS[position]}</span>{" "}
        {texts.positions.words[position]}
      </p>
      {target.kind !== "Issue" ? null : (
        <ul class="plain-list">
          {demands.map(({ demand, position: on }) => (
            <li key={demand.id}>
              <span class={positionClass(on)}>{POSITION_SIGNS[on]}</span>{" "}
              <Names refs={[demand]} navigation={navigation} />
            </li>
          ))}
        </ul>
      )}
      {isInternalSplit ? <p class="notice">{texts.positions.splitHelp}</p> : null}
      {isAmbiguousRollUp ? <p class="notice">{texts.positions.ambiguousHelp}</p> : null}
      {reversals.map(({ id, kind }) => (
        <p key={id} class="notice">
          ↺ {texts.positions.turns[kind] ?? texts.kinds(kind)}
        </p>
      ))}
      {statements.map((statement) => (
        <StatementCard key={statement.id} statement={statement} navigation={navigation} />
      ))}
    </SidePanel>
  );
}
