import { type Act, findAct, isAct } from "../../domain/acts.ts";
import type { TargetKind } from "../../domain/vocabulary.ts";

/** What a row may be about, by the word of the command line. */
export const TARGET_WORDS = {
  demand: "Demand",
  proposal: "Proposal",
  claim: "Claim",
  meeting: "Meeting",
  event: "Event",
  actor: "Actor",
} as const satisfies Record<string, TargetKind>;

export type TargetWord = keyof typeof TARGET_WORDS;

const FOR =
  "yes y agree agrees agreed support supports supported for pro favour favor + positive true approve approves accept accepts aye backs back".split(
    " ",
  );
const AGAINST =
  "no n disagree disagrees disagreed oppose opposes opposed against contra con reject rejects rejected - negative false nay".split(
    " ",
  );
const ABSTAINING = "abstain abstains abstained abstention".split(" ");
const NEUTRAL = "neutral none neither".split(" ");

/** The act of a table that has no column of acts. */
export const DEFAULT_ACTS: Readonly<Record<TargetWord, Act>> = {
  demand: "BACKED",
  proposal: "BACKED",
  claim: "ASSERTED",
  meeting: "ATTENDED",
  event: "CARRIED_OUT",
  actor: "BACKED",
};

/** What the number 0 means in a column: against where the only other number is 1, neither where there are negative ones. */
export type ZeroMeaning = "against" | "neutral" | null;

/** Tells what 0 means from the values of a column; null where they do not tell. */
export function guessZero(values: readonly string[]): ZeroMeaning {
  const numbers = new Set(values.filter((value) => value !== "").map(numberOf));
  if (!numbers.has(0)) return null;
  if ([...numbers].some((number) => number < 0)) return "neutral";
  return numbers.size === 2 && numbers.has(1) ? "against" : null;
}

/** Reads a stance as an act on a kind of target; null where it cannot be told. */
export function readStance(
  value: string,
  options: { target: TargetWord; acts: ReadonlyMap<string, Act>; zero: ZeroMeaning },
): Act | null {
  const word = value.trim().toLowerCase();
  const mapped = options.acts.get(word);
  if (mapped) return mapped;
  const name = value
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
  if (isAct(name)) return name;
  const side = sideOf(word, options.zero);
  if (side === null) return null;
  const isClaim = options.target === "claim";
  if (side === "for") return isClaim ? "ASSERTED" : DEFAULT_POSITIVE[options.target];
  if (side === "against") return isClaim ? "DISPUTED" : DEFAULT_NEGATIVE[options.target];
  if (isClaim) return null;
  return side === "abstaining" ? "ABSTAINED" : "ACKNOWLEDGED";
}

const DEFAULT_POSITIVE: Readonly<Record<TargetWord, Act>> = {
  ...DEFAULT_ACTS,
  meeting: "ACCEPTED",
  event: "WELCOMED",
};
const DEFAULT_NEGATIVE: Readonly<Record<TargetWord, Act>> = {
  demand: "REJECTED",
  proposal: "REJECTED",
  claim: "DISPUTED",
  meeting: "REJECTED",
  event: "CRITICISED",
  actor: "CRITICISED",
};

/** Tells whether an act fits a kind of target; at an actor imports may aim any. */
export function fitsTarget(act: Act, target: TargetWord): boolean {
  const kind = TARGET_WORDS[target];
  return kind === "Actor" || findAct(act).targets.includes(kind);
}

function sideOf(word: string, zero: ZeroMeaning): "for" | "against" | "abstaining" | "neutral" | null {
  if (FOR.includes(word)) return "for";
  if (AGAINST.includes(word)) return "against";
  if (ABSTAINING.includes(word)) return "abstaining";
  if (NEUTRAL.includes(word)) return "neutral";
  const number = word === "" ? Number.NaN : numberOf(word);
  if (Number.isNaN(number)) return null;
  if (number === 0) return zero;
  return number > 0 ? "for" : "against";
}

/** A stance such as `0,5` has a decimal comma: no thousands are counted here. */
function numberOf(word: string): number {
  return Number(word.replace(/^([+-]?\d+),(\d+)$/, "$1.$2"));
}
