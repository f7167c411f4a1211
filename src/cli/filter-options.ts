import type { FilterInput } from "../analytics/analysis-filter.ts";
import type { PageInput } from "../analytics/paging.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { RollUp, Status } from "../domain/vocabulary.ts";
import type { OptionValues } from "./command.ts";

/** Turns the options of a command into the words that every analysis takes; what was not given is absent. */
export function readFilterOptions(options: OptionValues): FilterInput {
  const text = (name: string) => options[name] as string | undefined;
  return {
    from: text("from"),
    to: text("to"),
    asOf: text("asOf"),
    overlap: text("overlap") as FilterInput["overlap"],
    statuses: options.status as readonly Status[] | undefined,
    withoutSources: options.withoutSource as readonly string[] | undefined,
    citationScope: text("citationScope") as FilterInput["citationScope"],
    rollUp: text("rollUp") as RollUp | undefined,
    expandCoalitions: options.expandCoalitions as boolean | undefined,
    mergeSameAs: options.mergeSameAs as boolean | undefined,
    asKnownOn: text("asKnownOn"),
  };
}

/** Turns `--first` and `--after` into a page. */
export function readPageOptions(options: OptionValues): PageInput {
  return {
    first: readWholeNumber(options.first as string | undefined, "--first"),
    after: options.after as string | undefined,
  };
}

/**
 * Reads a whole number of the command line; undefined where it was not given.
 *
 * @throws DemarcheError USAGE for anything else.
 */
export function readWholeNumber(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^-?\d+$/.test(text)) throw new DemarcheError("USAGE", `${option} takes a whole number, not: ${text}`);
  return Number(text);
}
