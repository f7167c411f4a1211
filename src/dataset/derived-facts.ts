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
  /** The numbers of the retracted versions of each slug, ascending. */
  readonly versions: ReadonlyMap<string, readonly number[]>;
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

/**
 * Gathers what follows from statements, one statement at a time, so that millions need not be held.
 *
 * Retracted statements only count as versions.
 */
export class FactCollector {
  readonly #mediators = new Set<string>();
  readonly #hearings = new Map<string, Hearing>();
  readonly #versions = new Map<string, number[]>();
  readonly #claims: ReadonlySet<string>;
  readonly #voices: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #findings: ReadonlyMap<string, readonly string[]>;

  constructor(tables: Pick<Tables, "actors" | "claims" | "sources" | "findings">) {
    this.#claims = new Set(tables.claims.map((claim) => claim.slug));
    this.#voices = findVoices(tables);
    this.#findings = groupFindings(tables.findings);
  }

  add(statement: Statement): void {
    if (statement.retractedAt !== null) return this.#addVersion(statement.slug);
    if (MEDIATING.has(statement.act)) for (const actor of statement.actors) this.#mediators.add(actor);
    if (statement.status !== "DISPUTED" && this.#claims.has(statement.target)) this.#hear(statement);
  }

  facts(): DerivedFacts {
    const standings = new Map([...this.#hearings].map(([claim, hearing]) => [claim, judge(hearing)] as const));
    for (const numbers of this.#versions.values()) numbers.sort((left, right) => left - right);
    return { mediators: this.#mediators, standings, versions: this.#versions };
  }

  #addVersion(slug: string): void {
    const version = parseVersion(slug);
    if (!version) return;
    const known = this.#versions.get(version.base);
    if (known) known.push(version.number);
    else this.#versions.set(version.base, [version.number]);
  }

  #hear(statement: Statement): void {
    const isAssertion = ASSERTING.has(statement.act);
    if (!isAssertion && statement.act !== "DISPUTED") return;
    const hearing = this.#hearings.get(statement.target) ?? makeHearing();
    this.#hearings.set(statement.target, hearing);
    const isOwn = this.#speaksItself(statement);
    if (isAssertion && isOwn) hearing.ownAssertion = true;
    else if (isAssertion) hearing.otherAssertion = true;
    else if (isOwn) hearing.ownDenial = true;
    else hearing.otherDenial = true;
  }

  /** Whether one of the actors publishes, or wrote, one of the documents in which the statement was found. */
  #speaksItself(statement: Statement): boolean {
    const documents = [...statement.foundIn, ...(this.#findings.get(statement.slug) ?? [])];
    return documents.some((source) => statement.actors.some((actor) => this.#voices.get(source)?.has(actor)));
  }
}

/** Gathers the facts of a dataset held in memory. */
export function deriveFacts(tables: Tables): DerivedFacts {
  const collector = new FactCollector(tables);
  for (const statement of tables.statements) collector.add(statement);
  return collector.facts();
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
  const namesOf = (source: RecordOf<"sources">) => [source.publisher, ...source.author].filter((name) => name !== null);
  return new Map(
    tables.sources.map((source) => [
      source.slug,
      new Set(namesOf(source).flatMap((name) => actors.get(foldName(name)) ?? [])),
    ]),
  );
}

function foldName(name: string): string {
  return name.normalize("NFKC").replace(/\s+/g, " ").trim().toLocaleLowerCase("en");
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
