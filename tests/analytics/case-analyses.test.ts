import { beforeAll, describe, expect, it } from "vitest";
import { cases } from "../../src/analytics/cases.ts";
import { disputes } from "../../src/analytics/disputes.ts";
import { mediationRecord } from "../../src/analytics/mediation-record.ts";
import { paths } from "../../src/analytics/paths.ts";
import { sourceDependence } from "../../src/analytics/source-dependence.ts";
import { timeline } from "../../src/analytics/timeline.ts";
import { trace } from "../../src/analytics/trace.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { fallsWithout, shortestPaths, statementsOf, toStates, vouched } from "./support/naive.ts";
import { readCase } from "./support/worlds.ts";

const neo4j = useDatabase();
const FOLDERS = { example: EXAMPLE_CASE, first: FIRST_CASE };
const held = new Map<string, Dataset>();

beforeAll(async () => {
  for (const [name, folder] of Object.entries(FOLDERS)) {
    held.set(name, await readCase(folder));
    await loadDataset(neo4j.database, folder);
  }
});

function datasetOf(name: string): Dataset {
  const dataset = held.get(name);
  if (!dataset) throw new Error(`no case ${name}`);
  return dataset;
}

const slugOf = (dataset: Dataset) => dataset.tables.case[0]?.slug ?? "";
const sorted = (texts: readonly string[]) => [...texts].sort();

