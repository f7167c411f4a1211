import type { CitedSource, SourceRef } from "../../../../src/questions/statement.ts";
import { texts } from "../texts.ts";

/** What of a source makes its name. */
export interface NamedSource extends Pick<SourceRef, "slug" | "publisher" | "title" | "date"> {
  readonly author?: readonly string[] | null;
  readonly citationKey?: string | null;
}

/** Names authors, who are each written with the family name first. */
export function nameAuthors(authors: readonly string[]): string {
  return authors.join("; ");
}

/** Names a source by publisher, title and date. */
export function nameSource(source: NamedSource): string {
  const who = source.publisher ?? nameAuthors(source.author ?? []);
  const name = [who, source.title && `“${source.title}”`, source.date].filter(Boolean);
  return name.join(", ") || source.citationKey || source.slug;
}

/** Names sources by their slugs, as choices list them; a slug that no source has names itself. */
export function nameSources(sources: readonly NamedSource[], slugs: string): readonly string[] {
  const names = new Map(sources.map((source) => [source.slug, nameSource(source)]));
  return slugs
    .split(",")
    .filter(Boolean)
    .map((slug) => names.get(slug) ?? slug);
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
