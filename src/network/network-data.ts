import type { Representation } from "../domain/coded-statement.ts";
import type { ActorKind, CaseRole, MeetingKind, TargetKind } from "../domain/vocabulary.ts";
import type { StatementTable } from "./statement-table.ts";

/** An actor as a network shows it. */
export interface ActorEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly caseRole: CaseRole | null;
  readonly iso3: string | null;
  readonly wikidata: string | null;
}

/** A thing that statements are about, or an issue. */
export interface TargetEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: TargetKind | "Issue";
  /** Issues that it is about: of a demand its own, of a proposal those of its demands, of an issue the wider one. */
  readonly issues: readonly string[];
  /** Demands that a proposal contains; what an amendment removed is not among them. */
  readonly demands: readonly string[];
}

export interface MeetingEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: MeetingKind;
  /** ISO days; null: open or undated. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

export interface SourceEntry {
  readonly id: string;
  readonly publisher: string | null;
  /** Other entries for the same work. */
  readonly sameWorkAs: readonly string[];
}

/** All of a case that networks are computed from; nothing in it depends on the options. */
export interface NetworkData {
  readonly case: string;
  readonly title: string;
  readonly statements: StatementTable;
  readonly actors: readonly ActorEntry[];
  readonly targets: readonly TargetEntry[];
  readonly meetings: readonly MeetingEntry[];
  readonly sources: readonly SourceEntry[];
  readonly representations: readonly Representation[];
  /** Pairs of actors that are the same. */
  readonly sameAs: readonly (readonly [string, string])[];
}
