import type { AnyRow } from "./rule.ts";

const JOINT = " … ";

type Quoting = Extract<AnyRow, { record: { quote: string | null } }>;

/** Tells whether a row quotes a document. */
export function hasQuote(row: AnyRow): row is Quoting & { readonly record: { readonly quote: string } } {
  return "quote" in row.record && row.record.quote !== null;
}

/** Gives the spans of a quote: what stands between the joints ` … `. */
export function spansOf(quote: string): string[] {
  return quote
    .split(JOINT)
    .map((span) => span.trim())
    .filter((span) => span !== "");
}

/** Counts the words of a text: what stands between blanks. */
export function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** Leaves out the spans that stand within another one, and repeated ones. */
export function distinctSpans(spans: Iterable<string>): string[] {
  const byLength = [...new Set(spans)].sort((left, right) => right.length - left.length);
  const kept: string[] = [];
  let joined = "";
  for (const span of byLength) {
    if (joined.includes(span)) continue;
    kept.push(span);
    joined += `${span}\n`;
  }
  return kept;
}
