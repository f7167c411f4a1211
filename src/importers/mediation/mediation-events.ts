import type { CaseSink, Origin } from "../case-sink.ts";
import { formatNote } from "../format-note.ts";
import { yearOf } from "./year-of.ts";

type Cell = (name: string) => string;

interface KnownEvent {
  readonly id: string;
  readonly slug: string;
  readonly agreements: Map<string, string>;
  readonly cites: Set<string>;
  readonly years: Set<string>;
  /** Different values of its rows, by column. */
  readonly values: Map<string, Set<string>>;
}

/** A mediation as the statements about it need it. */
export interface MediationEvent {
  readonly slug: string;
  /** Gives the slug of the agreement of that name which it led to; the mediation itself where the name is empty. */
  agreementOf(name: string): string;
}

const LOCALE = "conflict locale";
const PLACE = "location of neogitations";
const NOTES = ["notes_1", "note_2", "note_3", "note_4", "note_5"];
/** Columns that tell of the mediation, not of the third party. */
const NOTED = [
  ...[
    "negotiation ID",
    LOCALE,
    "conflict sub-locale",
    "locale Gleditsch ID",
    "negotiation location Gleditsch ID",
  ],
  ...["negotiation type", "leading actor", "leading actor 2", "leading actor 3"],
  ...["agreement", "peace agreement", "ceasfire agreement", ...NOTES.slice(1)],
];

/** The mediations of an import: meetings, gathered from their rows and written at the end, with the agreements they led to. */
export class MediationEvents {
  readonly #sink: CaseSink;
  readonly #foundIn: readonly string[];
  readonly #known = new Map<string, KnownEvent>();

  constructor(sink: CaseSink, source: string) {
    this.#sink = sink;
    this.#foundIn = [source];
  }

  /** Enters what a row tells of its mediation. */
  enter(id: string, row: { cell: Cell; cites: readonly string[]; place: Origin }): MediationEvent {
    const { cell, cites, place } = row;
    const event = this.#known.get(id) ?? this.#start(id);
    const year = yearOf(cell);
    if (year !== null) event.years.add(year);
    else if (cell("year") !== "") this.#sink.warn("The year cannot be read.", place);
    for (const source of cites) event.cites.add(source);
    for (const column of [...NOTED, PLACE, NOTES[0] ?? ""]) {
      const value = cell(column);
      if (value === "") continue;
      const values = event.values.get(column);
      if (values) values.add(value);
      else event.values.set(column, new Set([value]));
    }
    const name = cell("agreement name");
    if (name !== "" && !event.agreements.has(name))
      event.agreements.set(name, this.#sink.slugs.claim(`${name}-${id}`, "agreement"));
    return { slug: event.slug, agreementOf: (wanted) => event.agreements.get(wanted) ?? event.slug };
  }

  async write(): Promise<void> {
    for (const event of this.#known.values()) {
      await this.#writeMeeting(event);
      for (const [name, slug] of event.agreements) await this.#writeAgreement(event, name, slug);
    }
  }

  #start(id: string): KnownEvent {
    const slug = this.#sink.slugs.claim(`mediation-${id}`, "mediation");
    const event = {
      id,
      slug,
      agreements: new Map(),
      cites: new Set<string>(),
      years: new Set<string>(),
      values: new Map(),
    };
    this.#known.set(id, event);
    return event;
  }

  async #writeMeeting(event: KnownEvent): Promise<void> {
    const { id, slug, cites, values } = event;
    const date = dateOf(event);
    const valuesOf = (column: string) => [...(values.get(column) ?? [])];
    const where = valuesOf(LOCALE).join(", ");
    await this.#sink.write("meetings", {
      slug,
      name: `Mediation ${id}${where === "" ? "" : `: ${where}`}${date === null ? "" : `, ${date.replace("/", "–")}`}`,
      kind: "TALKS",
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "STATED",
      place: valuesOf(PLACE).join("; ") || null,
      outcome: [...event.agreements.keys()].join("; ") || null,
      outcomeKind: outcomeOf(valuesOf("agreement")),
      quote: valuesOf(NOTES[0] ?? "").join(" … ") || null,
      foundIn: this.#foundIn,
      cites: [...cites],
      note: formatNote(NOTED.map((column) => [column, valuesOf(column).join(" | ")])),
    });
  }

  async #writeAgreement(event: KnownEvent, name: string, slug: string): Promise<void> {
    const date = dateOf(event);
    const evidence = { foundIn: this.#foundIn, cites: [...event.cites] };
    await this.#sink.write("proposals", {
      slug,
      title: name,
      kind: "AGREEMENT",
      state: "AGREED",
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "STATED",
      ...evidence,
    });
    await this.#sink.write("links", { from: event.slug, relation: "RESULTED_IN", to: slug, ...evidence });
  }
}

function dateOf({ years }: KnownEvent): string | null {
  const sorted = [...years].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}/${last}`;
}

function outcomeOf(flags: readonly string[]): "AGREED" | "NONE" | "NOT_STATED" {
  if (flags.includes("1")) return "AGREED";
  return flags.includes("0") ? "NONE" : "NOT_STATED";
}
