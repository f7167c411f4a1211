import type { PositionCell } from "../../../../../src/questions/positions.ts";
import { groupLines, type Line, type MatrixLayout } from "../../models/matrix-layout.ts";
import { cellKey } from "../../models/position-matrix.ts";
import { writtenDate } from "../../models/written-date.ts";
import type { Navigation } from "../../navigation.ts";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";
import { moveByArrow } from "./move-by-arrow.ts";
import { POSITION_SIGNS, positionClass } from "./position-signs.ts";

interface MatrixTableProps {
  readonly layout: MatrixLayout<PositionCell>;
  /** Keys of the cells in which the actor turned. */
  readonly reversed: ReadonlySet<string>;
  /** Key of the cell that is open beside; empty: none. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly navigation: Navigation;
}

/** From more columns than this on their heads stand upright. */
const MOST_LYING_HEADS = 8;

/** The matrix as a table whose heads stay in sight; arrow keys go from position to position. */
export function MatrixTable({ layout, reversed, chosen, onChoose, navigation }: MatrixTableProps) {
  const { rows, columns, at } = layout;
  const groups = groupLines(columns);
  const entered = findEntered(layout, chosen);
  return (
    <section class="matrix-frame" aria-label={texts.views.positions}>
      <table class={columns.length > MOST_LYING_HEADS ? "matrix upright" : "matrix"}>
        <thead>
          {groups.some(({ group }) => group !== "") ? <GroupHeads groups={groups} /> : null}
          <tr>
            <td class="corner" />
            {columns.map((column) => (
              <th key={column.slug} scope="col">
                <Head line={column} navigation={navigation} />
              </th>
            ))}
          </tr>
        </thead>
        {groupLines(rows).map(({ group, lines }) => (
          <tbody key={lines[0]?.slug}>
            {group === "" ? null : (
              <tr class="group">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <span>{group}</span>
                </th>
              </tr>
            )}
            {lines.map((row) => (
              <tr key={row.slug}>
                <th scope="row">
                  <Head line={row} navigation={navigation} />
                </th>
                {columns.map((column) => {
                  const cell = at(row, column);
                  const key = cell ? keyOf(cell) : "";
                  return (
                    <td key={column.slug}>
                      {cell ? (
                        <CellButton
                          cell={cell}
                          cellId={key}
                          isReversed={reversed.has(key)}
                          isChosen={key === chosen}
                          isEntered={key === entered}
                          onChoose={onChoose}
                        />
                      ) : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Names a cell as the address does. */
export function keyOf({ actor, target }: PositionCell): string {
  return cellKey(actor.slug, target.slug);
}

function GroupHeads({ groups }: { readonly groups: ReturnType<typeof groupLines> }) {
  return (
    <tr class="group">
      <td class="corner" />
      {groups.map(({ group, lines }) => (
        <th key={lines[0]?.slug} scope="colgroup" colSpan={lines.length}>
          {group}
        </th>
      ))}
    </tr>
  );
}

function Head({ line, navigation }: { readonly line: Line; readonly navigation: Navigation }) {
  return (
    <a href={traceLink(navigation, line.slug)} title={line.name}>
      {line.name}
    </a>
  );
}

interface CellButtonProps {
  readonly cell: PositionCell;
  readonly cellId: string;
  readonly isReversed: boolean;
  readonly isChosen: boolean;
  /** The one cell that Tab reaches; the arrow keys go on from it. */
  readonly isEntered: boolean;
  readonly onChoose: (key: string) => void;
}

function CellButton({ cell, cellId, isReversed, isChosen, isEntered, onChoose }: CellButtonProps) {
  return (
    <button
      type="button"
      class={`${positionClass(cell.position)}${statusClass(cell)}`}
      tabIndex={isEntered ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={describeCell(cell, isReversed)}
      title={describeCell(cell, isReversed)}
      data-cell={cellId}
      onClick={() => onChoose(cellId)}
      onKeyDown={moveByArrow}
    >
      {POSITION_SIGNS[cell.position]}
      {isReversed ? <sup>↺</sup> : null}
      {cell.isInternalSplit ? <sup>≠</sup> : null}
    </button>
  );
}

/** Tells a cell in one line. */
export function describeCell(cell: PositionCell, isReversed: boolean): string {
  const { positions } = texts;
  const notes = [
    positions.words[cell.position],
    writtenDate(cell.date),
    texts.statementCount(cell.statements.length),
    isReversed ? positions.reversed : "",
    cell.isInternalSplit ? positions.split : "",
  ];
  return `${cell.actor.name}, “${cell.target.name}”: ${notes.filter(Boolean).join(", ")}`;
}

/** A position that rests on a mere claim, a dispute or an opinion has an edge of its own. */
function statusClass({ statements }: PositionCell): string {
  const status = statements.at(-1)?.status ?? "REPORTED";
  return status === "REPORTED" ? "" : ` ${status.toLowerCase()}`;
}

function findEntered({ rows, columns, at }: MatrixLayout<PositionCell>, chosen: string): string {
  let first = "";
  for (const row of rows) {
    for (const column of columns) {
      const cell = at(row, column);
      if (!cell) continue;
      if (keyOf(cell) === chosen) return chosen;
      if (first === "") first = keyOf(cell);
    }
  }
  return first;
}
