import type { StatementFilter } from "../domain/statement-filter.ts";
import { compareTexts, type Ref } from "./refs.ts";
import { nameStatement, type StatementRef } from "./statement-ref.ts";
import { isOlder, publisherOf, type WorkRef } from "./works.ts";

/** A meeting, event or proposal with evidence of its own. */
export interface EvidencedRecord extends Ref {
  /** First day; null where that is not known. */
  readonly earliest: string | null;
  readonly quote: string | null;
  readonly locator: string | null;
}

/** What something rests on. */
export type RestsOn =
  /** Nothing is cited for it: only the document itself says so. */
  | "DOCUMENT_ONLY"
  | "ONE_WORK"
  /** Several works of one publisher. */
  | "ONE_PUBLISHER"
  | "SEVERAL"
  /** Neither a citation nor a document. */
  | "NOTHING";

/** A relation of structure with evidence of its own. */
export interface EvidencedRelation {
  readonly type: string;
  readonly from: Ref;
  readonly to: Ref;
  readonly quote: string | null;
  readonly locator: string | null;
}

/** What rests on sources: exactly one of the three is given. */
export interface Finding {
  /** The statement's or record's id; for a relation its two ends and its type. */
  readonly id: string;
  readonly statement: StatementRef | null;
  /** A meeting, event or proposal. */
  readonly record: EvidencedRecord | null;
  readonly relation: EvidencedRelation | null;
}

/** A finding with all that it rests on. */
export interface Dependence extends Finding {
  /** Works cited for it, each once. */
  readonly works: readonly WorkRef[];
  /** Candidates for one citation of which it is not known which is meant. */
  readonly oneOf: readonly WorkRef[];
  /** The documents in which it was found. */
  readonly documents: readonly WorkRef[];
  /** Those behind the works, or, where nothing is cited, behind the documents; by name. */
  readonly publishers: readonly string[];
  /** How many distinct publishers support it; the candidates for one citation count once. */
  readonly supportedBy: number;
  readonly restsOn: RestsOn;
  readonly isUncited: boolean;
  /** Works dated wholly before what they support. */
  readonly olderWorks: readonly WorkRef[];
}

/** The sources behind something, by id. */
export interface Evidence {
  readonly cites: readonly string[];
  readonly citesParagraph: readonly string[];
  readonly citesOneOf: readonly string[];
  readonly foundIn: readonly string[];
}

/** Tells what a finding rests on. */
export function makeDependence(
  what: Finding,
  evidence: Evidence,
  context: {
    readonly works: ReadonlyMap<string, WorkRef>;
    readonly citationScope: StatementFilter["citationScope"];
  },
): Dependence {
  const find = (ids: readonly string[]) => distinctWorks(ids.flatMap((id) => context.works.get(id) ?? []));
  const isWide = context.citationScope === "PARAGRAPH";
  const works = find([...evidence.cites, ...(isWide ? evidence.citesParagraph : [])]);
  const oneOf = find(evidence.citesOneOf);
  const documents = find(evidence.foundIn);
  const isUncited = works.length === 0 && oneOf.length === 0;
  const support = isUncited ? documents : works;
  const publishers = namesOf(support);
  const isSetApart = oneOf.length > 0 && !namesOf(oneOf).some((name) => publishers.includes(name));
  const supportedBy = publishers.length + (isSetApart ? 1 : 0);
  const earliest = (what.statement ?? what.record)?.earliest ?? null;
  return {
    ...what,
    works,
    oneOf,
    documents,
    publishers,
    supportedBy,
    restsOn: judge(works, oneOf, documents, supportedBy),
    isUncited,
    olderWorks: distinctWorks([...works, ...oneOf]).filter((work) => isOlder(work, earliest)),
  };
}

/** Names a finding in a few words. */
export function nameFinding({ statement, record, relation }: Finding): string {
  if (statement) return nameStatement(statement);
  if (record) return record.name;
  const words = relation?.type.toLowerCase().replaceAll("_", " ");
  return relation ? `${relation.from.name} ${words} ${relation.to.name}` : "";
}

/** Tells whether something falls when works are left out: all that is cited for it, or, uncited, all documents. */
export function fallsWithout(dependence: Dependence, leftOut: ReadonlySet<string>): boolean {
  const { works, oneOf, documents, isUncited } = dependence;
  const support = isUncited ? documents : [...works, ...oneOf];
  return support.length > 0 && support.every((work) => leftOut.has(work.id));
}

function judge(
  works: readonly WorkRef[],
  oneOf: readonly WorkRef[],
  documents: readonly WorkRef[],
  supportedBy: number,
): RestsOn {
  const count = works.length + (oneOf.length > 0 ? 1 : 0);
  if (count === 0) return documents.length > 0 ? "DOCUMENT_ONLY" : "NOTHING";
  if (count === 1) return "ONE_WORK";
  return supportedBy === 1 ? "ONE_PUBLISHER" : "SEVERAL";
}

function namesOf(works: readonly WorkRef[]): string[] {
  return [...new Set(works.map(publisherOf))].sort(compareTexts);
}

/** Gives each work once, by id; one may be cited, and a candidate for another citation as well. */
export function distinctWorks(works: readonly WorkRef[]): WorkRef[] {
  return [...new Map(works.map((work) => [work.id, work])).values()].sort((left, right) =>
    compareTexts(left.id, right.id),
  );
}
