import { nameEvidence, nameEvidenceOf } from "../../analytics/render/sentence.ts";
import { type TimelineEntry, type TimelineKind, timeline } from "../../analytics/timeline.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { type Column, forTools } from "../table.ts";

const COLUMNS: readonly Column<TimelineEntry>[] = [
  { title: "date", value: ({ date }) => date ?? "undated" },
  { title: "kind", value: ({ kind }) => kind.toLowerCase() },
  { title: "what", value: ({ name, outcome }) => [name, outcome].filter(Boolean).join(": "), share: 0.5 },
  { title: "sources", value: nameSources, share: 0.25 },
  forTools("id", ({ id }) => id),
  forTools("earliest", ({ earliest }) => earliest),
  forTools("latest", ({ latest }) => latest),
];

/** Prints statements, meetings, proposals and events in order of time. */
export const run = analysisCommand({
  ask: async (database, [word], options) =>
    timeline(database, {
      case: await chooseCase(database, word, options),
      kinds: options.kind as readonly TimelineKind[] | undefined,
      actors: options.actor as readonly string[] | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: ({ entries }) => [tableOf("Timeline", COLUMNS, entries)],
});

function nameSources(entry: TimelineEntry): string {
  return entry.statement ? nameEvidence(entry.statement) : nameEvidenceOf(entry);
}
