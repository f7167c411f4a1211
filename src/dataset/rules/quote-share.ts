import { countWords, distinctSpans, hasQuote, spansOf } from "../quotes.ts";
import type { AnyRow, CheckContext, Rule } from "../rule.ts";

interface Document {
  readonly slug: string;
  readonly line: number | null;
  readonly isWhole: boolean;
}

/** Finds documents of which the case quotes more than it may; a quote within another counts once. */
export const quoteShare: Rule = {
  name: "quote-share",
  severity: "error",
  says: "All quotes of a document hold together at most `quoteShare` of its words (40 % unless the case says otherwise).",
  start: (context) => {
    const documents: Document[] = [];
    const spans = new Map<string, Set<string>>();
    return {
      rows: {
        sources: {
          needs: ["slug", "coverage"],
          check: ({ line, record }) => {
            if (record.coverage !== null || Object.hasOwn(context.settings.documentWords, record.slug)) {
              documents.push({ slug: record.slug, line, isWhole: record.coverage === "COMPLETE" });
            }
          },
        },
      },
      everyRow: (row) => {
        if (context.settings.origin === "CODED") gatherSpans(row, spans);
      },
      end: () => {
        if (context.settings.origin === "IMPORTED") return;
        for (const document of documents)
          checkDocument(document, spans.get(document.slug) ?? new Set(), context);
      },
    };
  },
};

function gatherSpans(row: AnyRow, spans: Map<string, Set<string>>): void {
  if (!hasQuote(row)) return;
  const source = "foundIn" in row.record ? row.record.foundIn[0] : row.record.source;
  if (!source) return;
  const known = spans.get(source) ?? new Set();
  for (const span of spansOf(row.record.quote)) known.add(span);
  spans.set(source, known);
}

function checkDocument(
  document: Document,
  spans: ReadonlySet<string>,
  { settings, report }: CheckContext,
): void {
  const { slug, line, isWhole } = document;
  const place = { file: "sources.csv", line };
  const words = Object.hasOwn(settings.documentWords, slug) ? settings.documentWords[slug] : undefined;
  if (words === undefined) {
    const message = `The words of "${slug}" are not counted, so that the share of quotes cannot be checked: add it to documentWords in datapackage.json.`;
    if (isWhole && spans.size > 0) report(place, message, "warning");
    return;
  }
  const quoted = distinctSpans(spans).reduce((sum, span) => sum + countWords(span), 0);
  if (quoted <= words * settings.quoteShare) return;
  const share = `${quoted} of the ${words} words of "${slug}" are quoted (${percent(quoted / words)})`;
  report(place, `${share}, ${percent(settings.quoteShare)} are allowed: shorten quotes.`);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
