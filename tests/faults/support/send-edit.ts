import { DemarcheError, type ErrorCode } from "../../../src/domain/errors.ts";
import type { ServingChild } from "../../support/serve-in-child.ts";

const MUTATION = `mutation ($slug: String, $fields: StatementFields!, $key: String) {
  recordStatement(case: "lake-talks", slug: $slug, fields: $fields, why: "a test", clientKey: $key) { record }
}`;

/** Slug of the statement of a numbered edit. */
export const slugOf = (number: number) => `edit-${number}`;

/**
 * Records the statement of a number over GraphQL, each on a day of its own; resolves once that is acknowledged.
 *
 * @throws {DemarcheError} With the code of the answer; DATABASE_UNAVAILABLE where there was none.
 */
export async function sendEdit(
  { url, adminToken }: Pick<ServingChild, "url" | "adminToken">,
  number: number,
): Promise<void> {
  const day = new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
  const fields = {
    act: "BACKED",
    actors: ["westmark"],
    target: "zone-20",
    status: "REPORTED",
    date: day,
    dateBasis: "STATED",
    foundIn: ["lake-report"],
    quote: "Westmark backed it",
    locator: `¶${number}`,
  };
  const variables = { slug: slugOf(number), fields, key: `key-${number}` };
  const response = await fetch(new URL("graphql", url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${adminToken}` },
    body: JSON.stringify({ query: MUTATION, variables }),
  }).catch(() => null);
  if (response === null) throw new DemarcheError("DATABASE_UNAVAILABLE", "no answer");
  const { errors } = (await response.json()) as {
    errors?: [{ message: string; extensions: { code: ErrorCode } }];
  };
  if (errors) throw new DemarcheError(errors[0].extensions.code, errors[0].message);
}
