import { expect } from "vitest";
import { trace } from "../../../src/analytics/trace.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { type Row, statementsOf } from "../support/naive.ts";
import { partsUnder, slugOf, sorted } from "../support/worlds.ts";

/** The trace of each thing gives the statements that it should. */
export async function agreeOnTrace(database: Database, dataset: Dataset): Promise<void> {
  for (const [slug, wanted] of listWanted(dataset)) {
    const { statements } = await trace(database, { id: `${slugOf(dataset)}/${slug}` });
    expect([slug, ...sorted(statements.map((statement) => statement.slug))]).toEqual([
      slug,
      ...sorted(
        statementsOf(dataset)
          .filter(wanted)
          .map((row) => row.slug),
      ),
    ]);
  }
  await agreeOnCells(database, dataset);
}

type Wanted = (row: Row) => boolean;

/** For each thing of a case, slug first, the rule by which statements belong to its trace. */
function listWanted(dataset: Dataset): [string, Wanted][] {
  const { tables } = dataset;
  const about =
    (slugs: readonly string[]): Wanted =>
    ({ target }) =>
      slugs.includes(target);
  const either =
    (...rules: readonly Wanted[]): Wanted =>
    (row) =>
      rules.some((rule) => rule(row));
  const provisionsOf = (key: "proposal" | "demand", slug: string) =>
    tables.provisions.filter((row) => row[key] === slug);
  return [
    ...tables.actors.map(({ slug }): [string, Wanted] => [slug, (row) => partsOf(row).includes(slug)]),
    ...tables.proposals.map(({ slug }): [string, Wanted] => [
      slug,
      about([...reachVersions(slug, dataset), ...provisionsOf("proposal", slug).map((row) => row.demand)]),
    ]),
    ...tables.demands.map(({ slug }): [string, Wanted] => [
      slug,
      either(about([slug, ...provisionsOf("demand", slug).map((row) => row.proposal)]), (row) =>
        row.conditionalOn.includes(slug),
      ),
    ]),
    ...tables.meetings.map(({ slug }): [string, Wanted] => [slug, ofMeeting(slug, dataset)]),
    ...tables.claims.map(({ slug }): [string, Wanted] => [
      slug,
      about([slug, ...linked(slug, ["CONTRADICTS", "SUPPORTS"], dataset)]),
    ]),
    ...tables.events.map(({ slug }): [string, Wanted] => [slug, about([slug])]),
    ...tables.issues.map(({ slug }): [string, Wanted] => [
      slug,
      about(
        tables.demands
          .filter(({ issue }) => issue !== null && partsUnder(slug, tables.issues).includes(issue))
          .map((demand) => demand.slug),
      ),
    ]),
    ...tables.sources.map(({ slug }): [string, Wanted] => [
      slug,
      (row) => [...row.cites, ...row.citesParagraph, ...row.citesOneOf, ...row.found].includes(slug),
    ]),
  ];
}

function partsOf(row: Row): string[] {
  return [
    row.target,
    ...row.actors,
    ...row.through,
    ...row.onBehalfOf,
    ...row.addressedTo,
    ...row.against,
    ...row.assertedBy,
    ...row.disputedBy,
  ];
}

/** Made at it or at a part of it, or about it, the meetings above and below it, and what was presented there or came of it. */
function ofMeeting(slug: string, { tables }: Dataset): Wanted {
  const parts = partsUnder(slug, tables.meetings);
  const above: string[] = [];
  for (let up = slug; ; ) {
    const next = tables.meetings.find((row) => row.slug === up)?.partOf;
    if (!next || above.includes(next)) break;
    above.push(next);
    up = next;
  }
  const proposals = tables.links.flatMap(({ relation, from, to }) => {
    if (relation === "RESULTED_IN" && parts.includes(from)) return [to];
    return relation === "AT" && parts.includes(to) ? [from] : [];
  });
  return ({ target, madeAt, madeAtOneOf }) =>
    [...parts, ...above, ...proposals].includes(target) ||
    [madeAt, ...madeAtOneOf].some((place) => place !== null && parts.includes(place));
}

function linked(slug: string, relations: readonly string[], { tables }: Dataset): string[] {
  return tables.links.flatMap(({ relation, from, to }) => {
    if (!relations.includes(relation)) return [];
    return from === slug ? [to] : to === slug ? [from] : [];
  });
}

/** Each statement is shown with the cells of its row. */
async function agreeOnCells(database: Database, dataset: Dataset): Promise<void> {
  for (const row of statementsOf(dataset).slice(0, 40)) {
    const { statements } = await trace(database, { id: `${slugOf(dataset)}/${row.slug}` });
    const shown = statements.find((statement) => statement.slug === row.slug);
    const slugs = (refs: readonly { readonly slug: string }[] | undefined) =>
      sorted((refs ?? []).map((ref) => ref.slug));
    expect({
      act: shown?.act,
      status: shown?.status,
      date: shown?.date,
      quote: shown?.quote,
      target: shown?.target.slug,
      madeAt: shown?.madeAt?.slug ?? null,
      actors: slugs(shown?.actors),
      through: slugs(shown?.through),
      onBehalfOf: slugs(shown?.onBehalfOf),
      addressedTo: slugs(shown?.addressedTo),
      against: slugs(shown?.against),
      conditionalOn: slugs(shown?.conditionalOn),
      inResponseTo: slugs(shown?.inResponseTo),
      cites: slugs(
        shown?.cites
          .filter(({ scope, isOneOf }) => scope === "SENTENCE" && !isOneOf)
          .map(({ source }) => source),
      ),
      found: slugs(shown?.foundIn.map(({ source }) => source)),
    }).toEqual({
      act: row.act,
      status: row.status,
      date: row.date,
      quote: row.quote,
      target: row.target,
      madeAt: row.madeAt,
      actors: sorted(row.actors),
      through: sorted(row.through),
      onBehalfOf: sorted(row.onBehalfOf),
      addressedTo: sorted(row.addressedTo),
      against: sorted(row.against),
      conditionalOn: sorted(row.conditionalOn),
      inResponseTo: sorted(row.inResponseTo),
      cites: sorted(row.cites),
      found: sorted(row.found),
    });
  }
}

function reachVersions(slug: string, { tables }: Dataset): string[] {
  const reach = (from: "from" | "to", to: "from" | "to", relation: string) => {
    const found = [slug];
    for (const one of found) {
      for (const link of tables.links) {
        if (link.relation === relation && link[from] === one && !found.includes(link[to]))
          found.push(link[to]);
      }
    }
    return found;
  };
  const all = ["AMENDS", "INCORPORATES"].flatMap((relation) => [
    ...reach("from", "to", relation),
    ...reach("to", "from", relation),
  ]);
  return [...new Set(all)];
}
