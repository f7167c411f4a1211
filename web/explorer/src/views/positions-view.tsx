import { useState } from "preact/hooks";
import {
  changeDays,
  type PositionCell,
  type PositionsAnswer,
  positionsQuestion,
} from "../../../../src/questions/positions.ts";
import type { Variables } from "../../../../src/questions/question.ts";
import { type Reversal, reversalsQuestion } from "../../../../src/questions/reversals.ts";
import { matrixLayout } from "../models/matrix-layout.ts";
import { cellKey, positionMatrix } from "../models/position-matrix.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import { FallenAway } from "../parts/fallen-away.tsx";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/panel.css";
import "../styles/positions.css";
import { texts } from "../texts.ts";
import { useAllPages } from "../use-all-pages.ts";
import { useAnswer } from "../use-answer.ts";
import { filterVariables } from "./filter-variables.ts";
import { CellPanel } from "./positions/cell-panel.tsx";
import { DateSlider } from "./positions/date-slider.tsx";
import { keyOf, MatrixTable } from "./positions/matrix-table.tsx";
import { positionColumns } from "./positions/position-columns.ts";
import { PositionLegend } from "./positions/position-legend.tsx";
import { ReversalList } from "./positions/reversal-list.tsx";

/** Who stands where on which demand or issue, on a day. */
export function PositionsView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const lasting = {
    case: caseSlug,
    ...filterVariables(choices),
    ...(choices.by === "ISSUE" ? { by: "ISSUE" } : {}),
  };
  const dated = choices.at ? { ...lasting, to: choices.at } : lasting;
  const whole = useAllPages(positionsQuestion, lasting, ({ positions }) => positions.pageInfo);
  const answer = useAllPages(positionsQuestion, dated, ({ positions }) => positions.pageInfo);
  const stops = whole.state === "HERE" ? changeDays(cellsOf(whole.value)) : [];
  return (
    <>
      <h1>{texts.views.positions}</h1>
      <Controls navigation={navigation} />
      {stops.length === 0 ? null : (
        <DateSlider
          stops={stops}
          day={choices.at ?? ""}
          onChoose={(at) => navigation.choose({ at }, { replace: true })}
        />
      )}
      <AnswerFrame answer={answer} navigation={navigation}>
        {(pages) => (
          <>
            <AnswerNotes notes={pages[0].positions} />
            <FallenAway navigation={navigation} analysis="POSITIONS" variables={dated} />
            <Positions cells={cellsOf(pages)} variables={dated} navigation={navigation} />
          </>
        )}
      </AnswerFrame>
    </>
  );
}

interface PositionsProps {
  readonly cells: readonly PositionCell[];
  readonly variables: Variables;
  readonly navigation: Navigation;
}

function Positions({ cells, variables, navigation }: PositionsProps) {
  const { caseSlug, choices } = navigation.address;
  const { by: _by, ...filters } = variables;
  const answer = useAnswer(reversalsQuestion, filters);
  const reversals = answer.state === "HERE" ? answer.value.reversals.reversals : [];
  const reversed = new Set(reversals.flatMap(keysOfReversal));
  const sought = (choices.find ?? "").trim().toLocaleLowerCase(texts.locale);
  const shown = cells.filter((cell) => matches(cell, sought));
  const layout = matrixLayout(positionMatrix(shown));
  const [rowLimit, setRowLimit] = useState(ROWS_AT_ONCE);
  const chosen = cells.find((cell) => keyOf(cell) === choices.cell);
  if (cells.length === 0) return null;
  return (
    <ViewBody
      navigation={navigation}
      question={positionsQuestion}
      variables={variables}
      table={{ name: `${caseSlug}-positions`, columns: positionColumns(navigation, reversed), rows: shown }}
    >
      <div class={chosen ? "with-panel" : ""}>
        <div>
          {choices.cell && !chosen ? <p class="notice">{texts.notHere}</p> : null}
          <PositionLegend />
          {shown.length === 0 ? <p class="notice">{texts.empty}</p> : null}
          <MatrixTable
            layout={{ ...layout, rows: layout.rows.slice(0, rowLimit) }}
            reversed={reversed}
            chosen={choices.cell ?? ""}
            onChoose={(cell) => navigation.choose({ cell })}
            navigation={navigation}
          />
          {layout.rows.length <= rowLimit ? null : (
            <p class="more">
              {texts.positions.rowsShown(rowLimit, layout.rows.length)}{" "}
              <button type="button" onClick={() => setRowLimit(rowLimit + ROWS_AT_ONCE)}>
                {texts.positions.moreRows}
              </button>
            </p>
          )}
          {answer.state === "HERE" ? <ReversalList reversals={reversals} navigation={navigation} /> : null}
          <FallenAway navigation={navigation} analysis="REVERSALS" variables={filters} />
        </div>
        {chosen ? (
          <CellPanel
            cell={chosen}
            reversals={reversals.filter((reversal) => keysOfReversal(reversal).includes(keyOf(chosen)))}
            navigation={navigation}
            onClose={() => closePanel(navigation)}
          />
        ) : null}
      </div>
    </ViewBody>
  );
}

/** So many rows can be drawn without a pause, whatever the number of columns. */
const ROWS_AT_ONCE = 40;

function Controls({ navigation }: { readonly navigation: Navigation }) {
  const { choices } = navigation.address;
  return (
    <div class="controls no-print">
      <label class="field">
        {texts.positions.by}
        <select
          value={choices.by ?? ""}
          onChange={(event) => navigation.choose({ by: event.currentTarget.value, cell: "" })}
        >
          <option value="">{texts.positions.byDemand}</option>
          <option value="ISSUE">{texts.positions.byIssue}</option>
        </select>
      </label>
      <label class="field">
        {texts.filters.names.rollUp}
        <select
          value={choices.rollUp ?? ""}
          onChange={(event) => navigation.choose({ rollUp: event.currentTarget.value, cell: "" })}
        >
          <option value="">{texts.positions.rollUpDefault}</option>
          <option value="ORGANIZATION">{texts.filters.rollUps.ORGANIZATION}</option>
          <option value="NONE">{texts.filters.rollUps.NONE}</option>
        </select>
      </label>
      <label class="field">
        {texts.positions.find}
        <input
          type="search"
          value={choices.find ?? ""}
          onInput={(event) => navigation.choose({ find: event.currentTarget.value }, { replace: true })}
        />
      </label>
    </div>
  );
}

function cellsOf(pages: readonly PositionsAnswer[]): readonly PositionCell[] {
  return pages.flatMap(({ positions }) => positions.cells);
}

function matches({ actor, target, issue }: PositionCell, sought: string): boolean {
  return [actor.name, target.name, issue?.name ?? ""].some((name) =>
    name.toLocaleLowerCase(texts.locale).includes(sought),
  );
}

function keysOfReversal({ actor, fromTarget, toTarget }: Reversal): readonly string[] {
  return [cellKey(actor.slug, fromTarget.slug), cellKey(actor.slug, toTarget.slug)];
}

function closePanel(navigation: Navigation): void {
  const opened = navigation.address.choices.cell ?? "";
  navigation.choose({ cell: "" });
  document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(opened)}"]`)?.focus();
}
