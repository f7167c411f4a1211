import { expect } from "vitest";
import { disputes } from "../../../src/analytics/disputes.ts";
import type { Database } from "../../../src/database/database.ts";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { statementsOf } from "../support/naive.ts";
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
