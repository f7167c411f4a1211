import { bargainingRange } from "../../../src/analytics/bargaining-range.ts";
import { disputes } from "../../../src/analytics/disputes.ts";
import { mediationRecord } from "../../../src/analytics/mediation-record.ts";
import { positionHistory } from "../../../src/analytics/position-history.ts";
import { positions } from "../../../src/analytics/positions.ts";
import { search } from "../../../src/analytics/search.ts";
import { sourceDependence } from "../../../src/analytics/source-dependence.ts";
import type { StatementRef } from "../../../src/analytics/statement-ref.ts";
import { timeline } from "../../../src/analytics/timeline.ts";
import { trace } from "../../../src/analytics/trace.ts";
import type { Database } from "../../../src/database/database.ts";

/** How each of the questions is asked of Demarche: the whole answer, in the order in which it comes. */
export const ANSWERS: Readonly<Record<number, (database: Database) => Promise<unknown>>> = {
  1: askCeilings,
  2: askDraftTerms,
  3: askMeetingsOfMarch,
  4: askSixthOfApril,
  5: askFirstDemands,
  6: askThirtyDays,
  7: askMedinsky,
  8: askRounds,
  9: askRejectedPlans,
  10: askThirdParties,
  11: askCrimea,
  12: askLastingDemands,
  13: askJohnson,
  14: askProxies,
  15: askKozakSource,
  16: askCeilingSource,
  17: askTurkey,
  18: askAfricanMission,
  19: askKeyProvisions,
  20: askRussianAnswers,
};

const CASE = "russia-ukraine";

const idOf = (slug: string) => `${CASE}/${slug}`;
const slugs = (refs: readonly { readonly slug: string }[]) => refs.map(({ slug }) => slug);
const namesOf = (refs: readonly { readonly name: string }[]) => refs.map(({ name }) => name);

/** Says of a statement who did what about what, and when. */
function say({ actors, act, target, date }: StatementRef): string {
  const who = actors.length > 0 ? slugs(actors).join("+") : "not stated";
  return `${who} ${act} ${target.slug} ${date ?? "undated"}`;
}

function citedBy(statement: StatementRef): string[] {
  return statement.cites.filter(({ scope }) => scope === "SENTENCE").map(({ source }) => source.slug);
}

async function askCeilings(database: Database) {
  const range = await bargainingRange(database, { case: CASE, issue: "armed-forces-size" });
  return {
    unit: range.issue.unit,
    ceilings: range.ranges.map(({ actor, current }) => ({
      actor: actor.slug,
      values: current.map(({ low, high, statement }) => ({ low, high, act: statement.act })),
    })),
    gaps: range.gaps.map(({ left, right, gap }) => ({ between: slugs([left, right]), gap })),
  };
}

async function askDraftTerms(database: Database) {
  const { root, neighbours, statements } = await trace(database, { id: idOf("us-draft-2025-04-25") });
  return {
    draft: root.name,
    date: root.date,
    terms: namesOf(neighbours.filter(({ relation }) => relation === "CONTAINS").map(({ other }) => other)),
    onItself: statements.filter(({ relation }) => relation === "ITSELF").map(say),
  };
}

async function askMeetingsOfMarch(database: Database) {
  const { entries } = await timeline(database, {
    case: CASE,
    kinds: ["Meeting"],
    from: "2022-03",
    to: "2022-03",
  });
  return entries.map(({ date, name, dateBasis }) => ({ date, name, dateBasis }));
}

async function askSixthOfApril(database: Database) {
  const { entries, leftOut } = await timeline(database, { case: CASE, from: "2022-04-06", to: "2022-04-06" });
  return {
    said: entries.map(({ kind, statement, name }) => (statement ? say(statement) : `${kind} ${name}`)),
    tooVague: leftOut.some(({ reason }) => reason === "TOO_VAGUE_DATE"),
  };
}

