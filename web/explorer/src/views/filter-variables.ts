import type { Variables } from "../../../../src/questions/question.ts";

/** Turns the choices that hold in every view into variables of a question; what is not chosen is absent. */
export function filterVariables(choices: Readonly<Record<string, string>>): Variables {
  const { from, to, statuses, without, rollUp } = choices;
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(statuses ? { statuses: statuses.split(",") } : {}),
    ...(without ? { withoutSources: without.split(",") } : {}),
    ...(rollUp ? { rollUp } : {}),
  };
}
