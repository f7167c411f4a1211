import { parseForeignDate } from "../../domain/foreign-dates.ts";
import type { CaseSink, Origin } from "../case-sink.ts";
import { formatNote } from "../format-note.ts";
import { mendEncoding } from "../mend-encoding.ts";

type Cell = (name: string) => string;

/** An agreement as its signatures refer to it. */
export interface Agreement {
  readonly slug: string;
  readonly date: string | null;
  /** The slug of its own text among the sources. */
  readonly source: string | null;
}

/** Columns of an agreement that have a place of their own; the others go into the note. */
const TAKEN = ["overall_node_type", "node_name", "description", "date", "PPName", "PA-X Hyperlink"];

/** The agreements of an import: proposals, each a result of its peace process, each with its own text as a source. */
export class Agreements {
  readonly #sink: CaseSink;
  readonly #foundIn: readonly string[];
  readonly #known = new Map<string, Agreement>();
  readonly #processes = new Map<string, string>();

  constructor(sink: CaseSink, source: string) {
    this.#sink = sink;
    this.#foundIn = [source];
  }

  /** Enters an agreement by its row in the node table. */
  async enter(
    id: string,
    { cell, header, place }: { cell: Cell; header: readonly string[]; place: Origin },
  ): Promise<Agreement> {
    const title = mendEncoding(cell("node_name")) || id;
    const others = header.filter((column) => column !== "" && !TAKEN.includes(column));
    return this.#write(id, {
      title,
      date: this.#readDate(cell, place),
      summary: mendEncoding(cell("description")) || null,
      process: cell("PPName"),
      source: await this.#writeText(title, cell("PA-X Hyperlink")),
      note: formatNote(others.map((column) => [column, mendEncoding(cell(column))])),
    });
  }

  /** Gives the agreement of a link; where no node table has it, what the link tells is entered. */
  async find(cell: Cell, place: Origin): Promise<Agreement> {
    const id = cell("from_node_id");
    const known = this.#known.get(id);
    if (known) return known;
    return this.#write(id, {
      title: mendEncoding(cell("from_node_name")) || id,
      date: this.#readDate(cell, place),
      summary: null,
      process: cell("PPName"),
      source: null,
      note: formatNote([
        ["node_id", id],
        ["node_type", cell("from_node_type")],
      ]),
    });
  }

  async #write(
    id: string,
    agreement: {
      title: string;
      date: string | null;
      summary: string | null;
      process: string;
      source: string | null;
      note: string | null;
    },
  ): Promise<Agreement> {
    const { title, date, summary, process, source, note } = agreement;
    const slug = this.#sink.slugs.claim(title, "agreement");
    await this.#sink.write("proposals", {
      slug,
      title,
      kind: "AGREEMENT",
      state: "AGREED",
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "STATED",
      summary,
      foundIn: this.#foundIn,
      cites: source === null ? [] : [source],
      note,
    });
    if (process !== "") await this.#linkProcess(process, slug);
    const made = { slug, date, source };
    this.#known.set(id, made);
    return made;
  }

  async #linkProcess(name: string, agreement: string): Promise<void> {
    let slug = this.#processes.get(name);
    if (slug === undefined) {
      slug = this.#sink.slugs.claim(name, "process");
      this.#processes.set(name, slug);
      await this.#sink.write("meetings", { slug, name, kind: "PROCESS", foundIn: this.#foundIn });
    }
    await this.#sink.write("links", {
      from: slug,
      relation: "RESULTED_IN",
      to: agreement,
      foundIn: this.#foundIn,
    });
  }

  async #writeText(title: string, url: string): Promise<string | null> {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
    const slug = this.#sink.slugs.claim(`text-of-${title}`, "text");
    await this.#sink.write("sources", {
      slug,
      title,
      url,
      publisher: "PA-X Peace Agreements Database",
      kind: "OFFICIAL",
    });
    return slug;
  }

  /** Files of different years write the date as 2021-03-05 or 05/03/2021; year, month and day stand beside it. */
  #readDate(cell: Cell, place: Origin): string | null {
    const [year, month, day] = ["year", "month", "day"].map((name) => cell(name).replace(/\.0$/, ""));
    const date = parseForeignDate(cell("date"), "day-first") ?? parseForeignDate(`${year}-${month}-${day}`);
    if (date === null && cell("date") !== "")
      this.#sink.warn("The date of the agreement cannot be read.", place);
    return date;
  }
}
