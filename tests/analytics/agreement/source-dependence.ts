import { expect } from "vitest";
import { type SourceDependence, sourceDependence } from "../../../src/analytics/source-dependence.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { parseEdtf } from "../../../src/domain/edtf-dates.ts";
import { fallsWithout, sameWorks, statementsOf } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** What falls without each work, what is uncited, how many publishers support it, and which sources are listed or cited. */
export async function agreeOnSourceDependence(database: Database, dataset: Dataset): Promise<void> {
  const rows = statementsOf(dataset);
  const result = await sourceDependence(database, { case: slugOf(dataset) });
  const ids = new Set(rows.map(({ slug }) => `${slugOf(dataset)}/${slug}`));
  for (const { work, fallsWithout: fallen } of result.works) {
    const entries = work.entries.map(({ slug }) => slug);
    const wanted = rows
      .filter((row) => fallsWithout(row, entries, dataset.tables))
      .map(({ slug }) => `${slugOf(dataset)}/${slug}`);
    expect(sorted(fallen.filter((id) => ids.has(id)))).toEqual(sorted(wanted));
  }
  const uncited = rows.filter((row) => row.cites.length + row.citesOneOf.length === 0);
  expect(result.findings.filter(({ statement, isUncited }) => statement && isUncited)).toHaveLength(
    uncited.length,
  );
  const { tables } = dataset;
  const sourceOf = (slug: string) => tables.sources.find((source) => source.slug === slug);
  for (const { statement, supportedBy, olderWorks } of result.findings) {
    const row = rows.find(({ slug }) => slug === statement?.slug);
    if (!row) continue;
    const firstOf = (slug: string) => sorted([...sameWorks([slug], tables)])[0] ?? slug;
    const nameOf = (slug: string) =>
      sourceOf(firstOf(slug))?.publisher ?? sourceOf(firstOf(slug))?.title ?? firstOf(slug);
    const cited = [...new Set(row.cites.map(nameOf))];
    const candidates = row.citesOneOf.map(nameOf);
    const isApart = candidates.length > 0 && !candidates.some((name) => cited.includes(name));
    const isUncited = cited.length + candidates.length === 0;
    expect({ slug: row.slug, supportedBy }).toEqual({
      slug: row.slug,
      supportedBy: isUncited ? new Set(row.found.map(nameOf)).size : cited.length + (isApart ? 1 : 0),
    });
    const older = [...new Set([...row.cites, ...row.citesOneOf].map(firstOf))].filter((slug) => {
      const date = sourceOf(slug)?.date ?? null;
      const published = date === null ? null : (parseEdtf(date)?.latest ?? null);
      return published !== null && row.earliest !== null && published < row.earliest;
    });
    expect(sorted(olderWorks.map(({ id }) => id))).toEqual(
      sorted(older.map((slug) => `${slugOf(dataset)}/${slug}`)),
    );
  }
  const cited = new Set(
    Object.entries(tables)
      .filter(([name]) => name !== "sources")
      .flatMap(
        ([name, table]) =>
          (name === "statements" ? rows : table) as readonly Partial<(typeof rows)[number]>[],
      )
      .flatMap((row) => [...(row.cites ?? []), ...(row.citesParagraph ?? []), ...(row.citesOneOf ?? [])]),
  );
  const slugsOf = (keep: (source: (typeof tables.sources)[number]) => boolean) =>
    sorted(tables.sources.filter(keep).map(({ slug }) => slug));
  expect(result.citedNotListed.map(({ slug }) => slug)).toEqual(
    slugsOf(({ slug, listed }) => listed === false && cited.has(slug)),
  );
  expect(result.listedNotCited.map(({ slug }) => slug)).toEqual(
    slugsOf(({ slug, listed }) => listed === true && !cited.has(slug)),
  );
  agreeOnTallies(result, dataset);
}

/** How much rests on works of one publisher, language or kind: what cites one of them, and what cites none other. */
function agreeOnTallies(
  { byPublisher, byLanguage, byKind, findingCount, uncitedCount, onePublisherCount }: SourceDependence,
  dataset: Dataset,
): void {
  const { tables } = dataset;
  const rows: readonly { readonly cites: readonly string[]; readonly citesOneOf: readonly string[] }[] = [
    ...statementsOf(dataset),
    ...tables.meetings,
    ...tables.events,
    ...tables.proposals,
    ...[...tables.representations, ...tables.provisions, ...tables.links].filter(
      ({ cites, citesOneOf, foundIn }) => cites.length + citesOneOf.length + foundIn.length > 0,
    ),
  ];
  const workOf = (slug: string) => {
    const [first] = sorted([...sameWorks([slug], tables)]);
    return tables.sources.find((source) => source.slug === first);
  };
  const cited = rows.map((row) => [...row.cites, ...row.citesOneOf].flatMap((slug) => workOf(slug) ?? []));
  const tally = (nameOf: (work: (typeof tables.sources)[number]) => string | null) =>
    sorted(
      [...new Set(cited.flat().map(nameOf))].map((name) => {
        const supported = cited.filter((works) => works.some((work) => nameOf(work) === name));
        const sole = supported.filter((works) => works.every((work) => nameOf(work) === name));
        const works = new Set(cited.flat().filter((work) => nameOf(work) === name));
        return `${name}: ${works.size} works, ${supported.length}, alone ${sole.length}`;
      }),
    );
  const write = (tallies: typeof byKind) =>
    sorted(
      tallies.map(
        ({ name, workCount, supportCount, soleCount }) =>
          `${name}: ${workCount} works, ${supportCount}, alone ${soleCount}`,
      ),
    );
  expect(write(byPublisher)).toEqual(tally(({ publisher, title, slug }) => publisher ?? title ?? slug));
  expect(write(byLanguage)).toEqual(tally(({ language }) => language));
  expect(write(byKind)).toEqual(tally(({ kind }) => kind));
  const isUncited = (works: readonly unknown[]) => works.length === 0;
  const publisherOf = ({ publisher, title, slug }: (typeof tables.sources)[number]) =>
    publisher ?? title ?? slug;
  const supportOf = (row: (typeof rows)[number]) => {
    const names = (slugs: readonly string[]) => slugs.flatMap((slug) => workOf(slug) ?? []).map(publisherOf);
    const [own, oneOf] = [new Set(names(row.cites)), names(row.citesOneOf)];
    return own.size + (oneOf.length > 0 && !oneOf.some((name) => own.has(name)) ? 1 : 0);
  };
  expect({ findingCount, uncitedCount, onePublisherCount }).toEqual({
    findingCount: rows.length,
    uncitedCount: cited.filter(isUncited).length,
    onePublisherCount: rows.filter((row) => supportOf(row) === 1).length,
  });
}
