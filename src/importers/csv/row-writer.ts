import type { CsvRow } from "../../dataset/csv-reader.ts";
import type { Act } from "../../domain/acts.ts";
import { DemarcheError } from "../../domain/errors.ts";
import {
  type DateOrder,
  guessDateOrder,
  isAmbiguousDate,
  parseForeignDate,
} from "../../domain/foreign-dates.ts";
import { ActorBook } from "../actor-book.ts";
import type { CaseSink, Origin } from "../case-sink.ts";
import { cellAt, type ForeignTable } from "../foreign-table.ts";
import { formatNote } from "../format-note.ts";
import { ThingBook } from "../thing-book.ts";
import { TieBook } from "../tie-book.ts";
import type { Columns } from "./choose-columns.ts";
import type { Mapping } from "./mapping.ts";
import type { RoleName } from "./roles.ts";
import { DEFAULT_ACTS, fitsTarget, guessZero, readStance, type ZeroMeaning } from "./stances.ts";
import { TargetBook } from "./target-book.ts";

/** What is known of a table before its rows are read. */
interface Reading {
  readonly table: ForeignTable;
  readonly cell: (row: CsvRow, role: RoleName) => string;
  readonly others: readonly { readonly name: string; readonly index: number }[];
  readonly hasActs: boolean;
  readonly zero: ZeroMeaning;
  readonly dateOrder: DateOrder | null;
}

/** Turns the rows of tables into the rows of a case, one statement each. */
export class RowWriter {
  readonly #sink: CaseSink;
  readonly #source: string;
  readonly #mapping: Mapping;
  readonly #actors: ActorBook;
  readonly #targets: TargetBook;
  readonly #ties: TieBook;
  readonly #sources: ThingBook<"sources">;
  readonly #meetings: ThingBook<"meetings">;
  #rows = 0;

