import { expect } from "vitest";
import { sourceDependence } from "../../../src/analytics/source-dependence.ts";
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
}
