import type { Row } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";

/** Makes the error that a case is not loaded; it names those that are. */
export async function unknownCase(
  run: <R extends Row>(query: string) => Promise<R[]>,
  caseSlug: string,
): Promise<DemarcheError> {
  const cases = await run<{ slug: string }>("load/list-cases");
  const known =
    cases.length === 0 ? "No case is loaded." : `Loaded are ${cases.map(({ slug }) => slug).join(", ")}.`;
  return new DemarcheError("UNKNOWN_CASE", `There is no case "${caseSlug}". ${known}`);
}
