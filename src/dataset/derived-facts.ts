import { MEDIATING_ACTS } from "../domain/acts.ts";
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

/** What is known about a claim so far: who spoke for it and against it, the document itself or others. */
interface Hearing {
  ownAssertion: boolean;
  ownDenial: boolean;
  otherAssertion: boolean;
  otherDenial: boolean;
}

const ASSERTING: ReadonlySet<string> = new Set(["ASSERTED", "ACCUSED"]);
const MEDIATING: ReadonlySet<string> = new Set(MEDIATING_ACTS);

/** What a statement says of a claim, kept until the documents in which it was found are known. */
interface Testimony {
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
  readonly #testimonies: Testimony[] = [];
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
    this.#testimonies.push({ statement: slug, claim: target, isAssertion, actors, foundIn });
  }

  /** Gives the facts, by the help of the other tables of the case. */
  facts(tables: Pick<Tables, "actors" | "sources" | "findings">): DerivedFacts {
    for (const list of this.#versions.values()) list.sort((left, right) => left.number - right.number);
    return { mediators: this.#mediators, standings: this.#judge(tables), versions: this.#versions };
  }

  #judge(tables: Pick<Tables, "actors" | "sources" | "findings">): ReadonlyMap<string, ClaimStanding> {
    const voices = findVoices(tables);
    const findings = groupFindings(tables.findings);
    const hearings = new Map<string, Hearing>();
    for (const { statement, claim, isAssertion, actors, foundIn } of this.#testimonies) {
      const hearing = hearings.get(claim) ?? makeHearing();
      hearings.set(claim, hearing);
      const documents = [...foundIn, ...(findings.get(statement) ?? [])];
      const isOwn = documents.some((source) => actors.some((actor) => voices.get(source)?.has(actor)));
      if (isAssertion) hearing[isOwn ? "ownAssertion" : "otherAssertion"] = true;
      else hearing[isOwn ? "ownDenial" : "otherDenial"] = true;
    }
    return new Map([...hearings].map(([claim, hearing]) => [claim, judge(hearing)] as const));
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

function makeHearing(): Hearing {
  return { ownAssertion: false, ownDenial: false, otherAssertion: false, otherDenial: false };
}

function judge(hearing: Hearing): ClaimStanding {
  if (hearing.ownDenial) return "DENIED_BY_SOURCE";
  if (hearing.otherDenial) return "CONTESTED";
  return hearing.ownAssertion ? "STATED_AS_FACT" : "ATTRIBUTED_ONLY";
}

/** For each source, the actors that are its publisher or an author, by name or alias. */
function findVoices(tables: Pick<Tables, "actors" | "sources">): ReadonlyMap<string, ReadonlySet<string>> {
  const actors = new Map<string, string[]>();
  for (const actor of tables.actors)
    for (const name of [actor.name, ...actor.aliases]) {
      const key = foldName(name);
      actors.set(key, [...(actors.get(key) ?? []), actor.slug]);
    }
  const namesOf = (source: RecordOf<"sources">) =>
    [source.publisher, ...source.author].filter((name) => name !== null);
  return new Map(
    tables.sources.map((source) => [
      source.slug,
      new Set(namesOf(source).flatMap((name) => actors.get(foldName(name)) ?? [])),
    ]),
  );
}

function foldName(name: string): string {
  return name.normalize("NFKC").trim().toLocaleLowerCase("en");
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
