import { texts } from "../texts.ts";

const LANGUAGES = new Intl.DisplayNames(texts.locale, { type: "language" });

/** Names the language of a BCP 47 tag; what is none stays as it is. */
export function nameLanguage(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