  constructor(sink: CaseSink, { source, mapping }: { source: string; mapping: Mapping }) {
    this.#sink = sink;
    this.#source = source;
    this.#mapping = mapping;
    this.#actors = new ActorBook(sink);
    this.#targets = new TargetBook(sink, {
      source,
      kind: mapping.target,
      findActor: (name) => this.#findActor(name),
    });
    this.#ties = new TieBook(sink, source);
    this.#sources = new ThingBook("sources", sink);
    this.#meetings = new ThingBook("meetings", sink);
  }

  async read(table: ForeignTable, columns: Columns): Promise<void> {
    const reading = this.#prepare(table, columns);
    for await (const rows of table.batches()) {
      for (const row of rows) await this.#take(row, reading);
    }
  }

  async finish(): Promise<void> {
    await this.#actors.write();
  }

  #prepare(table: ForeignTable, columns: Columns): Reading {
    const indexes = new Map(
      Object.entries(columns).map(([role, column]) => [role, table.header.indexOf(column)]),
    );
    const cell = (row: CsvRow, role: RoleName) => cellAt(row, indexes.get(role) ?? -1);
    const taken = [...indexes.values()];
    const place = { file: table.file, line: 1 };
    const hasActs = columns.act !== undefined;
    if (!hasActs && this.#mapping.act === null)
      this.#sink.warn(
        `No column tells the act: every row is read as ${DEFAULT_ACTS[this.#mapping.target]} (--act says another).`,
        place,
      );
    const zero = guessZero(table.first.map((row) => cell(row, "act")));
    if (zero === "against" && !this.#mapping.acts.has("0"))
      this.#sink.warn("The acts are 0 and 1: 0 is read as against (--acts says another).", place);
    return {
      table,
      cell,
      hasActs,
      zero,
      others: table.header
        .map((name, index) => ({ name: name || `column ${index + 1}`, index }))
        .filter(({ index }) => !taken.includes(index)),
      dateOrder: this.#mapping.dateOrder ?? guessDateOrder(table.first.map((row) => cell(row, "date"))),
    };
  }

  async #take(row: CsvRow, reading: Reading): Promise<void> {
    const { table, cell } = reading;
    const place = { file: table.file, line: row.line };
    this.#rows += 1;
    const act = this.#readAct(cell(row, "act"), reading);
    if (cell(row, "target") === "") return this.#sink.leaveOut("The row names no target.", place);
    if (typeof act !== "string") return this.#sink.leaveOut(act.fault, place);
    if (cell(row, "actor") === "") this.#sink.warn("The row names no actor.", place);
    await this.#write({ act, row, reading, place });
  }

  #readAct(value: string, { hasActs, zero }: Reading): Act | { fault: string } {
    const { target, acts, act: given } = this.#mapping;
    const fallback = given ?? DEFAULT_ACTS[target];
    if (hasActs && value === "" && given === null) return { fault: "The act is empty." };
    const act = hasActs && value !== "" ? readStance(value, { target, acts, zero }) : fallback;
    if (act === null)
      return { fault: `The word "${value}" is no act: say what it means with --acts "${value}=…".` };
    return fitsTarget(act, target) ? act : { fault: `${act} cannot be about a ${target}.` };
  }

  async #write(parts: { act: Act; row: CsvRow; reading: Reading; place: Origin }): Promise<void> {
    const { act, row, reading, place } = parts;
    const cell = (role: RoleName) => reading.cell(row, role);
    const actors = [...new Set(namesOf(cell("actor")).map((name) => this.#findActor(name)))];
    const organization =
      cell("organization") === "" ? null : this.#findActor(cell("organization"), "ORGANIZATION");
    for (const actor of actors) if (organization) await this.#ties.tie(actor, organization);
    const date = this.#readDate(cell("date"), reading, place);
    await this.#sink.write("statements", {
      slug: this.#sink.slugs.claim(cell("id") ? `row-${cell("id")}` : `row-${this.#rows}`, "row"),
      act,
      actors,
      joint: actors.length > 1 ? true : null,
      actorBasis: actors.length === 0 ? "NOT_STATED" : "NAMED",
      onBehalfOf: organization && !actors.includes(organization) ? [organization] : [],
      target: await this.#targets.slugOf(cell("target"), cell("issue")),
      addressedTo: [...new Set(namesOf(cell("addressed_to")).map((name) => this.#findActor(name)))],
      madeAt: cell("meeting") === "" ? null : await this.#findMeeting(cell("meeting")),
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "STATED",
      status: "REPORTED",
      quote: cell("quote") || null,
      locator: cell("locator") || null,
      foundIn: [await this.#findSource(cell("source"), cell("url"))],
      note: formatNote([
        ["note", cell("note")],
        ["act", reading.hasActs && cell("act").toUpperCase() !== act ? cell("act") : ""],
        ["date", date === null ? cell("date") : ""],
        ...reading.others.map(({ name, index }) => [name, cellAt(row, index)] as const),
      ]),
    });
  }

  #readDate(text: string, { dateOrder }: Reading, place: Origin): string | null {
    if (text === "") return null;
    if (dateOrder === null && isAmbiguousDate(text)) {
      const message = `${place.file}, line ${place.line}: "${text}" can be read in two ways. Say --date-order day-first or month-first.`;
      throw new DemarcheError("BAD_INPUT", message);
    }
    const date = parseForeignDate(text, dateOrder);
    if (date === null) this.#sink.warn("The date cannot be read; it is in the note.", place);
    return date;
  }

  #findActor(name: string, kind = this.#mapping.actorKind): string {
    return this.#actors.slugOf(name, () => ({ name, kind, foundIn: [this.#source] }));
  }

  #findMeeting(name: string): Promise<string> {
    return this.#meetings.slugOf(name, name, () => ({ name, kind: "TALKS", foundIn: [this.#source] }));
  }

  async #findSource(title: string, url: string): Promise<string> {
    if (title === "" && url === "") return this.#source;
    const address = /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
    return this.#sources.slugOf(`${title}\n${url}`, title || url, () => ({
      title: title || url,
      url: address,
      coverage: "PARTIAL",
      note: address === null && url !== "" ? `url: ${url}` : null,
    }));
  }
}

function namesOf(cell: string): string[] {
  return cell
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
