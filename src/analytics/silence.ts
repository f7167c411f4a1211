import type { StatementRef } from "./statement-ref.ts";
import type { Voice } from "./voices.ts";

/** Why actors have no say: what they said counts for those they stand for, or they said nothing. */
export type Silence = "ROLLED_UP" | "SAID_NOTHING";

/**
 * Says why the actors of a question have no say in it before any filter is used; null where one of them has.
 *
 * @param statements - What the question is about.
 * @param voices - For whom these statements count.
 * @param asked - Ids of the actors; empty: all, who always have a say.
 */
export function findSilence(
  statements: readonly StatementRef[],
  voices: readonly Voice[],
  asked: ReadonlySet<string>,
): Silence | null {
  if (asked.size === 0 || voices.some(({ actor }) => asked.has(actor))) return null;
  const isSpeaking = statements.some(({ actors }) => actors.some(({ id }) => asked.has(id)));
  return isSpeaking ? "ROLLED_UP" : "SAID_NOTHING";
}
