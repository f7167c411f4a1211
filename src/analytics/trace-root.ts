import type { Bound, ClaimStanding, DateBasis } from "../domain/vocabulary.ts";
import { makeRef, type Ref } from "./refs.ts";
import {
  type Citation,
  type Finding,
  makeStatementRef,
  nameStatement,
  readEvidence,
} from "./statement-ref.ts";
import type { TraceRow } from "./trace-rows.ts";

/** What is traced, with what the tables say of it; null where they say nothing, or it is of another kind. */
export interface TraceRoot extends Ref {
  /** Kind of actor, proposal, meeting or source. */
  readonly subkind: string | null;
  readonly aliases: readonly string[];
  /** State of a proposal. */
  readonly state: string | null;
  readonly summary: string | null;
  readonly points: number | null;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly bound: Bound | null;
  readonly valuePrinted: string | null;
  readonly unit: string | null;
  readonly standing: ClaimStanding | null;
  readonly date: string | null;
  readonly dateBasis: DateBasis | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly outcomeKind: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly cites: readonly Citation[];
  readonly foundIn: readonly Finding[];
  readonly isUncited: boolean;
}

/** Reads the root of a trace from its row. */
export function readTraceRoot(row: TraceRow): TraceRoot {
  const own = row.root;
  const text = <T extends string>(name: string) => (own[name] as T | undefined) ?? null;
  const number = (name: string) => (own[name] as number | undefined) ?? null;
  return {
    ...makeRef(own.id, row.labels, nameOf(row)),
    subkind: text("kind"),
    aliases: (own.aliases as readonly string[] | undefined) ?? [],
    state: text("state"),
    summary: text("summary"),
    points: number("points"),
    value: number("value"),
    valueMax: number("valueMax"),
    bound: text<Bound>("bound"),
    valuePrinted: text("valuePrinted"),
    unit: text("unit"),
    standing: text<ClaimStanding>("standing"),
    date: text("date"),
    dateBasis: text<DateBasis>("dateBasis"),
    earliest: text("earliest"),
    latest: text("latest"),
    place: text("place"),
    outcome: text("outcome"),
    outcomeKind: text("outcomeKind"),
    quote: text("quote"),
    locator: text("locator"),
    note: text("note"),
    ...readEvidence(row.evidence),
  };
}

function nameOf(row: TraceRow): string | null {
  const { name, title, text } = row.root as { name?: string; title?: string; text?: string };
  const statement = row.labels.includes("Statement")
    ? row.statements.find((candidate) => candidate.statement.id === row.root.id)
    : undefined;
  if (!statement) return name ?? title ?? text ?? null;
  return nameStatement(makeStatementRef(statement));
}
