import type { SourceRef, Statement } from "../../../../src/questions/statement.ts";
import type { Trace } from "../../../../src/questions/trace.ts";
import { texts } from "../texts.ts";
import { type Footnotes, footnotes } from "./footnotes.ts";
import { nameSource } from "./source-names.ts";
import { writtenDate } from "./written-date.ts";
import { writtenSentence, writtenStatus } from "./written-sentence.ts";

/** Writes a story as Markdown: a heading, a list for each act, numbered footnotes. */
export function storyMarkdown({ root, groups }: Trace, address: string): string {
  const notes = footnotes(groups.flatMap(({ statements }) => statements));
  const facts = [
    root.summary,
    [root.date && writtenDate(root.date, true), root.place, root.outcome].filter(Boolean).join(" · "),
  ].filter(Boolean);
  return [
    `# ${escapeMarkdown(root.name)}`,
    ...facts.map((fact) => escapeMarkdown(fact ?? "")),
    ...groups.flatMap(({ title, statements }) => [
      `## ${title}`,
      statements.map((statement) => writeItem(statement, notes)).join("\n"),
    ]),
    notes.sources.map((source, index) => `[^${index + 1}]: ${writeSource(source)}`).join("\n"),
    `<${address}>`,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function writeItem(statement: Statement, notes: Footnotes<SourceRef>): string {
  const status = writtenStatus(statement);
  const quote = statement.quote ? ` “${escapeMarkdown(statement.quote)}”` : "";
  const place = statement.locator ? ` (${escapeMarkdown(statement.locator)})` : "";
  const sources = [...statement.foundIn, ...statement.cites].map(
    ({ source }) => `[^${notes.numberOf(source)}]`,
  );
  return [
    `- **${writtenDate(statement.date)}**: ${escapeMarkdown(writtenSentence(statement))}`,
    status === "" ? "." : ` *(${escapeMarkdown(status)})*.`,
    quote,
    place,
    [...new Set(sources)].join(""),
    statement.isUncited ? ` *${texts.uncited}*` : "",
  ].join("");
}

function writeSource(source: SourceRef): string {
  const name = escapeMarkdown(nameSource(source));
  return source.url ? `${name}, <${source.url}>` : name;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, "\\$&");
}
