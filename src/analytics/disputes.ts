import type { Database } from "../database/database.ts";
import type { StatementFilter } from "../domain/statement-filter.ts";
import type { ClaimStanding } from "../domain/vocabulary.ts";
import { ALL_STATEMENTS, type CaseInput, readFilter } from "./analysis-filter.ts";
import type { ResultFrame } from "./bargaining-data.ts";
import { type CaseActors, fetchCaseActors } from "./case-actors.ts";
import { type ClaimRef, fetchCaseClaims } from "./case-claims.ts";
import { findEmptyReason } from "./case-context.ts";
import { type Judge, makeJudge, type VoiceRow } from "./claim-standings.ts";
import { fetchStatements } from "./fetch-statements.ts";
import { readWhileUnchanged } from "./keep-while-unchanged.ts";
import { orderStatements } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, type Ref, toRef } from "./refs.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import { fetchCaseSelection } from "./selection.ts";
import { groupBy } from "./standpoints.ts";
import type { StatementRef } from "./statement-ref.ts";
import { makeCounter, makeVoices } from "./voices.ts";

/** What `disputes` takes. */
export interface DisputesInput extends CaseInput, PageInput {
  /** Also lists the claims that nobody disputes, with how they stand. Default false. */
  readonly all?: boolean | null | undefined;
}

/** Whom the document itself sides with, of those who assert a claim and those who dispute it. */
export type SidesWith = "ASSERTERS" | "DISPUTERS" | "NEITHER";

/** A claim that is disputed, or contradicted by another one. */
export interface DisputedClaim {
  readonly id: string;
  readonly claim: ClaimRef;
  /** By the statements that pass the filters; null where none is about it. */
  readonly standing: ClaimStanding | null;
  readonly sidesWith: SidesWith;
  /** Who asserts it or accuses somebody of it, once each, after roll-up; by id. */
  readonly assertedBy: readonly Ref[];
  readonly disputedBy: readonly Ref[];
  /** In order of time. */
  readonly assertions: readonly StatementRef[];
  readonly denials: readonly StatementRef[];
}

/** A statement of which it is disputed that the act took place, or that only somebody claims. */
export interface DisputedStatement {
  readonly id: string;
  readonly statement: StatementRef;
  readonly assertedBy: readonly Ref[];
  readonly disputedBy: readonly Ref[];
}

/** What is contested in a case. */
export interface Disputes extends ResultFrame {
  /** Those of this page, by id. */
  readonly claims: readonly DisputedClaim[];
  /** Those of this page that are disputed or only claimed, in order of time; they come after all claims. */
  readonly statements: readonly DisputedStatement[];
  /** Of claims and statements together. */
  readonly pageInfo: PageInfo;
}

/**
 * Lists the claims and statements that somebody disputes: who asserts, who disputes, and with whom the document sides.
 *
 * Every status is shown unless `statuses` says otherwise.
 *
 * @throws DemarcheError UNKNOWN_CASE; BAD_INPUT.
 */
export async function disputes(database: Database, input: DisputesInput): Promise<Disputes> {
  readPageSize(input.first);
  const selection = await fetchCaseSelection(database, readFilter(input.case, input, ALL_STATEMENTS));
  const { filter, context } = selection;
  const [actors, claims, documents, statements] = await Promise.all([
    fetchCaseActors(database, selection),
    fetchCaseClaims(database, selection),
    readWhileUnchanged<VoiceRow>(database, selection, "source-voices"),
    fetchStatements(database, selection),
  ]);
  const leftOut = new LeftOutCount();
  const selected = orderStatements(selectStatements(statements, selection, leftOut));
  const naming = makeNaming(selected, actors, filter);
  const judge = makeJudge(actors, documents);
  const disputed = [...claims.values()]
    .map((claim) => makeDisputedClaim(claim, selected, { naming, judge }))
    .filter((dispute) => input.all === true || isContested(dispute))
    .sort((left, right) => compareTexts(left.id, right.id));
  const contested = selected
    .filter(isContestedStatement)
    .map((statement) => toDisputedStatement(statement, naming));
  const question = ["disputes", input.all ?? false, filter];
  const { items, pageInfo } = cutPage([...disputed, ...contested], input, question);
  return {
    claims: items.filter((item) => "claim" in item),
    statements: items.filter((item) => "statement" in item),
    pageInfo,
    filters: filter,
    leftOut: leftOut.list(),
    emptyBecause: findEmptyReason(pageInfo.totalCount, leftOut.list(), context),
  };
}

/** Names whom statements count for, and those named around them. */
interface Naming {
  readonly speakersOf: (statements: readonly StatementRef[]) => Ref[];
  readonly countedAs: (named: readonly Ref[], statement: StatementRef) => Ref[];
}

function makeNaming(
  statements: readonly StatementRef[],
  actors: CaseActors,
  filter: StatementFilter,
): Naming {
  const voices = makeVoices(statements, actors, filter, new LeftOutCount());
  const byStatement = groupBy(voices, ({ statement }) => statement.id);
  const count = makeCounter(actors, filter);
  const name = (ids: readonly string[]) =>
    [...new Set(ids)]
      .sort(compareTexts)
      .flatMap((id) => actors.byId.get(id) ?? [])
      .map(toRef);
  return {
    speakersOf: (own) => name(own.flatMap(({ id }) => byStatement.get(id) ?? []).map(({ actor }) => actor)),
    countedAs: (named, statement) =>
      name(
        count(
          named.map(({ id }) => id),
          statement,
        ),
      ),
  };
}

function makeDisputedClaim(
  claim: ClaimRef,
  statements: readonly StatementRef[],
  { naming, judge }: { readonly naming: Naming; readonly judge: Judge },
): DisputedClaim {
  const own = statements.filter((statement) => statement.target.id === claim.id);
  const assertions = own.filter(({ act }) => act === "ASSERTED" || act === "ACCUSED");
  const denials = own.filter(({ act }) => act === "DISPUTED");
  const standing = judge([...assertions, ...denials]);
  return {
    id: claim.id,
    claim,
    standing,
    sidesWith: sideOf(standing),
    assertedBy: naming.speakersOf(assertions),
    disputedBy: naming.speakersOf(denials),
    assertions,
    denials,
  };
}

function isContested({ claim, denials }: DisputedClaim): boolean {
  return denials.length > 0 || claim.contradicts.length > 0;
}

function isContestedStatement({ status, disputedBy }: StatementRef): boolean {
  return status === "DISPUTED" || status === "CLAIMED" || disputedBy.length > 0;
}

function toDisputedStatement(statement: StatementRef, { countedAs }: Naming): DisputedStatement {
  const { id, assertedBy, disputedBy } = statement;
  return {
    id,
    statement,
    assertedBy: countedAs(assertedBy, statement),
    disputedBy: countedAs(disputedBy, statement),
  };
}

function sideOf(standing: ClaimStanding | null): SidesWith {
  if (standing === "DENIED_BY_SOURCE") return "DISPUTERS";
  return standing === "STATED_AS_FACT" ? "ASSERTERS" : "NEITHER";
}
