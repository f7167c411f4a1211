// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal are control characters, of no width
const COLOUR = /\u001b\[[0-9;]*m/g;

/**
 * Breaks a text into lines that fit a width, at spaces; colours count as nothing.
 *
 * @param first - What stands before the first line; `next` before the others. Both count.
 */
export function wrapText(text: string, width: number, first: string, next: string): string[] {
  const lines: string[] = [];
  let line = first;
  let isStart = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const isFull = !isStart && widthOf(line) + 1 + widthOf(word) > width;
    if (isFull) {
      lines.push(line);
      line = next + word;
    } else {
      line += isStart ? word : ` ${word}`;
    }
    isStart = false;
  }
  lines.push(line);
  return lines;
}

function widthOf(text: string): number {
  return [...text.replace(COLOUR, "")].length;
}
