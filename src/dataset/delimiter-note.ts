const NOTE = /^\ufeff?"?sep=(.)"?(?=[\r\n]|$)/i;

/** Gives what the first line of a text, `sep=;` as Excel writes it, says of the file's cells; null where it says nothing of the kind. */
export function notedDelimiter(text: string): string | null {
  return NOTE.exec(text)?.[1] ?? null;
}

/** Tells whether the cells of a first line are such a note, and no header. */
export function isDelimiterNote([first = "", ...others]: readonly string[]): boolean {
  return /^\ufeff?sep=.?$/i.test(first) && others.every((cell) => cell.trim() === "");
}
