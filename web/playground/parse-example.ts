/** An example query of the playground's menu. */
export interface Example {
  /** Name of its file without the number, such as `trace-a-demand`. */
  readonly name: string;
  /** Heading that it stands under. */
  readonly group: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly sentence: string;
  /** The whole text, comments included. */
  readonly query: string;
}

/** The headings of the menu, by the first digit of the file's number. */
const GROUPS = [
  "",
  "First steps",
  "Demands and positions",
  "Mediators and meetings",
  "Sources and disputes",
  "Time and networks",
];

/**
 * Reads an example: `12-name.graphql`, whose first comment line is its title and whose next ones are its sentence.
 *
 * @throws Error when the file has no number, title or sentence.
 */
export function parseExample(path: string, text: string): Example {
  const [, digit, name] = /(\d)\d-([a-z-]+)\.graphql$/.exec(path) ?? [];
  const comments = leadingComments(text);
  const [title, ...rest] = comments;
  const group = GROUPS[Number(digit)];
  if (!name || !group || !title || rest.length === 0)
    throw new Error(`${path} has no number, title or sentence`);
  return { name, group, title, sentence: rest.join(" "), query: text.trim() };
}

function leadingComments(text: string): string[] {
  const lines = text.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, end).map((line) => line.replace(/^#\s*/, "").trim());
}
