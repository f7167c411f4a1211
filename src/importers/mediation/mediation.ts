import type { Act } from "../../domain/acts.ts";
import { ActorBook } from "../actor-book.ts";
import type { Origin } from "../case-sink.ts";
import { writeDataSource } from "../data-source.ts";
import { cellAt, openTable, sampleHeader } from "../foreign-table.ts";
import { formatNote } from "../format-note.ts";
import type { Importer, ImportRun } from "../importer.ts";
import type { Input } from "../inputs.ts";
import { ThingBook } from "../thing-book.ts";
import { MediationEvents } from "./mediation-events.ts";
import { yearOf } from "./year-of.ts";

/** Reads mediation events in the MEND form: one row for each third party in each mediation, its roles marked by 0 and 1. */
export const mediation: Importer = {
  name: "mediation",
  title: "mediation events in the MEND form",
  description:
    "Mediation events of PeaceRep in the MEND form (year, mediation ID, third-party, role flags): each mediation a meeting, each role of a third party a statement.",
  options: [],
  sniff: ({ text, binary }) => {
    const header = binary === null ? sampleHeader(text) : [];
    return header.includes("mediation id") && header.includes("third-party") ? 1 : 0;
  },
  run,
};

const ROLES: readonly { readonly act: Act; readonly columns: readonly string[] }[] = [
  { act: "MEDIATED", columns: ["good offices", "mediation", "negotiating and drafting", "manipulating"] },
  { act: "HOSTED", columns: ["hosting talks"] },
  { act: "WITNESSED", columns: ["witness/party to agreement"] },
];
/** Roles that no act stands for. */
const OTHER_ROLES = ["humanitarian", "other"];
const LEADERS = ["leading actor", "leading actor 2", "leading actor 3"];
const GLEDITSCH = "third-party Gleditsch ID";

async function run(run: ImportRun): Promise<void> {
  const source = await writeDataSource(run, {
    slug: "mediation-events",
    title: "Mediation events",
    publisher: "PeaceRep",
  });
  const reader = new RowReader(run, source);
  for (const input of run.inputs) await reader.read(input);
  await reader.finish();
}

type Cell = (name: string) => string;

class RowReader {
  readonly #run: ImportRun;
  readonly #foundIn: readonly string[];
  readonly #actors: ActorBook;
  readonly #events: MediationEvents;
  readonly #sources: ThingBook<"sources">;

  constructor(run: ImportRun, source: string) {
    this.#run = run;
    this.#foundIn = [source];
    this.#actors = new ActorBook(run.sink);
    this.#events = new MediationEvents(run.sink, source);
    this.#sources = new ThingBook("sources", run.sink);
  }

  async read(input: Input): Promise<void> {
    const { sink, options } = this.#run;
    const table = await openTable(input, { sink, encoding: options.encoding as string | undefined });
    for await (const rows of table.batches()) {
      for (const row of rows) {
        const cell = (name: string) => cellAt(row, table.indexOf(name));
        await this.#take(cell, { file: table.file, line: row.line });
      }
    }
  }

  async finish(): Promise<void> {
    await this.#events.write();
    await this.#actors.write();
  }

  async #take(cell: Cell, place: Origin): Promise<void> {
    const { sink } = this.#run;
    const id = cell("mediation ID");
    const name = cell("third-party");
    if (id === "") return sink.leaveOut("The row names no mediation (mediation ID).", place);
    if (name === "") return sink.leaveOut("The row names no third party.", place);
    for (const column of [...ROLES.flatMap(({ columns }) => columns), ...OTHER_ROLES])
      this.#checkFlag(column, cell(column), place);
    const cites = await this.#findSources(cell);
    const event = this.#events.enter(id, { cell, cites, place });
    const roles = ROLES.map(({ act, columns }) => ({
      act,
      columns: columns.filter((column) => cell(column) === "1"),
    }));
    const marked = roles.filter(({ columns }) => columns.length > 0);
    const others = OTHER_ROLES.filter((column) => cell(column) === "1");
    if (marked.length === 0 && others.length === 0)
      sink.leaveOut("The row marks no role of the third party.", place);
    const actor = this.#findActor(name, cell(GLEDITSCH));
    for (const { act, columns } of marked) {
      const target = act === "WITNESSED" ? event.agreementOf(cell("agreement name")) : event.slug;
      await this.#writeStatement({ id, act, actor, target, cites, cell, roles: [...columns, ...others] });
    }
  }

  #checkFlag(column: string, value: string, place: Origin): void {
    if (value === "" || value === "0") return;
    if (value !== "1") this.#run.sink.leaveOut(`The role "${column}" is marked by neither 0 nor 1.`, place);
    else if (OTHER_ROLES.includes(column))
      this.#run.sink.leaveOut(`No act stands for the role "${column}".`, place);
  }

  /** Only states have a Gleditsch code; some rows of a state lack it. */
  #findActor(name: string, code: string): string {
    const slug = this.#actors.slugOf(name, () => ({ name, kind: "ORGANIZATION", foundIn: this.#foundIn }));
    if (code !== "") this.#actors.amend(name, { kind: "STATE", note: formatNote([[GLEDITSCH, code]]) });
    return slug;
  }

  async #writeStatement(statement: {
    id: string;
    act: Act;
    actor: string;
    target: string;
    cites: readonly string[];
    cell: Cell;
    roles: readonly string[];
  }): Promise<void> {
    const { id, act, actor, target, cites, cell, roles } = statement;
    const { sink } = this.#run;
    const year = yearOf(cell);
    const isLeading = LEADERS.some((column) => cell(column) === cell("third-party"));
    await sink.write("statements", {
      slug: sink.slugs.claim(`m${id}-${actor}-${act.toLowerCase()}`, "statement"),
      act,
      actors: [actor],
      actorBasis: "NAMED",
      target,
      date: year,
      dateBasis: year === null ? "NOT_GIVEN" : "STATED",
      status: "REPORTED",
      foundIn: this.#foundIn,
      cites,
      note: formatNote([
        ["roles", roles.join(", ")],
        ["leading actor", isLeading ? "yes" : ""],
        ["negotiation type", cell("negotiation type")],
      ]),
    });
  }

  async #findSources(cell: Cell): Promise<string[]> {
    const slugs = new Set<string>();
    for (let number = 1; number <= 5; number += 1) {
      const text = cell(`source_${number}`);
      if (text === "") continue;
      const url = /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) ? text : null;
      slugs.add(await this.#sources.slugOf(text, text, () => ({ title: text, url })));
    }
    return [...slugs];
  }
}
