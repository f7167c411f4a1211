import type { TimelineEntry } from "../../../../../src/questions/timeline.ts";
import { writtenDate } from "../../models/written-date.ts";
import { writtenSentence, writtenStatus } from "../../models/written-sentence.ts";
import { texts } from "../../texts.ts";

/** Tells an entry in one line: its date, what it is, and how far it is vouched for. */
export function describeEntry(entry: TimelineEntry): string {
  const { statement, name, kind, subkind, outcome } = entry;
  const what = statement ? writtenSentence(statement) : `${name} (${texts.kinds(subkind ?? kind)})`;
  const status = statement ? writtenStatus(statement) : "";
  return `${whenOf(entry)}: ${what}${outcome ? `; ${outcome}` : ""}${status && ` [${status}]`}`;
}

/** Writes when an entry was, with how that is known where it is not simply stated. */
export function whenOf({ kind, date, dateBasis }: TimelineEntry): string {
  const basis = texts.dates.bases[dateBasis ?? ""] ?? "";
  return `${writtenDate(date, kind !== "Statement")}${basis === "" || date === null ? "" : ` (${basis})`}`;
}
