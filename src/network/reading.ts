import type { NetworkOptions } from "./network-options.ts";

/** How a network reads statements, beside its options. */
export interface Reading {
  /** Targets that count, by kind or through proposals; null: whatever a statement is about. */
  readonly level: NetworkOptions["on"] | "MEETING" | null;
  /** ANY: every act, WITHDREW too. ALL: every act with a polarity. SIGNED: those for or against. */
  readonly polarity: "ANY" | "ALL" | "SIGNED";
  /** Acts to keep to where the options name none; empty: all. */
  readonly acts: readonly string[];
  /** What duplicates have in common beside actor and target: nothing more, their sign, or their act. */
  readonly duplicatesShare: "NOTHING" | "SIGN" | "ACT";
}
