import { expect } from "vitest";
import { timeline } from "../../../src/analytics/timeline.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { parseEdtf } from "../../../src/domain/edtf-dates.ts";
import { fallsWithout, statementsOf } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

interface Thing {
  readonly slug: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly after: readonly string[];
  readonly before: readonly string[];
}

/** Every statement, meeting, event and proposal stands in the timeline once, in order; with filters those that pass. */
export async function agreeOnTimeline(database: Database, dataset: Dataset): Promise<void> {
  const things = listThings(dataset);
  const ask = async (words: object) => {
    const { entries, pageInfo } = await timeline(database, { case: slugOf(dataset), ...words });
    expect(pageInfo.totalCount).toBe(entries.length);
    return entries.map(({ slug }) => slug);
  };
  const shown = await ask({});
  expect(sorted(shown)).toEqual(sorted(things.map(({ slug }) => slug)));
  expectOrder(shown, things);
  const inMarch = things.filter(
    ({ earliest, latest }) =>
      earliest !== null && latest !== null && earliest >= "2022-03-01" && latest <= "2022-03-31",
  );
  expect(sorted(await ask({ from: "2022-03", to: "2022-03" }))).toEqual(
    sorted(inMarch.map(({ slug }) => slug)),
  );
  for (const { slug } of dataset.tables.sources.slice(0, 3)) {
    const standing = things.filter((row) => !fallsWithout(row, [slug], dataset.tables));
    expect(sorted(await ask({ withoutSources: [slug] }))).toEqual(sorted(standing.map((row) => row.slug)));
  }
}

function listThings(dataset: Dataset) {
  const { meetings, events, proposals, links } = dataset.tables;
  const dated = [...meetings, ...events, ...proposals].map((row) => {
    const span = row.date === null ? null : parseEdtf(row.date);
    return { ...row, earliest: span?.earliest ?? null, latest: span?.latest ?? null };
  });
  const said = statementsOf(dataset).map((row) => ({
    ...row,
    foundIn: row.found,
    // The first is the one that is meant, unless another is; the others are alternatives.
    after: [...row.after, ...row.inResponseTo.slice(0, 1)],
  }));
  const linked = (relation: string, slug: string) =>
    links.filter((link) => link.relation === relation && link.from === slug).map((link) => link.to);
  return [...dated, ...said].map((row) => ({
    ...row,
    after: [...row.after, ...linked("AFTER", row.slug)],
    before: [...row.before, ...linked("BEFORE", row.slug)],
  }));
}

/** Days decide where they are apart; else what is said to come after another does; what says nothing is sorted by its days. */
function expectOrder(shown: readonly string[], things: readonly Thing[]): void {
  const place = new Map(shown.map((slug, index) => [slug, index]));
  const orders = things.flatMap(({ slug, after, before }) => [
    ...after.map((other) => ({ earlier: other, later: slug })),
    ...before.map((other) => ({ earlier: slug, later: other })),
  ]);
  const bySlug = new Map(things.map((thing) => [thing.slug, thing]));
  for (const { earlier, later } of orders) {
    const [one, other] = [bySlug.get(earlier), bySlug.get(later)];
    if (!one || !other || areApart(one, other) || leadsTo(later, earlier, orders)) continue;
    const isKept = (place.get(earlier) ?? 0) < (place.get(later) ?? 0);
    expect({ earlier, later, isKept }).toEqual({ earlier, later, isKept: true });
  }
  const ordered = new Set(orders.flatMap(({ earlier, later }) => [earlier, later]));
  const free = shown.filter((slug) => !ordered.has(slug)).flatMap((slug) => bySlug.get(slug) ?? []);
  const daysOf = ({ earliest, latest }: Thing) => `${earliest ?? latest ?? "~"} ${latest ?? "~"}`;
  expect(free.map(daysOf)).toEqual(sorted(free.map(daysOf)));
}

function areApart(one: Thing, other: Thing): boolean {
  const before = (left: Thing, right: Thing) =>
    left.latest !== null && right.earliest !== null && left.latest < right.earliest;
  return before(one, other) || before(other, one);
}

/** Whether a ring of orders leads back. */
function leadsTo(start: string, end: string, orders: readonly { earlier: string; later: string }[]): boolean {
  const reached = new Set([start]);
  for (const slug of reached) {
    for (const { earlier, later } of orders) if (earlier === slug) reached.add(later);
  }
  return reached.has(end);
}
