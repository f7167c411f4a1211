import { expect } from "vitest";
import { mediationRecord } from "../../../src/analytics/mediation-record.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { countFor, type Row, statementsOf, TO_STATES, vouched } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** Each third party has what it mediated, offered, hosted and proposed, how the parties answered, and how others judged it. */
export async function agreeOnMediationRecord(database: Database, dataset: Dataset): Promise<void> {
  const { tables } = dataset;
  const counted = countFor(vouched(statementsOf(dataset)), tables);
  const isParty = (slug: string) => tables.actors.find((actor) => actor.slug === slug)?.caseRole === "PARTY";
  const roles = { mediated: ["MEDIATED"], offered: ["OFFERED_TO_MEDIATE"], hosted: ["HOSTED"] };
  const result = await mediationRecord(database, { case: slugOf(dataset) });
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
      result.mediators.flatMap((record) => record.venueOf.map(({ slug }) => `${record.actor.slug} ${slug}`)),
    ),
  ).toEqual(sorted(venues));
  const parties = result.parties.map(({ slug }) => slug);
  const isOf = (actor: string, proposal: string, acts: readonly string[] | null) =>
    counted.some(
      (one) => one.actor === actor && one.row.target === proposal && (!acts || acts.includes(one.row.act)),
    );
  for (const { proposals: made } of result.mediators) {
    for (const { proposal, answers } of made) {
      const makers = counted.filter(({ row }) => puts(row, proposal.slug)).map(({ actor }) => actor);
      const made = counted.filter(({ row }) => puts(row, proposal.slug)).map(({ row }) => row.slug);
      const repliesOf = (actor: string) =>
        sorted([
          ...new Set(
            counted
              .filter((one) => one.actor === actor && one.row.target !== proposal.slug)
              .filter(({ row }) => row.inResponseTo.some((slug) => made.includes(slug)))
              .map(({ row }) => row.slug),
          ),
        ]);
      const answering = counted
        .map(({ actor }) => actor)
        .filter((actor) => isOf(actor, proposal.slug, null) || repliesOf(actor).length > 0);
      const wantedAnswers = [...new Set([...parties, ...answering])]
        .filter((actor) => !makers.includes(actor))
        .map((actor) => {
          const acts = counted
            .filter((one) => one.actor === actor && one.row.target === proposal.slug)
            .map(({ row }) => row.act);
          return `${actor}: ${sorted([...new Set(acts)]).join(" ")} / ${repliesOf(actor).join(" ")}`;
        });
      const shown = answers.map(
        ({ party, acts, replies }) =>
          `${party.slug}: ${sorted(acts).join(" ")} / ${sorted(replies.map(({ slug }) => slug)).join(" ")}`,
      );
      expect(sorted(shown)).toEqual(sorted(wantedAnswers));
    }
  }
  expect(
    sorted(
      result.mediators.flatMap(({ actor, judgements }) =>
        judgements.map(({ statement }) => `${actor.slug} ${statement.slug}`),
      ),
    ),
  ).toEqual(sorted(result.mediators.flatMap(({ actor }) => judgementsOf(actor.slug, dataset))));
}

function puts({ act, target }: Row, proposal: string): boolean {
  return target === proposal && ["PROPOSED", "OFFERED", "ANNOUNCED"].includes(act);
}

/** What is for or against a third party, or says something of a claim about it or against it; not its own words. */
function judgementsOf(slug: string, dataset: Dataset): string[] {
  const { tables } = dataset;
  const stands = (actor: string, row: Row) =>
    actor === slug ||
    countFor([{ ...row, actors: [actor], onBehalfOf: [] }], tables, TO_STATES).some(
      (counted) => counted.actor === slug,
    );
  const isActor = (name: string) => tables.actors.some((actor) => actor.slug === name);
  const judged = (row: Row) => {
    const claim = tables.claims.find((one) => one.slug === row.target);
    if (claim) return [...claim.about.filter(isActor), ...row.against];
    return isActor(row.target) && row.polarity !== 0 ? [row.target] : [];
  };
  return vouched(statementsOf(dataset))
    .filter((row) => judged(row).some((actor) => stands(actor, row)))
    .filter((row) => !row.actors.some((actor) => stands(actor, row)))
    .map((row) => `${slug} ${row.slug}`);
}
