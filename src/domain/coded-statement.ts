import type { Act } from "./acts.ts";
import type { Status, TargetKind } from "./vocabulary.ts";

/** A statement as the computations take it: ids (`case/slug`) throughout, ISO days, nothing nested. */
export interface CodedStatement {
  readonly id: string;
  readonly act: Act;
  readonly status: Status;
  /** Who stated it; empty where the source does not say. */
  readonly actors: readonly string[];
  readonly onBehalfOf: readonly string[];
  readonly target: string;
  readonly targetKind: TargetKind;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly madeAt: string | null;
  readonly foundIn: readonly string[];
  readonly cites: readonly string[];
  readonly citesParagraph: readonly string[];
  readonly citesOneOf: readonly string[];
  readonly recordedAt: string | null;
  readonly retractedAt: string | null;
}

/** Who stands for whom, or belongs to what, and when. */
export interface Representation {
  readonly actor: string;
  readonly relation: "REPRESENTS" | "MEMBER_OF";
  readonly of: string;
  /** ISO days; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The one meeting that it holds for; null: any. */
  readonly meeting: string | null;
}
