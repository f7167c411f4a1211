import { expect } from "vitest";
import { disputes } from "../../../src/analytics/disputes.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { type Row, statementsOf } from "../support/naive.ts";
import { slugOf, sorted } from "../support/worlds.ts";

/** Each claim that somebody disputes or another one contradicts is listed, with who asserts and disputes it, and how it stands. */
export async function agreeOnDisputes(database: Database, dataset: Dataset): Promise<void> {
  const rows = statementsOf(dataset);
  const contradictions = dataset.tables.links.filter(({ relation }) => relation === "CONTRADICTS");
  const result = await disputes(database, { case: slugOf(dataset) });
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
    const standing = standingOf(own, dataset);
    expect([dispute.standing, dispute.sidesWith]).toEqual([standing, SIDES[standing ?? "CONTESTED"]]);
  }
  expect(sorted(result.statements.map(({ statement }) => statement.slug))).toEqual(
    sorted(
      rows
        .filter(
          ({ status, disputedBy }) => status === "CLAIMED" || status === "DISPUTED" || disputedBy.length > 0,
        )
        .map(({ slug }) => slug),
    ),
  );
}

const SIDES = {
  DENIED_BY_SOURCE: "DISPUTERS",
  STATED_AS_FACT: "ASSERTERS",
  CONTESTED: "NEITHER",
  ATTRIBUTED_ONLY: "NEITHER",
} as const;

/** How a claim stands by the statements about it that are not themselves in doubt; null where there are none. */
function standingOf(own: readonly Row[], { tables }: Dataset): keyof typeof SIDES | null {
  const certain = own.filter(({ status }) => status !== "DISPUTED");
  const denials = certain.filter(({ act }) => act === "DISPUTED");
  const assertions = certain.filter(({ act }) => act === "ASSERTED" || act === "ACCUSED");
  const speaksItself = ({ found, actors }: Row) =>
    tables.sources
      .filter(({ slug }) => found.includes(slug))
      .flatMap(({ publisher, author }) => [publisher ?? "", ...author])
      .some((voice) =>
        tables.actors
          .filter(({ slug }) => actors.includes(slug))
          .some(({ name, aliases }) => [name, ...aliases].some((other) => isSameName(other, voice))),
      );
  if (denials.some(speaksItself)) return "DENIED_BY_SOURCE";
  if (denials.length > 0) return "CONTESTED";
  if (assertions.some(speaksItself)) return "STATED_AS_FACT";
  return assertions.length > 0 ? "ATTRIBUTED_ONLY" : null;
}

function isSameName(one: string, other: string): boolean {
  return one.localeCompare(other, "en", { sensitivity: "accent" }) === 0;
}
