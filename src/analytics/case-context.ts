import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import type { EmptyReason } from "../domain/statement-filter.ts";
import { suggest } from "./suggest.ts";

export interface CaseContext {
  readonly id: string;
  readonly title: string;
  /** Changes with every write of the case; null: not known. */
  readonly revision: string | null;
  /** Whether every document of the case was coded sentence by sentence. */
  readonly isCompletelyCoded: boolean;
}

interface ContextRow extends Record<string, unknown>, Omit<CaseContext, "isCompletelyCoded"> {
  readonly coverages: readonly (string | null)[];
}

/**
 * Fetches what every analysis needs to know of its case.
 *
 * @throws DemarcheError UNKNOWN_CASE, with the nearest slugs, where it is not loaded.
 */
export async function fetchCaseContext(database: Database, caseSlug: string): Promise<CaseContext> {
  const [row] = await database.read<ContextRow>("analytics/case-context", { case: caseSlug });
  if (!row) throw await unknownCase(database, caseSlug);
  const { coverages, ...context } = row;
  const isCompletelyCoded = coverages.length > 0 && coverages.every((coverage) => coverage === "COMPLETE");
  return { ...context, isCompletelyCoded };
}

/** Says why an answer is empty, null where it is not. */
export function findEmptyReason(
  count: number,
  leftOut: readonly { readonly count: number }[],
  context: CaseContext,
): EmptyReason | null {
  if (count > 0) return null;
  if (leftOut.length > 0) return "LEFT_OUT";
  return context.isCompletelyCoded ? "NOT_STATED" : "NOT_CODED";
}

async function unknownCase(database: Database, caseSlug: string): Promise<DemarcheError> {
  const cases = (await database.read<{ id: string }>("analytics/case-slugs")).map((row) => row.id);
  const suggestions = suggest(
    caseSlug,
    cases.map((id) => ({ id, texts: [id] })),
  );
  const hint =
    cases.length === 0
      ? "no case is loaded: `demarche load FOLDER` adds one."
      : suggestions.length > 0
        ? `did you mean ${suggestions.join(", ")}?`
        : `loaded are ${cases.slice(0, 10).join(", ")}.`;
  return new DemarcheError("UNKNOWN_CASE", `No case "${caseSlug}" is loaded; ${hint}`, {
    details: { case: caseSlug, suggestions },
  });
}
