import { MEDIATING_ACTS } from "../domain/acts.ts";
import { findVoices, judgeStanding, type Testimony } from "../domain/claim-standing.ts";
import type { RecordOf } from "../domain/tables.ts";
import type { ClaimStanding } from "../domain/vocabulary.ts";
import type { Tables } from "./dataset.ts";
import { parseVersion } from "./versions.ts";

/** What the statements of a case make of its other records. */
export interface DerivedFacts {
  /** Slugs of the actors that mediated or offered to. */
  readonly mediators: ReadonlySet<string>;
  /** Standing of each claim that a statement is about, by slug. */
  readonly standings: ReadonlyMap<string, ClaimStanding>;
  /** The retracted versions of each slug, by their numbers, ascending. */
  readonly versions: Versions;
}

export type Versions = ReadonlyMap<string, readonly RetractedVersion[]>;

export interface RetractedVersion {
  readonly number: number;
  readonly retractedAt: string;
}

type Statement = RecordOf<"statements">;

const ASSERTING: ReadonlySet<string> = new Set(["ASSERTED", "ACCUSED"]);
const MEDIATING: ReadonlySet<string> = new Set(MEDIATING_ACTS);

/** What a statement says of a claim, kept until the documents in which it was found are known. */
interface Said {
  readonly statement: string;
  readonly claim: string;
  readonly isAssertion: boolean;
  readonly actors: readonly string[];
  readonly foundIn: readonly string[];
}

/**
 * Gathers what follows from statements, one statement at a time, so that millions need not be held.
 *
 * Retracted statements only count as versions.
 */
export class FactCollector {
  readonly #mediators = new Set<string>();
  readonly #said: Said[] = [];
  readonly #versions = new Map<string, RetractedVersion[]>();

  add(statement: Statement): void {
    if (statement.retractedAt !== null) this.#addVersion(statement.slug, statement.retractedAt);
    else this.#addStanding(statement);
  }

  #addStanding(statement: Statement): void {
    const { slug, act, actors, target, foundIn } = statement;
    if (MEDIATING.has(act)) for (const actor of actors) this.#mediators.add(actor);
    const isAssertion = ASSERTING.has(act);
    if (statement.status === "DISPUTED" || (!isAssertion && act !== "DISPUTED")) return;
    this.#said.push({ statement: slug, claim: target, isAssertion, actors, foundIn });
  }

  /** Gives the facts, by the help of the other tables of the case. */
  facts(tables: Pick<Tables, "actors" | "sources" | "findings">): DerivedFacts {
    for (const list of this.#versions.values()) list.sort((left, right) => left.number - right.number);
    return { mediators: this.#mediators, standings: this.#judge(tables), versions: this.#versions };
  }

  #judge(tables: Pick<Tables, "actors" | "sources" | "findings">): ReadonlyMap<string, ClaimStanding> {
    const voices = findVoices(
      tables.actors.map(({ slug, name, aliases }) => ({ key: slug, names: [name, ...aliases] })),
      tables.sources.map(({ slug, publisher, author }) => ({
        key: slug,
        names: publisher === null ? author : [publisher, ...author],
      })),
    );
    const findings = groupFindings(tables.findings);
    const heard = new Map<string, Testimony[]>();
    for (const { statement, claim, isAssertion, actors, foundIn } of this.#said) {
      const documents = [...foundIn, ...(findings.get(statement) ?? [])];
      const isOwn = documents.some((source) => actors.some((actor) => voices.get(source)?.has(actor)));
      const testimonies = heard.get(claim) ?? [];
      heard.set(claim, testimonies);
      testimonies.push({ isAssertion, isOwn });
    }
    return new Map([...heard].flatMap(([claim, testimonies]) => pairWithStanding(claim, testimonies)));
  }

  #addVersion(slug: string, retractedAt: string): void {
    const version = parseVersion(slug);
    if (!version) return;
    const entry = { number: version.number, retractedAt };
    const known = this.#versions.get(version.base);
    if (known) known.push(entry);
    else this.#versions.set(version.base, [entry]);
  }
}

/** Gathers the facts of a dataset held in memory. */
export function deriveFacts(tables: Tables): DerivedFacts {
  const collector = new FactCollector();
  for (const statement of tables.statements) collector.add(statement);
  return collector.facts(tables);
}

function pairWithStanding(
  claim: string,
  testimonies: readonly Testimony[],
): readonly (readonly [string, ClaimStanding])[] {
  const standing = judgeStanding(testimonies);
  return standing === null ? [] : [[claim, standing]];
}

function groupFindings(findings: readonly RecordOf<"findings">[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { statement, source } of findings) {
    const group = groups.get(statement);
    if (group) group.push(source);
    else groups.set(statement, [source]);
  }
  return groups;
}
