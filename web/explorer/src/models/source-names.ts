import type { CitedSource, SourceRef } from "../../../../src/questions/statement.ts";
import { texts } from "../texts.ts";

/** Names a source by publisher, title and date. */
export function nameSource(
  source: Pick<SourceRef, "slug" | "publisher" | "title" | "date" | "citationKey">,
): string {
  const name = [source.publisher, source.title && `“${source.title}”`, source.date].filter(Boolean);
  return name.join(", ") || source.citationKey || source.slug;
}

/** Names a citation, with what a reader must know of it. */
export function nameCitation({ source, isOneOf, scope }: CitedSource): string {
  const marks = [
    isOneOf ? texts.oneOf : "",
    scope === "PARAGRAPH" ? texts.citedInParagraph : "",
    source.listed === false ? texts.unlisted : "",
  ];
  return [nameSource(source), ...marks.filter(Boolean)].join(" · ");
}
