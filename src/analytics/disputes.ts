import type { Database } from "../database/database.ts";
import type { ClaimStanding } from "../domain/vocabulary.ts";
import { ALL_STATEMENTS, type CaseInput, readFilter } from "./analysis-filter.ts";
import type { ResultFrame } from "./bargaining-data.ts";
import { type ClaimRef, fetchCaseClaims } from "./case-claims.ts";
import { fetchCaseContext, findEmptyReason } from "./case-context.ts";
import { fetchStatements } from "./fetch-statements.ts";
import { orderStatements } from "./order-statements.ts";
import { cutPage, type PageInfo, type PageInput, readPageSize } from "./paging.ts";
import { compareTexts, type Ref } from "./refs.ts";
import { LeftOutCount, selectStatements } from "./select-statements.ts";
import { fetchSelection } from "./selection.ts";
import type { StatementRef } from "./statement-ref.ts";

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
  readonly standing: ClaimStanding | null;
  readonly sidesWith: SidesWith;
  /** Who asserts it or accuses somebody of it, once each. */
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
  /** By id. */
  readonly claims: readonly DisputedClaim[];
  /** All statements that are disputed or only claimed, in order of time; not cut into pages. */
  readonly statements: readonly DisputedStatement[];
  /** Of the claims. */
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
  const wanted = readFilter(input.case, input, ALL_STATEMENTS);
  const [context, selection, claims, statements] = await Promise.all([
    fetchCaseContext(database, input.case),
    fetchSelection(database, wanted),
    fetchCaseClaims(database, input.case),
    fetchStatements(database, input.case, { asKnownOn: wanted.asKnownOn }),
  ]);
  const leftOut = new LeftOutCount();
  const selected = orderStatements(selectStatements(statements, selection, leftOut));
  const disputed = [...claims.values()]
    .map((claim) => makeDisputedClaim(claim, selected))
    .filter((dispute) => input.all === true || isContested(dispute))
    .sort((left, right) => compareTexts(left.id, right.id));
  const contested = selected.filter(isContestedStatement).map(toDisputedStatement);
  const { items, pageInfo } = cutPage(disputed, input, ["disputes", input.all ?? false, selection.filter]);
  return {
    claims: items,
    statements: contested,
    pageInfo,
    filters: selection.filter,
    leftOut: leftOut.list(),
    emptyBecause: findEmptyReason(disputed.length + contested.length, leftOut.list(), context),
  };
}

function makeDisputedClaim(claim: ClaimRef, statements: readonly StatementRef[]): DisputedClaim {
  const own = statements.filter((statement) => statement.target.id === claim.id);
  const assertions = own.filter(({ act }) => act === "ASSERTED" || act === "ACCUSED");
  const denials = own.filter(({ act }) => act === "DISPUTED");
  return {
    id: claim.id,
    claim,
    standing: claim.standing,
    sidesWith: sideOf(claim.standing),
    assertedBy: actorsOf(assertions),
    disputedBy: actorsOf(denials),
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

function toDisputedStatement(statement: StatementRef): DisputedStatement {
  const { id, assertedBy, disputedBy } = statement;
  return { id, statement, assertedBy, disputedBy };
}

function sideOf(standing: ClaimStanding | null): SidesWith {
  if (standing === "DENIED_BY_SOURCE") return "DISPUTERS";
  return standing === "STATED_AS_FACT" ? "ASSERTERS" : "NEITHER";
}

function actorsOf(statements: readonly StatementRef[]): Ref[] {
  const actors = statements.flatMap((statement) => statement.actors);
  return [...new Map(actors.map((actor) => [actor.id, actor])).values()].sort((left, right) =>
    compareTexts(left.id, right.id),
  );
}
