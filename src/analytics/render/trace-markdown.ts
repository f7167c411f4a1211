import type { Citation, Finding } from "../statement-ref.ts";
import type { Trace } from "../trace.ts";
import { writeEmpty, writeLeftOut } from "./left-out.ts";
import { nameSource, quoteWords, writeMarks, writeSentence, writeWhen } from "./sentence.ts";
import { ITEM_MARK, listToldMeetings, writeTraceSummary } from "./trace-summary.ts";

/** Writes a trace as Markdown that a report can take over: a list for each act, and numbered footnotes with quotes and sources. */
export function renderTraceMarkdown(trace: Trace): string {
  const notes = new Footnotes();
  const lines = [`## ${escapeMarkdown(trace.root.name)}`, ""];
  for (const line of writeTraceSummary(trace)) lines.push(...writeLine(line));
  const told = listToldMeetings(trace);
  if (trace.emptyBecause) lines.push(writeEmpty(trace.emptyBecause), "");
  for (const group of trace.groups) {
    lines.push(`### ${group.title}`, "");
    for (const statement of group.statements) {
      const marks = writeMarks(statement).filter((mark) => mark !== "uncited");
      const mark = marks.length > 0 ? ` *(${escapeMarkdown(marks.join("; "))})*` : "";
      const sentence = escapeMarkdown(writeSentence(statement, trace.root, { told }));
      const when = escapeMarkdown(capitalise(writeWhen(statement)));
      lines.push(`- **${when}**: ${sentence}${mark}${notes.refer(writeFootnote(statement))}`);
    }
    lines.push("");
  }
  const leftOut = writeLeftOut(trace.leftOut);
  if (leftOut) lines.push(`*${leftOut}*`, "");
  return `${[...lines, "", ...notes.list()]
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd()}\n`;
}

/** A paragraph, or an item of a list. */
function writeLine(line: string): string[] {
  if (!line.startsWith(ITEM_MARK)) return ["", escapeMarkdown(line), ""];
  return [`- ${escapeMarkdown(line.slice(ITEM_MARK.length))}`];
}

/** Numbers footnotes in order of first use; the same text has one number. */
class Footnotes {
  readonly #texts: string[] = [];

  refer(text: string): string {
    if (!this.#texts.includes(text)) this.#texts.push(text);
    return `[^${this.#texts.indexOf(text) + 1}]`;
  }

  list(): string[] {
    return this.#texts.map((text, index) => `[^${index + 1}]: ${text}`);
  }
}

function writeFootnote(statement: {
  readonly quote: string | null;
  readonly locator: string | null;
  readonly cites: readonly Citation[];
  readonly foundIn: readonly Finding[];
}): string {
  const quote = statement.quote ? escapeMarkdown(quoteWords(statement.quote)) : "";
  const found = statement.foundIn.map(({ source, locator }, index) => {
    const place = locator ?? (index === 0 ? statement.locator : null);
    return describeSource(source) + (place ? `, ${escapeMarkdown(place)}` : "");
  });
  const own = statement.cites.filter((citation) => citation.scope === "SENTENCE");
  const cited = own.map(({ source, isOneOf }) => (isOneOf ? "possibly " : "") + describeSource(source));
  const near = statement.cites
    .filter(({ scope }) => scope === "PARAGRAPH")
    .map(({ source }) => describeSource(source));
  const nearby = near.length > 0 ? `; its paragraph cites ${near.join("; ")}` : "";
  const citing = cited.length > 0 ? `citing ${cited.join("; ")}` : `no source cited${nearby}`;
  return `${[quote, found.join("; "), citing].filter(Boolean).join(" — ")}.`;
}

function describeSource(source: Citation["source"]): string {
  const parts = [
    source.publisher ?? nameSource(source),
    source.title ? `“${source.title}”` : null,
    source.date,
  ].filter((part) => part !== null);
  const text = escapeMarkdown(parts.join(", "));
  return source.url ? `${text}, <${source.url}>` : text;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, "\\$&");
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
