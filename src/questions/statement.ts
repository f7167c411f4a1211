import type { Act } from "../domain/acts.ts";

/** Parts of answers that several questions ask for. */

export interface Ref {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
}

export interface CitedSource {
  readonly scope: "SENTENCE" | "PARAGRAPH";
  readonly isOneOf: boolean;
  readonly source: SourceRef;
}

/** A document in which something stands. */
export interface FoundIn {
  readonly locator: string | null;
  readonly source: SourceRef;
}

export interface SourceRef {
  readonly id: string;
  readonly slug: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly url: string | null;
  readonly citationKey: string | null;
  readonly listed: boolean | null;
}

/** Whether an act took place, as the sources have it. */
export const STATUS_NAMES = ["REPORTED", "CLAIMED", "DISPUTED", "OPINION"] as const;

export type Status = (typeof STATUS_NAMES)[number];

export interface Statement {
  readonly id: string;
  readonly slug: string;
  readonly act: Act;
  readonly polarity: number | null;
  readonly status: Status;
  readonly actors: readonly Ref[];
  readonly through: readonly Ref[];
  readonly onBehalfOf: readonly Ref[];
  readonly target: Ref;
  readonly addressedTo: readonly Ref[];
  readonly against: readonly Ref[];
  readonly madeAt: Ref | null;
  readonly conditionalOn: readonly Ref[];
  readonly date: string | null;
  readonly dateBasis: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Where only the order is told. */
  readonly after: readonly Ref[];
  readonly before: readonly Ref[];
  readonly assertedBy: readonly Ref[];
  readonly disputedBy: readonly Ref[];
  readonly quote: string | null;
  readonly locator: string | null;
  readonly note: string | null;
  readonly isUncited: boolean;
  readonly cites: readonly CitedSource[];
  readonly foundIn: readonly FoundIn[];
}

const REF = "{ id slug name kind }";

const SOURCE_REF = "{ id slug publisher title date url citationKey listed }";

/** Asks for what is cited for something, and where it was read. */
export const EVIDENCE_FIELDS = `
  quote locator isUncited
  cites { scope isOneOf source ${SOURCE_REF} }
  foundIn { locator source ${SOURCE_REF} }
`;

/** Asks for everything of a statement that `StatementCard` shows. */
export const STATEMENT_FIELDS = `
  id slug act polarity status date dateBasis earliest latest note
  actors ${REF} through ${REF} onBehalfOf ${REF} target ${REF} addressedTo ${REF} against ${REF}
  madeAt { id slug name kind } conditionalOn ${REF} assertedBy ${REF} disputedBy ${REF}
  after { id slug name kind } before { id slug name kind }
  ${EVIDENCE_FIELDS}
`;
