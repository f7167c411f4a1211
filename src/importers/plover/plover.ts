import type { Act } from "../../domain/acts.ts";
import { parseForeignDate } from "../../domain/foreign-dates.ts";
import { ActorBook } from "../actor-book.ts";
import type { Origin } from "../case-sink.ts";
import { writeDataSource } from "../data-source.ts";
import { actOfPlover, isRoleCode, kindOfCodes } from "../event-codes.ts";
import { readText } from "../foreign-text.ts";
import { formatNote } from "../format-note.ts";
import type { Importer, ImportRun } from "../importer.ts";
import type { Sample } from "../inputs.ts";
import { isIso3 } from "../iso-countries.ts";
import { ThingBook } from "../thing-book.ts";
import { type JsonItem, JsonSplitter } from "./json-items.ts";
import { type PloverActor, type PloverEvent, readEvent } from "./read-event.ts";

/** Reads events in the PLOVER scheme (JSON): each whose event is an act becomes statements about the other actors. */
export const plover: Importer = {
  name: "plover",
  title: "PLOVER events",
  description:
    "Events in the PLOVER scheme, a JSON array or one object a line: each whose event is an act becomes a statement of its sources about each of its targets.",
  options: [],
  sniff,
  run,
};

/** Of these an event with several sources and no target holds among them. */
const MUTUAL_EVENTS = ["AGREE", "CONSULT", "COOPERATE", "SUPPORT"];
/** Fields that have a place of their own; the others go into the note. */
const TAKEN = ["id", "date", "source", "target", "text", "sentence", "publication", "url"];

function sniff({ text, binary }: Sample): number {
  if (binary !== null || !/^\ufeff?\s*[[{]/.test(text)) return 0;
  const names = ["event", "source", "mode", "context", "target"].filter((name) => text.includes(`"${name}"`));
  return names.includes("event") && names.includes("source") ? 0.6 + names.length * 0.08 : 0;
}

async function run(run: ImportRun): Promise<void> {
  const source = await writeDataSource(run, { slug: "plover", title: "Events in the PLOVER scheme" });
  const reader = new EventReader(run, source);
  for (const input of run.inputs) {
    const splitter = new JsonSplitter();
    for await (const piece of readText(input, run.options.encoding as string | undefined)) {
      for (const item of splitter.split(piece)) await reader.read(item, input.name);
    }
    const rest = splitter.end();
    if (rest) await reader.read(rest, input.name);
  }
  await reader.finish();
}

class EventReader {
  readonly #run: ImportRun;
  readonly #dataSource: string;
  readonly #actors: ActorBook;
  readonly #sources: ThingBook<"sources">;

  constructor(run: ImportRun, dataSource: string) {
    this.#run = run;
    this.#dataSource = dataSource;
    this.#actors = new ActorBook(run.sink);
    this.#sources = new ThingBook("sources", run.sink);
  }

  async read(item: JsonItem, file: string): Promise<void> {
    const place = { file, line: item.line };
    const event = item.isWhole ? readEvent(item.text) : "The file is cut off within the object.";
    if (typeof event === "string") return this.#run.sink.leaveOut(event, place);
    const act = actOfPlover(event.event, event.mode);
    if (act === null)
      return this.#run.sink.leaveOut(`No act stands for the PLOVER event ${event.event}.`, place);
    const pairs = pairActors(event);
    if (pairs.length === 0)
      return this.#run.sink.leaveOut("The event names no target, so that it is about nobody.", place);
    for (const { actors, target, isMutual } of pairs)
      await this.#write(event, { act: isMutual ? mutualAct(act) : act, actors, target, place });
  }

  async finish(): Promise<void> {
    await this.#actors.write();
  }

  async #write(
    event: PloverEvent,
    {
      act,
      actors,
      target,
      place,
    }: { act: Act; actors: readonly PloverActor[]; target: PloverActor; place: Origin },
  ): Promise<void> {
    const date = parseForeignDate(event.date);
    if (date === null && event.date !== "")
      this.#run.sink.warn("The date cannot be read; it is in the note.", place);
    const slugs = new Set(actors.map((actor) => this.#findActor(actor)));
    const note = event.fields.filter(([name]) => !TAKEN.includes(name));
    await this.#run.sink.write("statements", {
      slug: this.#run.sink.slugs.claim(event.id || `event-${place.line}`, "event"),
      act,
      actors: [...slugs],
      joint: slugs.size > 1 ? true : null,
      actorBasis: slugs.size === 0 ? "NOT_STATED" : "NAMED",
      target: this.#findActor(target),
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "STATED",
      status: "REPORTED",
      quote: event.text || null,
      foundIn: [await this.#findSource(event)],
      note: formatNote(date === null ? [...note, ["date", event.date]] : note),
    });
  }

  #findActor(actor: PloverActor): string {
    const key = keyOf(actor);
    const { text, code, sector } = actor;
    const isRole = code === "" || isRoleCode(code);
    const slug = this.#actors.slugOf(key, () => {
      const kind = kindOfCodes(isRole ? "" : code, [isRole ? code : "", sector]);
      return {
        name: text || key,
        slugFrom: isRole ? text || key : key,
        kind,
        aliases: isRole || key === text ? [] : [key],
        iso3: kind === "STATE" && isIso3(code) ? code : null,
        note: formatNote([["code", code], ["sector", sector], ...actor.others]),
        foundIn: [this.#dataSource],
      };
    });
    this.#actors.addName(key, text);
    return slug;
  }

  async #findSource({ publication, url }: PloverEvent): Promise<string> {
    if (publication === "" && url === "") return this.#dataSource;
    return this.#sources.slugOf(`${publication}\n${url}`, publication || url, () => ({
      title: publication || url,
      url: /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null,
      coverage: "PARTIAL",
    }));
  }
}

interface Pair {
  readonly actors: readonly PloverActor[];
  readonly target: PloverActor;
  readonly isMutual: boolean;
}

function pairActors({ event, sources, targets }: PloverEvent): Pair[] {
  if (targets.length > 0) return targets.map((target) => ({ actors: sources, target, isMutual: false }));
  if (!MUTUAL_EVENTS.includes(event)) return [];
  return sources.flatMap((actor) =>
    sources
      .filter((other) => keyOf(other) !== keyOf(actor))
      .map((target) => ({ actors: [actor], target, isMutual: true })),
  );
}

/** Sides that meet at a third place (`third-party`, no target) do not mediate each other. */
function mutualAct(act: Act): Act {
  return act === "MEDIATED" ? "ATTENDED" : act;
}

/** A country's actors are told apart by code and sector; a role of anybody's (`IGO`) by its name as well. */
function keyOf({ text, code, sector }: PloverActor): string {
  if (code === "") return text;
  return isRoleCode(code) ? `${code}${sector} ${text}`.trim() : `${code}${sector}`;
}
