import type { LeftOut } from "../domain/statement-filter.ts";
import type { Ref } from "./refs.ts";
import type { StatementRef } from "./statement-ref.ts";

/** A chain of more statements than this says nothing of its ends; `paths.cypher` has it as twelve relations. */
export const MOST_STEPS = 6;

/** What a thing is to a statement on a path. */
export type PathRole = "STATED" | "ON" | "ADDRESSED_TO" | "AGAINST" | "ON_BEHALF_OF" | "THROUGH" | "MADE_AT";

/** From one thing to the next, through one statement. */
export interface PathStep {
  readonly from: Ref;
  /** What `from` is to the statement; after roll-up what those are who stood for it. */
  readonly fromRole: PathRole;
  readonly to: Ref;
  readonly toRole: PathRole;
  readonly statement: StatementRef;
}

/** A chain of statements. */
export interface Path {
  readonly id: string;
  readonly steps: readonly PathStep[];
}

/** The shortest chains between two things. */
export interface FoundChains {
  readonly chains: readonly (readonly PathStep[])[];
  readonly leftOut: readonly LeftOut[];
  /** Whether an end has a part in statements, but only as one that counts for others. */
  readonly isEndRolledUp: boolean;
}

/** Makes a path of its steps; its id names the things, the statements and the roles on it. */
export function makePath(steps: readonly PathStep[]): Path {
  const things = [...steps.slice(0, 1).map(({ from }) => from.id), ...steps.map(({ to }) => to.id)];
  const statements = steps.map(({ statement }) => statement.id);
  const roles = steps.flatMap(({ fromRole, toRole }) => [fromRole, toRole]);
  return { id: [...things, ...statements, ...roles].join(" "), steps };
}
