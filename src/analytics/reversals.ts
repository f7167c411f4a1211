import type { Database } from "../database/database.ts";
import {
  type BargainingData,
  type BargainingInput,
  fetchBargainingData,
  frameOf,
  type ResultFrame,
  standpointsOf,
} from "./bargaining-data.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, type Ref, toRef } from "./refs.ts";
import { groupBy } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";
import {
  findBrokenPromises,
  findContradictions,
  findTurnsOnDemand,
  type Turn,
  type TurnKind,
} from "./turns.ts";

/** What `reversals` takes. */
export interface ReversalsInput extends BargainingInput, PageInput {}

/** Two statements of one actor of which the later says the opposite of the earlier. */
export interface Reversal {
  /** Unique within the result. */
  readonly id: string;
  readonly kind: TurnKind;
  readonly actor: Ref;
  /** What the earlier and the later one are about; the same where one demand or promise is meant. */
  readonly fromTarget: Ref;
  readonly toTarget: Ref;
  readonly from: StatementRef;
  readonly to: StatementRef;
  /** One of the two is of polarity ±½: conditional, conceding, welcoming, critical, or not accepting. */
  readonly isHalf: boolean;
  /** Date of the later one as written. */
  readonly date: string | null;
}

export interface Reversals extends ResultFrame {
  /** In order of the later statement's last day, then actor, then targets. */
  readonly reversals: readonly Reversal[];
  readonly pageInfo: PageInfo;
}

/**
 * Finds who said the opposite of what they said before, with both statements.
 *
 * Same-day contradictions are MIXED; two who stand for one actor are an INTERNAL_SPLIT; neither is hidden.
 *
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an unknown actor or issue; BAD_INPUT.
 * @see docs/methods.md#positions
 */
export async function reversals(database: Database, input: ReversalsInput): Promise<Reversals> {
  readPageSize(input.first);
  const data = await fetchBargainingData(database, input, "PROMISES");
  const found = findReversals(data);
  const { items, pageInfo } = cutPage(found, input, ["reversals", input.actors, input.issues, data.filter]);
  return { reversals: items, pageInfo, ...frameOf(data, found.length) };
}

/** Finds all reversals in the data, in order. */
export function findReversals(data: BargainingData): Reversal[] {
  const promises = data.voices.filter(({ statement }) => statement.target.kind === "Proposal");
  const onDemands = {
    ...data,
    voices: data.voices.filter(({ statement }) => statement.target.kind === "Demand"),
  };
  const turns = [...findBrokenPromises(promises)];
  for (const own of groupBy(standpointsOf(onDemands, false), ({ actor }) => actor).values()) {
    const byDemand = groupBy(own, ({ demand }) => demand);
    for (const standpoints of byDemand.values()) turns.push(...findTurnsOnDemand(standpoints));
    turns.push(...findContradictions(byDemand, data.demands));
  }
  return turns.map((turn) => makeReversal(turn, data)).sort(compareReversals);
}

function makeReversal({ kind, from, to }: Turn, data: BargainingData): Reversal {
  const actor = data.actors.byId.get(to.actor);
  if (!actor) throw new Error(`${to.actor} is no actor of the case`);
  return {
    id: [to.actor, kind, from.statement.id, to.statement.id].join(" "),
    kind,
    actor: toRef(actor),
    fromTarget: from.statement.target,
    toTarget: to.statement.target,
    from: from.statement,
    to: to.statement,
    isHalf: [from, to].some(({ statement }) => Math.abs(statement.polarity ?? 1) === 0.5),
    date: to.statement.date,
  };
}

function compareReversals(left: Reversal, right: Reversal): number {
  return compareTexts(left.to.latest ?? "~", right.to.latest ?? "~") || compareTexts(left.id, right.id);
}
