const DIRECTIONS: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Moves the focus to the next position in the direction of an arrow key, over the empty cells between. */
export function moveByArrow(event: KeyboardEvent): void {
  const direction = DIRECTIONS[event.key];
  const cell = (event.currentTarget as HTMLElement).closest("td");
  const table = cell?.closest("table");
  if (!direction || !cell || !table) return;
  event.preventDefault();
  const [down, across] = direction;
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr:not(.group)")];
  let row = rows.indexOf(cell.parentElement as HTMLTableRowElement) + down;
  let column = cell.cellIndex + across;
  while (rows[row]?.cells[column]) {
    const button = rows[row]?.cells[column]?.querySelector("button");
    if (button) {
      button.focus();
      return;
    }
    row += down;
    column += across;
  }
}
