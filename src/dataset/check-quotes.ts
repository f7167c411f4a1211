import type { Problem } from "../domain/errors.ts";
import { TABLE_NAMES, TABLES } from "../domain/tables.ts";
import { type Dataset, lineOf } from "./dataset.ts";
import { countWords, spansOf } from "./quotes.ts";
import { Reporter } from "./reporter.ts";

/** How much of a document the quotes of a case hold. */
export interface QuoteCoverage {
  readonly source: string;
  readonly wordCount: number;
  readonly quotedWordCount: number;
  /** 0–1. */
  readonly quotedShare: number;
}

const RULE = "quote-text";

/**
 * Holds every quote of a case against the documents that it was coded from: each span stands in the document, and in the
 * paragraph that its locator names (`¶12`, `¶12-13`: lines of the document, headings and empty lines counted).
 *
 * @param documents - Texts by the slug of their source; quotes of other sources are not looked at.
 * @returns Problems in order of file and line, and for each document the share of its words that some quote holds.
 */
export function checkQuotes(
  dataset: Dataset,
  documents: Readonly<Record<string, string>>,
): { problems: Problem[]; coverage: QuoteCoverage[] } {
  const reporter = new Reporter();
  const texts = new Map(Object.entries(documents).map(([source, text]) => [source, new QuotedText(text)]));
  for (const quote of quotesOf(dataset)) {
    const candidates = quote.sources.flatMap((source) => texts.get(source) ?? []);
    if (candidates.length === 0) continue;
    for (const message of checkQuote(quote, candidates)) reporter.report(RULE, "error", quote.place, message);
  }
  return { problems: reporter.list(), coverage: [...texts].map(([source, text]) => text.coverage(source)) };
}

interface Quote {
  readonly text: string;
  readonly locator: string | null;
  readonly sources: readonly string[];
  readonly place: { readonly file: string; readonly line: number | null; readonly column: string };
}

function* quotesOf(dataset: Dataset): Generator<Quote> {
  for (const table of TABLE_NAMES) {
    for (const [index, record] of dataset.tables[table].entries()) {
      if (!("quote" in record) || record.quote === null) continue;
      const sources = "foundIn" in record ? record.foundIn : [record.source];
      const place = { file: TABLES[table].file, line: lineOf(dataset, table, index), column: "quote" };
      yield { text: record.quote, locator: record.locator, sources, place };
    }
  }
}

function checkQuote({ text, locator, sources }: Quote, candidates: readonly QuotedText[]): string[] {
  return spansOf(text).flatMap((span) => {
    const finds = candidates.map((candidate) => candidate.mark(span, parseLocator(locator)));
    if (finds.includes("FOUND")) return [];
    const elsewhere = finds.find((find) => typeof find === "number");
    if (typeof elsewhere === "number")
      return [`"${span}" does not stand in ${locator}, but in ¶${elsewhere}: correct the locator.`];
    const names = sources.map((source) => `"${source}"`).join(" or ");
    const hint = finds.includes("ALMOST")
      ? "; it does with other quotation marks, dashes, blanks or capitals"
      : "";
    return [`"${span}" does not stand in ${names}${hint}: quote it as printed.`];
  });
}

/** The paragraphs that a locator names; null where it is of another form. */
function parseLocator(locator: string | null): { first: number; last: number } | null {
  const parts = /^¶\s*(\d+)(?:\s*[-–]\s*¶?\s*(\d+))?$/.exec(locator?.trim() ?? "");
  if (!parts) return null;
  return { first: Number(parts[1]), last: Number(parts[2] ?? parts[1]) };
}

class QuotedText {
  readonly #text: string;
  /** Where each line begins. */
  readonly #starts: readonly number[];
  readonly #isQuoted: Uint8Array;

  constructor(text: string) {
    this.#text = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    this.#starts = [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#isQuoted = new Uint8Array(this.#text.length);
  }

  /** Looks for a span and marks it as quoted; gives the paragraph where it stands when that is not where it should. */
  mark(
    span: string,
    within: { first: number; last: number } | null,
  ): "FOUND" | "ALMOST" | "NOT_FOUND" | number {
    const start = within ? (this.#starts[within.first - 1] ?? this.#text.length) : 0;
    const end = within ? (this.#starts[within.last] ?? this.#text.length) : this.#text.length;
    const at = this.#text.slice(start, end).indexOf(span);
    const anywhere = at >= 0 ? start + at : this.#text.indexOf(span);
    if (anywhere < 0) return loosen(this.#text).includes(loosen(span)) ? "ALMOST" : "NOT_FOUND";
    this.#isQuoted.fill(1, anywhere, anywhere + span.length);
    return at >= 0 ? "FOUND" : this.#starts.filter((lineStart) => lineStart <= anywhere).length;
  }

  coverage(source: string): QuoteCoverage {
    const words = [...this.#text.matchAll(/\S+/gu)];
    const quoted = words.filter(({ 0: word, index }) =>
      this.#isQuoted.subarray(index, index + word.length).includes(1),
    );
    const wordCount = countWords(this.#text);
    const quotedShare = wordCount === 0 ? 0 : quoted.length / wordCount;
    return { source, wordCount, quotedWordCount: quoted.length, quotedShare };
  }
}

function loosen(text: string): string {
  return text
    .replace(/[“”„«»‟]/g, '"')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
