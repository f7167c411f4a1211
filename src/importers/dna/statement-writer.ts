import type { Act } from "../../domain/acts.ts";
import { ActorBook } from "../actor-book.ts";
import type { CaseSink } from "../case-sink.ts";
import { formatNote } from "../format-note.ts";
import type { ImportRun } from "../importer.ts";
import { ThingBook } from "../thing-book.ts";
import { TieBook } from "../tie-book.ts";
import type { DnaDocument, DnaFile, DnaStatement, DnaValue, Entity, Variable } from "./dna-file.ts";
import type { Roles } from "./roles.ts";

/** Attributes that have a place of their own; the others go into the note. */
const ALIAS = "Alias";

/** Turns the statements of DNA files into the rows of a case. */
export class StatementWriter {
  readonly #sink: CaseSink;
  readonly #dataSource: string;
  readonly #isOnClaims: boolean;
  readonly #actors: ActorBook;
  readonly #concepts: ThingBook<"demands" | "claims">;
  readonly #ties: TieBook;

  constructor({ sink, options }: ImportRun, dataSource: string) {
    this.#sink = sink;
    this.#dataSource = dataSource;
    this.#isOnClaims = options.conceptAs === "claim";
    this.#actors = new ActorBook(sink);
    this.#ties = new TieBook(sink, dataSource);
    this.#concepts = new ThingBook(this.#isOnClaims ? "claims" : "demands", sink);
  }

  /** Reads the statements of the types with roles; gives how many were taken. */
  async read(file: string, dna: DnaFile, rolesOfType: ReadonlyMap<number, Roles>): Promise<number> {
    const documents = await this.#writeDocuments(dna);
    let document: DnaDocument | null = null;
    let taken = 0;
    for (const statement of dna.statements()) {
      const roles = rolesOfType.get(statement.typeId);
      if (!roles) continue;
      if (document?.id !== statement.documentId) document = dna.findDocument(statement.documentId);
      const coded = new CodedValues(dna, statement, roles);
      const fault = this.#findFault(coded, document);
      if (fault !== null) this.#sink.leaveOut(fault, { file, line: null });
      else {
        await this.#write({ statement, coded, document, foundIn: documents.get(statement.documentId) });
        taken += 1;
      }
    }
    return taken;
  }

  async finish(): Promise<void> {
    await this.#actors.write();
  }

  #findFault(coded: CodedValues, document: DnaDocument | null): string | null {
    if (!document) return "The statement is of a document that is not there.";
    if (coded.concept === null) return "The statement names no concept.";
    return this.#actOf(coded) === null
      ? "A qualifier of 0 takes no side, which a claim has no act for."
      : null;
  }

  #actOf({ agreement }: CodedValues): Act | null {
    if (agreement === 0) return this.#isOnClaims ? null : "ACKNOWLEDGED";
    if (this.#isOnClaims) return agreement > 0 ? "ASSERTED" : "DISPUTED";
    return agreement > 0 ? "BACKED" : "REJECTED";
  }

  async #write(parts: {
    statement: DnaStatement;
    coded: CodedValues;
    document: DnaDocument | null;
    foundIn: string | undefined;
  }): Promise<void> {
    const { statement, coded, document, foundIn = this.#dataSource } = parts;
    const person = coded.actor && this.#findActor(coded.actor, "actor");
    const organization = coded.organization && this.#findActor(coded.organization, "organization");
    if (person && organization) await this.#ties.tie(person, organization);
    const actor = person ?? organization;
    const date = document === null ? null : dayOf(document);
    await this.#sink.write("statements", {
      slug: this.#sink.slugs.claim(`s${statement.id}`, "statement"),
      act: this.#actOf(coded) ?? "BACKED",
      actors: actor ? [actor] : [],
      actorBasis: actor ? "NAMED" : "NOT_STATED",
      onBehalfOf: person && organization ? [organization] : [],
      target: await this.#findConcept(coded.concept as Entity),
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "DERIVED",
      status: "REPORTED",
      quote: document?.text.slice(statement.start, statement.stop).trim() || null,
      locator: `characters ${statement.start}–${statement.stop}`,
      foundIn: [foundIn],
      note: formatNote([["coder", statement.coder], ...coded.others]),
    });
  }

  #findActor(entity: Entity, role: "actor" | "organization"): string {
    return this.#actors.slugOf(`${role}\n${entity.value}`, () => ({
      name: entity.value,
      kind: role === "actor" ? "PERSON" : "ORGANIZATION",
      aliases: aliasesOf(entity),
      note: noteOf(entity),
      foundIn: [this.#dataSource],
    }));
  }

  #findConcept(concept: Entity): Promise<string> {
    const aliases: (readonly [string, string])[] = aliasesOf(concept).map((alias) => ["alias", alias]);
    const note = formatNote([...aliases, ...notesOf(concept)]);
    return this.#concepts.slugOf(concept.value, concept.value, () => ({
      text: concept.value,
      foundIn: [this.#dataSource],
      note,
    }));
  }

  async #writeDocuments(dna: DnaFile): Promise<ReadonlyMap<number, string>> {
    const slugs = new Map<number, string>();
    for (const id of dna.documentIds()) {
      const document = dna.findDocument(id);
      if (!document) continue;
      const slug = this.#sink.slugs.claim(document.title, "document");
      slugs.set(id, slug);
      await this.#sink.write("sources", {
        slug,
        title: document.title || null,
        author: document.author === "" ? [] : [document.author],
        publisher: document.source || null,
        date: dayOf(document),
        kind: document.type || null,
        coverage: "PARTIAL",
        note: formatNote([
          ["section", document.section],
          ["notes", document.notes],
          ["coder", document.coder],
        ]),
      });
    }
    return slugs;
  }
}

