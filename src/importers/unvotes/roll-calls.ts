import { parseForeignDate } from "../../domain/foreign-dates.ts";
import type { Origin } from "../case-sink.ts";
import { cellAt, type ForeignTable } from "../foreign-table.ts";
import { formatNote } from "../format-note.ts";
import type { ImportRun } from "../importer.ts";

/** A roll call as its votes refer to it. */
export interface RollCall {
  readonly slug: string;
  readonly index: number;
  readonly date: string | null;
}

interface KnownRollCall extends RollCall {
  readonly title: string;
  readonly summary: string | null;
  readonly note: readonly (readonly [string, string])[];
  readonly issues: { readonly name: string; readonly tag: string }[];
}

/** Columns that have a place of their own; the others go into the note. */
const TAKEN = ["rcid", "date", "short", "descr"];

/** Reads the roll calls of a file. */
export async function readRollCalls(table: ForeignTable, rollCalls: RollCalls): Promise<void> {
  for await (const rows of table.batches()) {
    for (const row of rows) {
      const cell = (name: string) => cellAt(row, table.indexOf(name));
      const others = table.header.filter((name) => name !== "" && !TAKEN.includes(name.toLowerCase()));
      rollCalls.enter(trimRollCallId(cell("rcid")), {
        place: { file: table.file, line: row.line },
        date: cell("date"),
        short: cell("short"),
        description: cell("descr"),
        others: others.map((name) => [name, cell(name)] as const),
      });
    }
  }
}

/** Votes write the number of a roll call as `3.0`, roll calls write `3`: both are `3`. */
export function trimRollCallId(text: string): string {
  const point = text.indexOf(".");
  return point > 0 && /^\d+\.0+$/.test(text) ? text.slice(0, point) : text;
}

/** The roll calls of an import: proposals, and for each of their issues a demand that the proposal contains. */
export class RollCalls {
  readonly #run: ImportRun;
  readonly #foundIn: readonly string[];
  readonly #known = new Map<string, KnownRollCall>();

  constructor(run: ImportRun, source: string) {
    this.#run = run;
    this.#foundIn = [source];
  }

  find(id: string): RollCall | undefined {
    return this.#known.get(id);
  }

  enter(
    id: string,
    about: {
      place: Origin;
      date: string;
      short: string;
      description: string;
      others: readonly (readonly [string, string])[];
    },
  ): void {
    const { sink } = this.#run;
    if (id === "" || this.#known.has(id)) {
      const fault = id === "" ? "The roll call (rcid) is missing." : "The roll call stands there already.";
      sink.leaveOut(fault, about.place);
      return;
    }
    const date = parseForeignDate(about.date);
    if (date === null && about.date !== "")
      sink.warn("The date of the roll call cannot be read.", about.place);
    this.#known.set(id, {
      slug: `rc${id.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
      index: this.#known.size,
      date,
      title: about.short || `Roll call ${id}`,
      summary: about.description || null,
      note: date === null ? [...about.others, ["date", about.date]] : about.others,
      issues: [],
    });
  }

  /** Takes up a roll call that only votes name; says so. */
  async add(id: string, place: Origin): Promise<RollCall> {
    this.#run.sink.warn("The roll call is in no file of roll calls: it has neither date nor title.", place);
    this.enter(id, { place, date: "", short: "", description: "", others: [] });
    const made = this.#known.get(id);
    if (!made) throw new Error(`roll call ${id} was not entered`);
    await this.#writeProposal(made);
    return made;
  }

  async readIssues(table: ForeignTable): Promise<void> {
    const [rcid = -1, short = -1, issue = -1] = ["rcid", "short_name", "issue"].map(table.indexOf);
    for await (const rows of table.batches()) {
      for (const row of rows) {
        const place = { file: table.file, line: row.line };
        const rollCall = this.#known.get(trimRollCallId(cellAt(row, rcid)));
        const name = cellAt(row, issue);
        if (!rollCall) this.#run.sink.leaveOut("The issue is of a roll call that no file holds.", place);
        else if (name === "") this.#run.sink.leaveOut("The issue is empty.", place);
        else if (rollCall.issues.some((known) => known.name === name))
          this.#run.sink.leaveOut("The issue of the roll call stands there already.", place);
        else rollCall.issues.push({ name, tag: cellAt(row, short) || name });
      }
    }
  }

  async write(): Promise<void> {
    const issues = new Map<string, { slug: string; tag: string }>();
    for (const rollCall of this.#known.values()) {
      await this.#writeProposal(rollCall);
      for (const { name, tag } of rollCall.issues) {
        const issue = issues.get(name) ?? (await this.#writeIssue(name, tag));
        issues.set(name, issue);
        await this.#writeDemand(rollCall, name, issue);
      }
    }
  }

  async #writeProposal({ slug, title, date, summary, note }: KnownRollCall): Promise<void> {
    await this.#run.sink.write("proposals", {
      slug,
      title,
      kind: "DRAFT",
      date,
      dateBasis: date === null ? "NOT_GIVEN" : "STATED",
      summary,
      foundIn: this.#foundIn,
      note: formatNote(note),
    });
  }

  async #writeIssue(name: string, tag: string): Promise<{ slug: string; tag: string }> {
    const slug = this.#run.sink.slugs.claim(name, "issue");
    await this.#run.sink.write("issues", {
      slug,
      name,
      foundIn: this.#foundIn,
      note: formatNote([["short_name", tag]]),
    });
    return { slug, tag };
  }

  async #writeDemand(
    rollCall: KnownRollCall,
    name: string,
    issue: { slug: string; tag: string },
  ): Promise<void> {
    const slug = `${rollCall.slug}.${issue.slug}`;
    const text = `What roll call ${rollCall.slug.slice(2)} asks for: ${name}`;
    await this.#run.sink.write("demands", { slug, text, issue: issue.slug, foundIn: this.#foundIn });
    await this.#run.sink.write("provisions", {
      proposal: rollCall.slug,
      demand: slug,
      foundIn: this.#foundIn,
    });
  }
}