async function askFirstDemands(database: Database) {
  const { root, statements } = await trace(database, { id: idOf("round-1-gomel") });
  const demands = statements.filter(({ act }) => act === "DEMANDED");
  const answers = await Promise.all(
    demands.map(async ({ target }) => {
      const chain = await trace(database, { id: target.id, to: "2022-03-03" });
      return chain.statements.filter(({ target: { id } }) => id === target.id).map(say);
    }),
  );
  return {
    demanded: demands.map((statement) => ({ said: say(statement), source: citedBy(statement) })),
    chains: answers,
    outcome: root.outcome,
    resulted: slugs(
      (await trace(database, { id: root.id })).abouts.filter(({ relation }) => relation === "RESULTED_IN"),
    ),
  };
}

async function askThirtyDays(database: Database) {
  const ceasefire = await trace(database, { id: idOf("us-thirty-day-ceasefire-proposal") });
  const promise = await trace(database, { id: idOf("putin-energy-promise") });
  const own = (result: typeof ceasefire) => result.statements.filter(({ relation }) => relation === "ITSELF");
  return {
    ceasefire: own(ceasefire).map(say),
    discussedAt: ceasefire.abouts[0]?.meetings.map(({ name, role }) => ({ name, role })),
    promise: own(promise).map((statement) => ({ said: say(statement), source: citedBy(statement) })),
  };
}

async function askMedinsky(database: Database) {
  const medinsky = await trace(database, { id: idOf("medinsky") });
  const package2025 = await trace(database, { id: idOf("russian-proposal-2025") });
  const representing = medinsky.neighbours.filter(
    ({ relation, direction }) => relation === "REPRESENTS" && direction === "OUT",
  );
  return {
    who: medinsky.root.name,
    representing: representing.map(({ other, from, to }) => ({ of: other.slug, from, to })),
    raised2022: slugs(
      medinsky.statements.filter(({ relation }) => relation === "THROUGH").map(({ target }) => target),
    ).sort(),
    raised2025: slugs(package2025.abouts.filter(({ relation }) => relation === "CONTAINS")).sort(),
  };
}

async function askRounds(database: Database) {
  const { entries } = await timeline(database, { case: CASE, kinds: ["Meeting"] });
  return entries
    .filter(({ subkind }) => subkind === "ROUND")
    .map(({ name, date, outcome, outcomeKind }) => ({ name, date, outcome, outcomeKind }));
}

async function askRejectedPlans(database: Database) {
  const { mediators } = await mediationRecord(database, { case: CASE });
  return mediators.flatMap(({ actor, proposals }) =>
    proposals.flatMap(({ proposal, answers }) => {
      const ukraine = answers.find(({ party }) => party.slug === "ukraine");
      return ukraine && ukraine.acts.length > 0
        ? [{ by: actor.slug, proposal: proposal.slug, ukraine: ukraine.acts }]
        : [];
    }),
  );
}

async function askThirdParties(database: Database) {
  const { mediators } = await mediationRecord(database, { case: CASE });
  return mediators.map(({ actor, isMediator, venueOf, aloneCount, jointCount, proposals }) => ({
    actor: actor.slug,
    isMediator,
    venueOf: slugs(venueOf),
    aloneCount,
    jointCount,
    proposals: slugs(proposals.map(({ proposal }) => proposal)),
  }));
}

async function askCrimea(database: Database) {
  const { steps } = await positionHistory(database, { case: CASE, actor: "russia", issue: "crimea-status" });
  return steps.map(({ statement, position, changes }) => ({
    said: say(statement),
    position,
    changes: changes.map(({ kind, from }) => `${kind} since ${from.slug}`),
  }));
}

async function askLastingDemands(database: Database) {
  const heldIn = async (from: string, to: string) => {
    const { cells } = await positions(database, { case: CASE, actors: ["russia"], from, to });
    return cells
      .filter(({ position }) => position === "FOR")
      .map(({ target, issue }) => ({ target: target.slug, issue: issue?.slug }));
  };
  const early = await heldIn("2022-03", "2022-03");
  const late = await heldIn("2025-05", "2025-06");
  const issues = new Set(early.map(({ issue }) => issue));
  return late
    .filter(({ issue }) => issues.has(issue))
    .map(({ target, issue }) => ({
      issue,
      in2022: early.filter((cell) => cell.issue === issue).map((cell) => cell.target),
      in2025: target,
    }));
}

