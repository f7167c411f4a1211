import { z } from "zod";

/** What a case says about how it was made, under `demarche` in its `datapackage.json`. */
export const SETTINGS = z.strictObject({
  /** CODED by people from documents, or IMPORTED from data: imports have no quote limits and may aim any act at an actor. */
  origin: z.enum(["CODED", "IMPORTED"]).default("CODED"),
  /** Longest quote, in characters. */
  maxQuote: z.int().positive().default(300),
  /** Largest share (0–1) of a document's words that all quotes together may hold. */
  quoteShare: z.number().gt(0).max(1).default(0.4),
  /** Words of each document that was read, by the slug of its source. */
  documentWords: z.record(z.string(), z.int().positive()).default({}),
});

export type Settings = Readonly<z.infer<typeof SETTINGS>>;

/** The settings of a case that gives none. */
export const DEFAULT_SETTINGS: Settings = SETTINGS.parse({});

/** Reads the settings that a stored case has as JSON; null where it gives none. */
export function parseSettings(text: string | null): Settings {
  return text === null ? DEFAULT_SETTINGS : SETTINGS.parse(JSON.parse(text));
}
