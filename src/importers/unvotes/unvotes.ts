import type { Act } from "../../domain/acts.ts";
import { DemarcheError } from "../../domain/errors.ts";
import { ActorBook } from "../actor-book.ts";
import { writeDataSource } from "../data-source.ts";
import { cellAt, type ForeignTable, openTable, sampleHeader } from "../foreign-table.ts";
import { formatNote } from "../format-note.ts";
import { IdSet } from "../id-set.ts";
import type { Importer, ImportRun } from "../importer.ts";
import type { Input, Sample } from "../inputs.ts";
import { iso3OfAlpha2 } from "../iso-countries.ts";
import { slugify } from "../slug-book.ts";
import { type RollCall, RollCalls, readRollCalls, trimRollCallId } from "./roll-calls.ts";

/** Reads the votes of the UN General Assembly: one row a country and roll call, with the roll calls and their issues where given. */
export const unvotes: Importer = {
  name: "unvotes",
  title: "UN General Assembly votes",
  description:
    "un_votes.csv (rcid, country, country_code, vote), best with un_roll_calls.csv and un_roll_call_issues.csv: each roll call a proposal, each vote a statement.",
  options: [],
  sniff: (sample) => (partOf(sample) === null ? 0 : 1),
  run,
};

type Part = "votes" | "roll calls" | "issues";

const ACT_OF_VOTE: Readonly<Record<string, Act>> = { yes: "ACCEPTED", no: "REJECTED", abstain: "ABSTAINED" };
const MOST_COUNTRIES = 4096;

async function run(run: ImportRun): Promise<void> {
  const parts = (part: Part) => run.inputs.filter(({ sample }) => partOf(sample) === part);
  const votes = parts("votes");
  if (votes.length === 0) throw noVotes(run.inputs);
  const { sink } = run;
  sink.slugs.reserve(/^rc\d/);
  const source = await writeDataSource(run, {
    slug: "un-votes",
    title: "Votes of the United Nations General Assembly",
    coverage: "COMPLETE",
  });
  const rollCalls = new RollCalls(run, source);
  for (const input of parts("roll calls")) await readRollCalls(await open(run, input), rollCalls);
  for (const input of parts("issues")) await rollCalls.readIssues(await open(run, input));
  await rollCalls.write();
  const reader = new VoteReader(run, rollCalls, source);
  for (const input of votes) await reader.read(await open(run, input));
  await reader.finish();
}

function partOf({ text, binary }: Sample): Part | null {
  if (binary !== null) return null;
  const header = sampleHeader(text);
  if (!header.includes("rcid")) return null;
  if (header.includes("vote") && header.includes("country")) return "votes";
  if (header.includes("issue")) return "issues";
  return header.includes("date") || header.includes("descr") ? "roll calls" : null;
}

function open({ options, sink }: ImportRun, input: Input): Promise<ForeignTable> {
  return openTable(input, { sink, encoding: options.encoding as string | undefined });
}

interface Country {
  readonly slug: string;
  /** Ending of its statements' slugs. */
  readonly tag: string;
  readonly index: number;
}

class VoteReader {
  readonly #run: ImportRun;
  readonly #rollCalls: RollCalls;
  readonly #foundIn: readonly string[];
  readonly #actors: ActorBook;
  readonly #countries = new Map<string, Country>();
  readonly #byKey = new Map<string, Country>();
  readonly #tags = new Set<string>();
  readonly #seen = new IdSet();

  constructor(run: ImportRun, rollCalls: RollCalls, source: string) {
    this.#run = run;
    this.#rollCalls = rollCalls;
    this.#foundIn = [source];
    this.#actors = new ActorBook(run.sink);
  }

  async read(table: ForeignTable): Promise<void> {
    const [rcid, country, code, vote] = ["rcid", "country", "country_code", "vote"].map(table.indexOf) as [
      number,
      number,
      number,
      number,
    ];
    const others = table.header
      .map((name, index) => ({ name, index }))
      .filter(({ name, index }) => name !== "" && ![rcid, country, code, vote].includes(index));
    for await (const rows of table.batches()) {
      for (const row of rows) {
        const place = { file: table.file, line: row.line };
        const act = ACT_OF_VOTE[cellAt(row, vote)];
        const id = trimRollCallId(cellAt(row, rcid));
        const name = cellAt(row, country);
        const fault = this.#findFault({ act, id, name, vote: cellAt(row, vote) });
        if (fault !== null || !act) {
          this.#run.sink.leaveOut(fault ?? "", place);
          continue;
        }
        const rollCall = this.#rollCalls.find(id) ?? (await this.#rollCalls.add(id, place));
        const voter = this.#findCountry(cellAt(row, code), name);
        if (!this.#seen.add(rollCall.index * MOST_COUNTRIES + voter.index)) {
          this.#run.sink.leaveOut("The country's vote on the roll call stands there already.", place);
          continue;
        }
        const note =
          others.length === 0
            ? null
            : formatNote(others.map((other) => [other.name, cellAt(row, other.index)]));
        const waiting = this.#write({ act, rollCall, voter, note });
        if (waiting) await waiting;
      }
    }
  }

  async finish(): Promise<void> {
    await this.#actors.write();
  }

  #findFault({
    act,
    id,
    name,
    vote,
  }: {
    act: Act | undefined;
    id: string;
    name: string;
    vote: string;
  }): string | null {
    if (!act) return vote === "" ? "The vote is empty." : `The vote "${vote}" is none of yes, no, abstain.`;
    if (id === "") return "The roll call (rcid) is missing.";
    return name === "" ? "The country is missing." : null;
  }

  #write(vote: { act: Act; rollCall: RollCall; voter: Country; note: string | null }): Promise<void> | null {
    const { act, rollCall, voter, note } = vote;
    return this.#run.sink.write("statements", {
      slug: `${rollCall.slug}-${voter.tag}`,
      act,
      actors: [voter.slug],
      actorBasis: "NAMED",
      target: rollCall.slug,
      date: rollCall.date,
      dateBasis: rollCall.date === null ? "NOT_GIVEN" : "STATED",
      status: "REPORTED",
      foundIn: this.#foundIn,
      note,
    });
  }

  #findCountry(code: string, name: string): Country {
    const pair = `${code}\t${name}`;
    const known = this.#countries.get(pair);
    if (known) return known;
    // Without a code (Zanzibar, Yemen Arab Republic) the name tells countries apart.
    const key = code === "" ? name : code;
    const slug = this.#actors.slugOf(key, () => ({
      name,
      kind: "STATE",
      iso3: iso3OfAlpha2(code),
      note: formatNote([["country_code", code]]),
      foundIn: this.#foundIn,
    }));
    this.#actors.addName(key, name);
    const country = this.#byKey.get(key) ?? {
      slug,
      tag: this.#claimTag(code, slug),
      index: this.#byKey.size,
    };
    this.#byKey.set(key, country);
    this.#countries.set(pair, country);
    return country;
  }

  #claimTag(code: string, slug: string): string {
    const short = slugify(code);
    const tag = short === "" || this.#tags.has(short) ? slug : short;
    this.#tags.add(tag);
    return tag;
  }
}

function noVotes(inputs: readonly Input[]): DemarcheError {
  const names = inputs.map(({ name }) => name).join(", ");
  const message = `There are no votes in ${names}: give the file with the columns rcid, country, country_code and vote as well.`;
  return new DemarcheError("FILE_UNREADABLE", message);
}
