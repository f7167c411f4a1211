import { type AnswerNotes, FILTER_ARGUMENTS, FILTER_VARIABLES, NOTE_FIELDS } from "./filters.ts";
import type { Position } from "./positions.ts";
import type { Question } from "./question.ts";
import { type Ref, STATEMENT_FIELDS, type Statement } from "./statement.ts";

export interface StatedValue {
  readonly low: number;
  readonly high: number;
  readonly bound: string | null;
  readonly valuePrinted: string | null;
  readonly demand: Ref;
  readonly statement: Statement;
}

export interface ActorRange {
  readonly actor: Ref;
  readonly steps: readonly {
    readonly from: string;
    readonly until: string | null;
    readonly values: readonly StatedValue[];
  }[];
  readonly laterWithoutValue: readonly Statement[];
}

export interface GapBetween {
  readonly left: Ref;
  readonly right: Ref;
  readonly history: readonly { readonly from: string; readonly gap: number | null }[];
  /** In the issue's unit; null where one of the two then holds no value. */
  readonly gap: number | null;
  readonly trend: string;
}

export interface HeldDemand {
  readonly actor: Ref;
  readonly demand: Ref;
  readonly position: Position;
  readonly statements: readonly Statement[];
}

export interface RangeAnswer {
  readonly bargainingRange: AnswerNotes & {
    readonly issue: Ref & { readonly unit: string | null };
    readonly isMeasured: boolean;
    readonly unitNote: string | null;
    readonly ranges: readonly ActorRange[];
    readonly gaps: readonly GapBetween[];
    readonly held: readonly HeldDemand[];
  };
}

const VALUE = `low high bound valuePrinted demand { id slug name kind } statement { ${STATEMENT_FIELDS} }`;

/** Each actor's values on an issue over time, and the gap between them. */
export const rangeQuestion: Question<RangeAnswer> = {
  name: "Range",
  document: `query Range($case: String!, $issue: ID!, ${FILTER_VARIABLES}) {
  bargainingRange(case: $case, issue: $issue, ${FILTER_ARGUMENTS}) {
    issue { id slug name kind unit }
    isMeasured
    unitNote
    ranges {
      actor { id slug name kind }
      steps { from until values { ${VALUE} } }
      laterWithoutValue { ${STATEMENT_FIELDS} }
    }
    gaps { left { id slug name kind } right { id slug name kind } history { from gap } gap trend }
    held { actor { id slug name kind } demand { id slug name kind } position statements { ${STATEMENT_FIELDS} } }
    ${NOTE_FIELDS}
  }
}`,
};

export interface LadderAnswer {
  readonly demands: readonly {
    readonly slug: string;
    readonly text: string;
    readonly contradicts: readonly NamedDemand[];
    readonly contradictedBy: readonly NamedDemand[];
    readonly hardens: readonly NamedDemand[];
    readonly softens: readonly NamedDemand[];
  }[];
}

interface NamedDemand {
  readonly slug: string;
  readonly text: string;
}

/** The demands of an issue and its parts, and which contradict, harden or soften which. */
export const ladderQuestion: Question<LadderAnswer> = {
  name: "Ladder",
  document: `query Ladder($case: String!, $issue: String!) {
  demands(
    where: {
      caseId: { eq: $case }
      issue: {
        OR: [
          { slug: { eq: $issue } }
          { partOf: { some: { slug: { eq: $issue } } } }
          { partOf: { some: { partOf: { some: { slug: { eq: $issue } } } } } }
        ]
      }
    }
    sort: [{ text: ASC }]
    limit: 500
  ) {
    slug
    text
    contradicts(limit: 100) { slug text }
    contradictedBy(limit: 100) { slug text }
    hardens(limit: 100) { slug text }
    softens(limit: 100) { slug text }
  }
}`,
};