describe.each(["example", "first"])("on the %s case", (name) => {
  it("trace of each proposal gives the statements about it, its demands, and its versions", async () => {
    const dataset = datasetOf(name);
    const { tables } = dataset;
    for (const { slug } of tables.proposals) {
      const versions = reachVersions(slug, dataset);
      const demands = tables.provisions.filter((row) => row.proposal === slug).map((row) => row.demand);
      const wanted = statementsOf(dataset).filter(({ target }) => [...versions, ...demands].includes(target));
      const result = await trace(neo4j.database, { id: `${slugOf(dataset)}/${slug}` });
      expect(sorted(result.statements.map((statement) => statement.slug))).toEqual(
        sorted(wanted.map((row) => row.slug)),
      );
    }
  });

  it("trace of each demand gives the statements about it, about proposals that contain it, and conditional on it", async () => {
    const dataset = datasetOf(name);
    for (const { slug } of dataset.tables.demands) {
      const proposals = dataset.tables.provisions
        .filter((row) => row.demand === slug)
        .map((row) => row.proposal);
      const wanted = statementsOf(dataset).filter(
        (row) => [slug, ...proposals].includes(row.target) || row.conditionalOn.includes(slug),
      );
      const result = await trace(neo4j.database, { id: `${slugOf(dataset)}/${slug}` });
      expect(sorted(result.statements.map((statement) => statement.slug))).toEqual(
        sorted(wanted.map((row) => row.slug)),
      );
    }
  });

  it("trace of each actor gives the statements in which it has a part", async () => {
    const dataset = datasetOf(name);
    for (const { slug } of dataset.tables.actors.slice(0, 12)) {
      const wanted = statementsOf(dataset).filter((row) =>
        [
          row.target,
          ...row.actors,
          ...row.through,
          ...row.onBehalfOf,
          ...row.addressedTo,
          ...row.against,
          ...row.assertedBy,
          ...row.disputedBy,
        ].includes(slug),
      );
      const result = await trace(neo4j.database, { id: `${slugOf(dataset)}/${slug}` });
      expect(sorted(result.statements.map((statement) => statement.slug))).toEqual(
        sorted(wanted.map((row) => row.slug)),
      );
    }
  });

  it("trace gives each statement with the cells of its row", async () => {
    const dataset = datasetOf(name);
    for (const row of statementsOf(dataset).slice(0, 40)) {
      const { statements } = await trace(neo4j.database, { id: `${slugOf(dataset)}/${row.slug}` });
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
  });

  it("timeline gives every statement, meeting, event and proposal once, in order of time", async () => {
    const dataset = datasetOf(name);
    const { entries, pageInfo } = await timeline(neo4j.database, { case: slugOf(dataset) });
    const { meetings, events, proposals } = dataset.tables;
    const wanted = [...statementsOf(dataset), ...meetings, ...events, ...proposals].map((row) => row.slug);
    expect(pageInfo.totalCount).toBe(wanted.length);
    expect(sorted(entries.map((entry) => entry.slug))).toEqual(sorted(wanted));
    const days = entries.map((entry) => entry.earliest).filter((day) => day !== null);
    const unordered = days.filter((day, index) => index > 0 && day < (days[index - 1] ?? ""));
    // Only what an explicit order moves may stand before an earlier day.
    expect(unordered.length).toBeLessThanOrEqual(
      dataset.tables.links.filter(({ relation }) => relation === "AFTER").length + 4,
    );
  });

  it("disputes gives each claim that somebody disputes or another one contradicts", async () => {
    const dataset = datasetOf(name);
    const rows = statementsOf(dataset);
    const contradictions = dataset.tables.links.filter(({ relation }) => relation === "CONTRADICTS");
    const result = await disputes(neo4j.database, { case: slugOf(dataset) });
    const wanted = dataset.tables.claims
      .map(({ slug }) => slug)
      .filter((slug) => {
        const isDisputed = rows.some(({ act, target }) => act === "DISPUTED" && target === slug);
        return isDisputed || contradictions.some(({ from, to }) => from === slug || to === slug);
      });
    expect(result.claims.map(({ claim }) => claim.slug)).toEqual(sorted(wanted));
    for (const dispute of result.claims) {
      const own = rows.filter(({ target }) => target === dispute.claim.slug);
      const by = (acts: readonly string[]) =>
        sorted([...new Set(own.filter(({ act }) => acts.includes(act)).flatMap(({ actors }) => actors))]);
      expect(sorted(dispute.assertedBy.map(({ slug }) => slug))).toEqual(by(["ASSERTED", "ACCUSED"]));
      expect(sorted(dispute.disputedBy.map(({ slug }) => slug))).toEqual(by(["DISPUTED"]));
    }
    expect(sorted(result.statements.map(({ statement }) => statement.slug))).toEqual(
      sorted(
        rows
          .filter(
            ({ status, disputedBy }) =>
              status === "CLAIMED" || status === "DISPUTED" || disputedBy.length > 0,
          )
          .map(({ slug }) => slug),
      ),
    );
  });

  it("sourceDependence tells which statements fall without each work", async () => {
    const dataset = datasetOf(name);
    const rows = statementsOf(dataset);
    const result = await sourceDependence(neo4j.database, { case: slugOf(dataset) });
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
  });

  it("mediationRecord gives what each third party mediated, offered, hosted and proposed", async () => {
    const dataset = datasetOf(name);
    const { tables } = dataset;
    const counted = toStates(vouched(statementsOf(dataset)), tables);
    const isParty = (slug: string) =>
      tables.actors.find((actor) => actor.slug === slug)?.caseRole === "PARTY";
    const roles = { mediated: ["MEDIATED"], offered: ["OFFERED_TO_MEDIATE"], hosted: ["HOSTED"] };
    const result = await mediationRecord(neo4j.database, { case: slugOf(dataset) });
    for (const [role, acts] of Object.entries(roles)) {
      const wanted = counted
        .filter(({ actor, row }) => !isParty(actor) && acts.includes(row.act))
        .map(({ actor, row }) => `${actor} ${row.target}`);
      const shown = result.mediators.flatMap((record) =>
        record[role as "mediated"].map(({ target }) => `${record.actor.slug} ${target.slug}`),
      );
      expect(sorted(shown)).toEqual(sorted([...new Set(wanted)]));
    }
    const proposals = tables.proposals.map(({ slug }) => slug);
    const proposed = counted
      .filter(
        ({ actor, row }) =>
          !isParty(actor) &&
          ["PROPOSED", "OFFERED", "ANNOUNCED"].includes(row.act) &&
          proposals.includes(row.target),
      )
      .map(({ actor, row }) => `${actor} ${row.target}`);
    const shown = result.mediators.flatMap((record) =>
      record.proposals.map(({ proposal }) => `${record.actor.slug} ${proposal.slug}`),
    );
    expect(sorted(shown)).toEqual(sorted([...new Set(proposed)]));
    const venues = tables.meetings.flatMap(({ heldIn, slug }) =>
      heldIn && !isParty(heldIn) ? `${heldIn} ${slug}` : [],
    );
    expect(
      sorted(
        result.mediators.flatMap((record) =>
          record.venueOf.map(({ slug }) => `${record.actor.slug} ${slug}`),
        ),
      ),
    ).toEqual(sorted(venues));
  });

  it("paths gives all shortest chains", async () => {
    const dataset = datasetOf(name);
    const rows = statementsOf(dataset);
    const { actors, demands } = dataset.tables;
    const pairs = actors
      .slice(0, 5)
      .flatMap((actor) =>
        [...actors.slice(5, 8), ...demands.slice(0, 4)].map((other) => [actor.slug, other.slug] as const),
      );
    for (const [source, target] of pairs) {
      const result = await paths(neo4j.database, {
        source: `${slugOf(dataset)}/${source}`,
        target: `${slugOf(dataset)}/${target}`,
      });
      const wanted = shortestPaths(rows, source, target);
      const shown =
        result.length === null ? null : { length: result.length, count: result.pageInfo.totalCount };
      expect({ source, target, ...shown }).toEqual({
        source,
        target,
        ...(wanted && { length: wanted.length, count: Math.min(wanted.count, 1000) }),
      });
    }
  });

  it("cases counts what it holds", async () => {
    const dataset = datasetOf(name);
    const { tables } = dataset;
    const summary = (await cases(neo4j.database)).find(({ id }) => id === slugOf(dataset));
    expect(summary?.counts).toMatchObject({
      actors: tables.actors.length,
      issues: tables.issues.length,
      demands: tables.demands.length,
      proposals: tables.proposals.length,
      meetings: tables.meetings.length,
      events: tables.events.length,
      claims: tables.claims.length,
      sources: tables.sources.length,
      statements: statementsOf(dataset).length,
    });
  });
});

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
