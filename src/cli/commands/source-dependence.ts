import { type Dependence, nameFinding } from "../../analytics/dependence.ts";
import {
  type SourceTally,
  sourceDependence,
  type WorkDependence,
} from "../../analytics/source-dependence.ts";
import type { WorkRef } from "../../analytics/works.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { listIds, listStatements } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

const TALLY: readonly Column<SourceTally>[] = [
  { title: "name", value: ({ name }) => name ?? "(not stated)", share: 0.4 },
  { title: "works", value: ({ workCount }) => workCount },
  { title: "supports", value: ({ supportCount }) => supportCount },
  { title: "alone", value: ({ soleCount }) => soleCount },
];

const WORKS: readonly Column<WorkDependence>[] = [
  { title: "work", value: ({ work }) => work.id },
  { title: "title", value: ({ work }) => work.title, share: 0.4 },
  { title: "supports", value: ({ supportCount }) => supportCount },
  { title: "falls without it", value: ({ fallsWithout }) => fallsWithout.length },
];

const FINDINGS: readonly Column<Dependence>[] = [
  { title: "finding", value: describeFinding, share: 0.55 },
  { title: "rests on", value: ({ restsOn }) => restsOn.toLowerCase().replaceAll("_", " ") },
  { title: "publishers", value: ({ publishers }) => publishers.join(", "), share: 0.25 },
  forTools("id", ({ id }) => id),
  forTools("works", ({ works }) => listIds(works)),
  forTools("one of", ({ oneOf }) => listIds(oneOf)),
];

const OLDER: readonly Column<Dependence>[] = [
  { title: "finding", value: describeFinding, share: 0.5 },
  { title: "works", value: ({ olderWorks }) => olderWorks.map(nameWork).join("\n"), share: 0.45 },
];

/** Prints which works and publishers the findings of a case rest on, and what falls without each. */
export const run = analysisCommand({
  ask: async (database, [word], options) =>
    sourceDependence(database, {
      case: await chooseCase(database, word, options),
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: (result) => [
    tableOf("By publisher", TALLY, result.byPublisher),
    tableOf("By language", TALLY, result.byLanguage),
    tableOf("By kind", TALLY, result.byKind),
    tableOf("Works", WORKS, result.works),
    tableOf("Cited but not listed", SOURCES, result.citedNotListed),
    tableOf("Listed but never cited", SOURCES, result.listedNotCited),
    tableOf(
      "Works older than what they are cited for",
      OLDER,
      result.findings.filter(({ olderWorks }) => olderWorks.length > 0),
    ),
    tableOf("Findings", FINDINGS, result.findings),
  ],
  csvTable: (result) => tableOf("Findings", FINDINGS, result.findings),
});

const SOURCES: readonly Column<{
  readonly id: string;
  readonly publisher: string | null;
  readonly title: string | null;
}>[] = [
  { title: "source", value: ({ id }) => id },
  { title: "publisher", value: ({ publisher }) => publisher, share: 0.2 },
  { title: "title", value: ({ title }) => title, share: 0.4 },
];

function nameWork({ publisher, title, date, id }: WorkRef): string {
  return [publisher, title ?? id, date].filter(Boolean).join(", ");
}

function describeFinding(finding: Dependence): string {
  return finding.statement ? listStatements([finding.statement]) : nameFinding(finding);
}
