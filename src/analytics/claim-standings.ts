import { findVoices, judgeStanding } from "../domain/claim-standing.ts";
import type { ClaimStanding } from "../domain/vocabulary.ts";
import type { CaseActors } from "./case-actors.ts";
import type { StatementRef } from "./statement-ref.ts";

/** Tells how a claim stands by the statements that assert or dispute it; null where there are none. */
export type Judge = (statements: readonly StatementRef[]) => ClaimStanding | null;

/** A row of `source-voices.cypher`. */
export interface VoiceRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * Makes the judge of a case.
 *
 * Statements of which it is disputed that they were made say nothing of how a claim stands.
 */
export function makeJudge(actors: CaseActors, documents: readonly VoiceRow[]): Judge {
  const voices = findVoices(
    [...actors.byId.values()].map(({ id, name, aliases }) => ({ key: id, names: [name, ...aliases] })),
    documents.map(({ id, names }) => ({ key: id, names })),
  );
  const isOwn = ({ actors: speakers, foundIn }: StatementRef) =>
    foundIn.some(({ source }) => speakers.some(({ id }) => voices.get(source.id)?.has(id)));
  return (statements) =>
    judgeStanding(
      statements
        .filter(({ status }) => status !== "DISPUTED")
        .map((statement) => ({ isAssertion: statement.act !== "DISPUTED", isOwn: isOwn(statement) })),
    );
}