/** The values of a statement by the roles of their variables. */
class CodedValues {
  readonly actor: Entity | null;
  readonly organization: Entity | null;
  readonly concept: Entity | null;
  /** Positive: agrees; negative: disagrees; 0: neither. Agreement where nothing is coded. */
  readonly agreement: number;
  /** The values without a role, by the names of their variables. */
  readonly others: readonly (readonly [string, string])[];

  constructor(dna: DnaFile, statement: DnaStatement, roles: Roles) {
    const values = dna.valuesOf(statement.id);
    const find = (variable: Variable | null) =>
      values.find(({ variableId }) => variableId === variable?.id) ?? null;
    this.actor = namedEntity(find(roles.actor));
    this.organization = namedEntity(find(roles.organization));
    this.concept = namedEntity(find(roles.concept));
    this.agreement = agreementOf(roles.qualifier, find(roles.qualifier));
    const taken = [roles.actor, roles.organization, roles.concept].map((variable) => variable?.id);
    const type = dna.types.find(({ id }) => id === statement.typeId);
    this.others = [
      ["type", type?.label ?? ""],
      ...values
        .filter(({ variableId }) => !taken.includes(variableId))
        .map((value) => [nameOf(type?.variables ?? [], value), value.text] as const),
    ];
  }
}

function nameOf(variables: readonly Variable[], { variableId }: DnaValue): string {
  return variables.find(({ id }) => id === variableId)?.name ?? `variable ${variableId}`;
}

/** DNA keeps an entity without text for "not coded". Long texts serve as entities by themselves. */
function namedEntity(value: DnaValue | null): Entity | null {
  if (!value || value.text.trim() === "") return null;
  return value.entity ?? { id: 0, value: value.text.trim(), parent: "", colour: "", attributes: [] };
}

function agreementOf(variable: Variable | null, value: DnaValue | null): number {
  if (!variable || value?.number === null || value?.number === undefined) return 1;
  if (variable.dataType === "boolean") return value.number === 0 ? -1 : 1;
  return value.number;
}

/** The day of a document; its time is seconds since 1970, UTC. */
function dayOf({ date }: DnaDocument): string | null {
  if (date === null || !Number.isFinite(date)) return null;
  const day = new Date(date * 1000);
  const isCalendarDay =
    !Number.isNaN(day.getTime()) && day.getUTCFullYear() >= 0 && day.getUTCFullYear() <= 9999;
  return isCalendarDay ? day.toISOString().slice(0, 10) : null;
}

function aliasesOf({ attributes }: Entity): string[] {
  return attributes.flatMap(([name, value]) => (name === ALIAS && value !== "" ? [value] : []));
}

function noteOf(entity: Entity): string | null {
  return formatNote(notesOf(entity));
}

function notesOf({ attributes, parent, colour }: Entity): (readonly [string, string])[] {
  return [...attributes.filter(([name]) => name !== ALIAS), ["child of", parent], ["colour", colour]];
}
