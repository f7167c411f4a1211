import type { RecordOf } from "../domain/tables.ts";
import { type AlignedPair, alignStatements } from "./align-statements.ts";
import { type CodedUnit, cohenKappa, krippendorffAlpha } from "./reliability.ts";

/** What two coders made of one document; only these two tables are compared. */
export interface Coding {
  readonly actors: readonly RecordOf<"actors">[];
  readonly statements: readonly RecordOf<"statements">[];
}

export const COMPARED_FIELDS = ["actors", "act", "target", "status"] as const;

export type ComparedField = (typeof COMPARED_FIELDS)[number];

export interface FieldAgreement {
  readonly field: ComparedField;
  /** Statements that both coders coded. */
  readonly unitCount: number;
  readonly agreementShare: number | null;
  readonly alpha: number | null;
  readonly kappa: number | null;
}

export interface Disagreement {
  readonly locator: string | null;
  readonly quote: string | null;
  readonly left: { readonly slug: string; readonly values: Readonly<Record<ComparedField, string>> } | null;
  readonly right: { readonly slug: string; readonly values: Readonly<Record<ComparedField, string>> } | null;
  /** The fields that differ; empty where one coder has no such statement. */
  readonly fields: readonly ComparedField[];
}

export interface AgreementReport {
  readonly pairedCount: number;
  readonly onlyLeftCount: number;
  readonly onlyRightCount: number;
  readonly fields: readonly FieldAgreement[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Measures how far two coders of one document agree, statement by statement, and lists where they do not.
 *
 * Statements are paired by `alignStatements`. Actors are the same when their slugs are, or when one's name is a name or
 * an alias of the other; targets are compared by slug. Alpha and kappa are over the paired statements; what only one
 * coder has is counted apart.
 *
 * @see docs/methods.md#agreement-of-coders
 */
export function measureAgreement(left: Coding, right: Coding): AgreementReport {
  const sameActor = matchActors(left.actors, right.actors);
  const pairs = alignStatements(
    left.statements,
    right.statements.map((statement) => renameActors(statement, sameActor)),
  );
  const paired = pairs.filter((pair) => pair.left && pair.right);
  return {
    pairedCount: paired.length,
    onlyLeftCount: pairs.filter((pair) => !pair.right).length,
    onlyRightCount: pairs.filter((pair) => !pair.left).length,
    fields: COMPARED_FIELDS.map((field) => measureField(field, paired)),
    disagreements: pairs.flatMap(describeDisagreement),
  };
}

function measureField(field: ComparedField, pairs: readonly AlignedPair[]): FieldAgreement {
  const units: CodedUnit[] = pairs.flatMap(({ left, right }) =>
    left && right ? [[cellOf(left, field), cellOf(right, field)]] : [],
  );
  const equal = units.filter(([one, other]) => one === other).length;
  return {
    field,
    unitCount: units.length,
    agreementShare: units.length === 0 ? null : equal / units.length,
    alpha: krippendorffAlpha(units),
    kappa: cohenKappa(units),
  };
}

function describeDisagreement({ left, right }: AlignedPair): Disagreement[] {
  const fields =
    left && right ? COMPARED_FIELDS.filter((field) => cellOf(left, field) !== cellOf(right, field)) : [];
  if (left && right && fields.length === 0) return [];
  const shown = left ?? right;
  return [
    {
      locator: shown?.locator ?? null,
      quote: shown?.quote ?? null,
      left: sideOf(left),
      right: sideOf(right),
      fields,
    },
  ];
}

function sideOf(statement: RecordOf<"statements"> | null): Disagreement["left"] {
  if (!statement) return null;
  const values = Object.fromEntries(COMPARED_FIELDS.map((field) => [field, cellOf(statement, field)]));
  return { slug: statement.slug, values: values as Record<ComparedField, string> };
}

function cellOf(statement: RecordOf<"statements">, field: ComparedField): string {
  return field === "actors" ? [...statement.actors].sort().join(" | ") : statement[field];
}

function matchActors(left: Coding["actors"], right: Coding["actors"]): ReadonlyMap<string, string> {
  const slugs = new Set(left.map((actor) => actor.slug));
  const byName = new Map(left.flatMap((actor) => namesOf(actor).map((name) => [name, actor.slug] as const)));
  const matches = right.map((actor) => {
    if (slugs.has(actor.slug)) return [actor.slug, actor.slug] as const;
    const name = namesOf(actor).find((candidate) => byName.has(candidate));
    return [actor.slug, (name && byName.get(name)) ?? actor.slug] as const;
  });
  return new Map(matches);
}

function namesOf(actor: RecordOf<"actors">): string[] {
  return [actor.name, ...actor.aliases].map((name) => name.toLowerCase());
}

function renameActors(
  statement: RecordOf<"statements">,
  sameActor: ReadonlyMap<string, string>,
): RecordOf<"statements"> {
  return { ...statement, actors: statement.actors.map((slug) => sameActor.get(slug) ?? slug) };
}
