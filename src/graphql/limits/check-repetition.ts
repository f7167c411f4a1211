import { type DocumentNode, Kind, parse, visit } from "graphql";
import { DemarcheError } from "../../domain/errors.ts";
import type { Limits } from "./limits.ts";

/**
 * Refuses a query text that names fields again and again, before it is validated: whether fields of one name ask for the same
 * is found out pair by pair, so that 400 of them keep a processor busy for a twentieth of a second.
 *
 * A text that is no query passes: the server says what is wrong with it.
 */
export function checkRepetition(text: string, { maxPairs, maxTokens }: Limits): void {
  const document = parseOrNull(text, maxTokens);
  if (document === null) return;
  const pairs = countPairs(document);
  if (pairs <= maxPairs) return;
  throw new DemarcheError(
    "TOO_COMPLEX",
    `The query repeats fields: ${pairs} pairs have one name, ${maxPairs} are allowed. Name each once, or send several queries.`,
    { details: { count: pairs, most: maxPairs } },
  );
}

function parseOrNull(text: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch {
    return null;
  }
}

function countPairs(document: DocumentNode): number {
  const counts = new Map<string, number>();
  let pairs = 0;
  visit(document, {
    enter: (node) => {
      if (node.kind !== Kind.FIELD) return;
      const shown = (node.alias ?? node.name).value;
      const count = counts.get(shown) ?? 0;
      pairs += count;
      counts.set(shown, count + 1);
    },
  });
  return pairs;
}
