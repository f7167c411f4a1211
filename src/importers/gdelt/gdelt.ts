import type { Act } from "../../domain/acts.ts";
import { parseForeignDate } from "../../domain/foreign-dates.ts";
import { ActorBook, type NewActor } from "../actor-book.ts";
import { writeDataSource } from "../data-source.ts";
import { actOfCameo, kindOfCodes } from "../event-codes.ts";
import { formatNote } from "../format-note.ts";
import { IdSet } from "../id-set.ts";
import type { Importer, ImportRun } from "../importer.ts";
import type { Sample } from "../inputs.ts";
import { isIso3 } from "../iso-countries.ts";
import { ThingBook } from "../thing-book.ts";
import { ACTOR_COLUMNS, COLUMNS, columnAt, NOTED_COLUMNS, placeCells, versionOf } from "./columns.ts";
import { type LineBatch, readLines } from "./read-lines.ts";

/** Reads GDELT event files in bounded memory: each event whose code is an act becomes a statement about the other actor. */
export const gdelt: Importer = {
  name: "gdelt",
  title: "GDELT events",
  description:
    "Export files of GDELT 2.0 (61 columns separated by tabs) or 1.0 (57 or 58), with or without a header: each event whose CAMEO code is an act becomes a statement of the first actor about the second.",
  options: [],
  sniff,
  run,
};

/** Lines that are looked at to tell what a file is. */
const SNIFFED_LINES = 20;

function sniff(sample: Sample): number {
  const version = findVersion(sample);
  return version === null ? 0 : version === "2.0" ? 1 : 0.9;
}

/** An older line is as wide as many a table's, so that it has to begin as events do as well. */
function findVersion({ text, binary }: Sample): "1.0" | "2.0" | null {
  if (binary !== null) return null;
  const lines = text.split("\n", SNIFFED_LINES);
  const versions = lines.map((line) => versionOf(line.split("\t").length));
  if (versions.includes("2.0")) return "2.0";
  const isOld = lines.some((line, index) => versions[index] === "1.0" && /^\d+\t\d{8}\t\d{6}\t/.test(line));
  return isOld ? "1.0" : null;
}

async function run(run: ImportRun): Promise<void> {
  run.sink.slugs.reserve(/^e\d+$/);
  const versions = [...new Set(run.inputs.map(({ sample }) => findVersion(sample)))].sort();
  const title = `GDELT ${versions.join(" and ")} events`;
  const about = { slug: "gdelt", title, publisher: "The GDELT Project" };
  const reader = new EventReader(run, await writeDataSource(run, about));
  for (const input of run.inputs) {
    for await (const batch of readLines(input, run.options.encoding as string | undefined))
      await reader.read(input.name, batch);
  }
  await reader.finish();
}

class EventReader {
  readonly #run: ImportRun;
  readonly #foundIn: readonly string[];
  readonly #actors: ActorBook;
  readonly #publishers: ThingBook<"sources">;
  readonly #seen = new IdSet();

  constructor(run: ImportRun, source: string) {
    this.#run = run;
    this.#foundIn = [source];
    this.#actors = new ActorBook(run.sink);
    this.#publishers = new ThingBook("sources", run.sink);
  }

  async read(file: string, { firstLine, lines }: LineBatch): Promise<void> {
    for (const [index, line] of lines.entries()) {
      if (line === "" || (line !== null && isHeader(line))) continue;
      const cells = line === null ? null : placeCells(line.split("\t"));
      const fault = this.#findFault(cells);
      const place = { file, line: firstLine + index };
      if (fault !== null || cells === null) this.#run.sink.leaveOut(fault ?? "", place);
      else await this.#take(cells);
    }
  }

  async finish(): Promise<void> {
    await this.#actors.write();
  }

