import { isEndedByCondition } from "../../../../src/domain/acts.ts";
import type { Ref, Statement } from "../../../../src/questions/statement.ts";
import { texts } from "../texts.ts";

/** Writes a statement as one line of plain text: who did what about which, and all that stands around it. */
export function writtenSentence(statement: Statement): string {
  const { actors, act, target, around } = { ...statement, around: aroundOf(statement) };
  const circumstances = around.map(([word, refs]) => `${word} ${listNames(refs)}`);
  const who = actors.length === 0 ? texts.somebody : listNames(actors);
  return [`${who} ${texts.acts(act)} “${target.name}”`, ...circumstances].join(" ");
}

/** Gives what stands around an act, each with its word; what is not there is left out. */
export function aroundOf(statement: Statement): readonly (readonly [word: string, refs: readonly Ref[]])[] {
  const { act, through, onBehalfOf, addressedTo, against, conditionalOn, madeAt } = statement;
  const around: readonly (readonly [string, readonly Ref[]])[] = [
    [texts.around.through, through],
    [texts.around.onBehalfOf, onBehalfOf],
    [texts.around.addressedTo, addressedTo],
    [texts.around.against, against],
    [isEndedByCondition(act) ? texts.around.unless : texts.around.conditionalOn, conditionalOn],
    [texts.around.madeAt, madeAt ? [madeAt] : []],
  ];
  return around.filter(([, refs]) => refs.length > 0);
}

/** Writes what a reader must know of a statement before relying on it; empty where the source reports it. */
export function writtenStatus({ status, assertedBy, disputedBy }: Statement): string {
  if (status === "REPORTED" && disputedBy.length === 0) return "";
  const names = listNames([...assertedBy, ...disputedBy]);
  return names === "" ? texts.statuses[status] : `${texts.statuses[status]}: ${names}`;
}

function listNames(refs: readonly Ref[]): string {
  return refs.map(({ name }) => name).join(", ");
}