async function askJohnson(database: Database) {
  const { claims } = await disputes(database, { case: CASE });
  const dispute = claims.find(({ claim }) => claim.slug === "johnson-blocked-peace");
  return (
    dispute && {
      assertedBy: slugs(dispute.assertedBy),
      disputedBy: slugs(dispute.disputedBy),
      sidesWith: dispute.sidesWith,
      against: namesOf(dispute.claim.contradicts),
      sources: dispute.assertions.flatMap(citedBy),
    }
  );
}

async function askProxies(database: Database) {
  const { hits } = await search(database, {
    case: CASE,
    text: "proxies for Russia",
    kinds: ["Claim"],
    first: 1,
  });
  const [hit] = hits;
  const result = hit && (await trace(database, { id: hit.id }));
  return (
    result && {
      claim: result.root.name,
      standing: result.root.standing,
      said: result.statements.map((statement) => ({
        said: say(statement),
        sources: statement.cites.map(({ source }) => ({ key: source.citationKey, listed: source.listed })),
      })),
    }
  );
}

async function askKozakSource(database: Database) {
  const { statements } = await trace(database, { id: idOf("kozak-proposal") });
  const rejection = statements.filter(({ act, relation }) => act === "REJECTED" && relation === "ITSELF");
  return rejection.map((statement) => ({
    said: say(statement),
    sources: statement.cites.map(({ source: { slug, title, date } }) => ({ slug, title, date })),
  }));
}

async function askCeilingSource(database: Database) {
  const { findings } = await sourceDependence(database, { case: CASE });
  return findings
    .filter(({ statement }) => statement?.target.slug.startsWith("armed-forces-"))
    .map(({ statement, restsOn, works, documents }) => ({
      statement: statement?.slug,
      restsOn,
      works: works.map(({ id }) => id),
      documents: documents.map(({ publisher }) => publisher),
      nearby: statement?.cites.map(({ source, scope }) => `${source.slug} ${scope}`),
    }));
}

async function askTurkey(database: Database) {
  const { mediators } = await mediationRecord(database, { case: CASE, actors: ["turkey"] });
  const show = (list: (typeof mediators)[number]["mediated"] | undefined) =>
    (list ?? []).map(({ target: { slug, date, outcome } }) => ({ slug, date, outcome }));
  const [turkey] = mediators;
  return { mediated: show(turkey?.mediated), hosted: show(turkey?.hosted), offered: show(turkey?.offered) };
}

async function askAfricanMission(database: Database) {
  const { mediators } = await mediationRecord(database, { case: CASE, actors: ["south-africa"] });
  const proposal = mediators[0]?.proposals[0];
  const term = await trace(database, { id: idOf("negotiations-only-after-withdrawal") });
  const ceasefire = await trace(database, { id: idOf("ceasefire"), from: "2023-06", to: "2023-06" });
  return {
    with: proposal && slugs(proposal.others),
    answers: proposal?.answers.map(({ party, acts }) => ({ party: party.slug, acts })),
    onCondition: term.statements.filter(({ relation }) => relation === "ITSELF").map(say),
    onCeasefire: ceasefire.statements.filter(({ relation }) => relation === "ITSELF").map(say),
  };
}

async function askKeyProvisions(database: Database) {
  const { statements } = await trace(database, { id: idOf("istanbul-key-provisions") });
  return statements
    .filter(({ act, target }) => act === "PROPOSED" && target.slug === "istanbul-key-provisions")
    .map(({ actors, actorBasis, act }) => ({ act, actors: slugs(actors), actorBasis }));
}

async function askRussianAnswers(database: Database) {
  const { mediators } = await mediationRecord(database, {
    case: CASE,
    actors: ["mexico", "china", "brazil", "indonesia"],
  });
  return mediators.flatMap(({ actor, proposals }) =>
    proposals.map(({ proposal, answers }) => ({
      by: actor.slug,
      proposal: proposal.slug,
      answers: Object.fromEntries(answers.map(({ party, acts }) => [party.slug, acts])),
    })),
  );
}