  #findFault(cells: readonly string[] | null): string | null {
    if (cells === null) return "The line is broken: it is not UTF-8.";
    if (cells.length !== COLUMNS.length)
      return `The line is broken: it has ${cells.length} columns, not ${COLUMNS.length}.`;
    const id = cells[columnAt.GlobalEventID] ?? "";
    if (!/^\d{1,15}$/.test(id)) return "The line is broken: its GlobalEventID is no number.";
    if (dayOf(cells) === null) return "The line is broken: its Day is no date.";
    const code = cells[columnAt.EventCode] ?? "";
    if (actOfCameo(code) === null) return `No act stands for the CAMEO code "${code.slice(0, 3)}".`;
    if (keyOf(cells, "Actor2") === "") return "The event names no second actor, so that it is about nobody.";
    return this.#seen.add(Number(id)) ? null : "The event stands there already.";
  }

  async #take(cells: readonly string[]): Promise<void> {
    const actor = keyOf(cells, "Actor1") === "" ? null : this.#findActor(cells, "Actor1");
    const target = this.#findActor(cells, "Actor2");
    const url = cells[columnAt.SOURCEURL] ?? "";
    const waiting = this.#run.sink.write("statements", {
      slug: `e${Number(cells[columnAt.GlobalEventID])}`,
      act: actOfCameo(cells[columnAt.EventCode] ?? "") as Act,
      actors: actor === null ? [] : [actor],
      actorBasis: actor === null ? "NOT_STATED" : "NAMED",
      target,
      date: dayOf(cells),
      dateBasis: "STATED",
      status: "REPORTED",
      foundIn: this.#foundIn,
      cites: url === "" ? [] : [await this.#findPublisher(url)],
      locator: url || null,
      note: formatNote(NOTED_COLUMNS.map(({ name, index }) => [name, cells[index]])),
    });
    if (waiting) await waiting;
  }

  #findActor(cells: readonly string[], side: "Actor1" | "Actor2"): string {
    const key = keyOf(cells, side);
    const slug = this.#actors.slugOf(key, () => ({ ...describeActor(cells, side), foundIn: this.#foundIn }));
    this.#actors.addName(key, cells[ACTOR_COLUMNS[side].Name ?? -1] ?? "");
    return slug;
  }

  /** The site that an address is of; addresses of single articles would be as many as events. */
  async #findPublisher(url: string): Promise<string> {
    const site = /^(https?:\/\/)([^/?#:\s]+)/i.exec(url);
    const name = site?.[2]?.toLowerCase().replace(/^www\./, "") ?? url;
    return this.#publishers.slugOf(name, name, () => ({
      publisher: name,
      title: name,
      kind: "NEWS",
      url: site && URL.canParse(site[0]) ? site[0] : null,
    }));
  }
}

function isHeader(line: string): boolean {
  return /^\ufeff?global_?event_?id\t/i.test(line);
}

function dayOf(cells: readonly string[]): string | null {
  const day = cells[columnAt.Day] ?? "";
  return /^\d{8}$/.test(day) ? parseForeignDate(day) : null;
}

/** An actor is its CAMEO code; where an event gives a name alone, the name. */
function keyOf(cells: readonly string[], side: "Actor1" | "Actor2"): string {
  const { Code = -1, Name = -1 } = ACTOR_COLUMNS[side];
  return cells[Code] || cells[Name] || "";
}

function describeActor(cells: readonly string[], side: "Actor1" | "Actor2"): NewActor {
  const columns = ACTOR_COLUMNS[side];
  const cell = (name: string) => cells[columns[name] ?? -1] ?? "";
  const country = cell("CountryCode");
  const roles = ["KnownGroupCode", "EthnicCode", "Religion1Code", "Type1Code", "Type2Code", "Type3Code"].map(
    cell,
  );
  const kind = kindOfCodes(country, roles);
  return {
    name: cell("Name") || cell("Code"),
    slugFrom: cell("Code") || cell("Name"),
    kind,
    aliases: [cell("Code")],
    iso3: kind === "STATE" && isIso3(country) ? country : null,
    note: formatNote(
      Object.keys(columns)
        .filter((name) => name !== "Name")
        .map((name) => [name, cell(name)]),
    ),
  };
}
