import { DemarcheError } from "../../domain/errors.ts";
import { ActorBook } from "../actor-book.ts";
import { writeDataSource } from "../data-source.ts";
import { cellAt, type ForeignTable, openTable, sampleHeader } from "../foreign-table.ts";
import type { Importer, ImportRun } from "../importer.ts";
import type { Input, Sample } from "../inputs.ts";
import { describeActor, describeLinkedActor } from "./actors.ts";
import { Agreements } from "./agreements.ts";

/** Reads the actor–agreement links of PAA-X: who signed which peace agreement, as a party or as a third party. */
export const paax: Importer = {
  name: "paax",
  title: "PAA-X actor–agreement links",
  description:
    "links_table.csv, best with node_table.csv, of the PA-X peace agreements: each agreement a proposal, each signature a statement (third parties witness).",
  options: [],
  sniff: (sample) => (partOf(sample) === null ? 0 : 1),
  run,
};

type Part = "links" | "nodes";

async function run(run: ImportRun): Promise<void> {
  const parts = (part: Part) => run.inputs.filter(({ sample }) => partOf(sample) === part);
  const links = parts("links");
  if (links.length === 0) throw noLinks(run.inputs);
  const source = await writeDataSource(run, {
    slug: "paa-x",
    title: "PAA-X: actors of the PA-X peace agreements",
    publisher: "PeaceRep",
  });
  const reader = new SignatureReader(run, source);
  for (const input of parts("nodes")) await reader.readNodes(await open(run, input));
  for (const input of links) await reader.readLinks(await open(run, input));
  await reader.finish();
}

function partOf({ text, binary }: Sample): Part | null {
  if (binary !== null) return null;
  const header = sampleHeader(text);
  if (header.includes("from_node_id") && header.includes("to_node_id")) return "links";
  return header.includes("overall_node_type") && header.includes("node_id") ? "nodes" : null;
}

function open({ options, sink }: ImportRun, input: Input): Promise<ForeignTable> {
  return openTable(input, { sink, encoding: options.encoding as string | undefined });
}

class SignatureReader {
  readonly #run: ImportRun;
  readonly #foundIn: readonly string[];
  readonly #actors: ActorBook;
  readonly #agreements: Agreements;
  readonly #nodes = new Set<string>();

  constructor(run: ImportRun, source: string) {
    this.#run = run;
    this.#foundIn = [source];
    this.#actors = new ActorBook(run.sink);
    this.#agreements = new Agreements(run.sink, source);
  }

  async readNodes(table: ForeignTable): Promise<void> {
    for await (const rows of table.batches()) {
      for (const row of rows) {
        const place = { file: table.file, line: row.line };
        const cell = (name: string) => cellAt(row, table.indexOf(name));
        const id = cell("node_id");
        if (id === "") this.#run.sink.leaveOut("The node has no node_id.", place);
        else if (this.#nodes.has(id)) this.#run.sink.leaveOut("The node stands there already.", place);
        else if (cell("overall_node_type") === "Agreement") {
          await this.#agreements.enter(id, { cell, header: table.header, place });
        } else {
          const actor = describeActor(cell, table.header);
          if (actor.isMended) this.#run.sink.warn("Names with broken encoding were mended.", place);
          this.#actors.slugOf(id, () => ({ ...actor, foundIn: this.#foundIn }));
        }
        this.#nodes.add(id);
      }
    }
  }

  async readLinks(table: ForeignTable): Promise<void> {
    for await (const rows of table.batches()) {
      for (const row of rows) {
        const cell = (name: string) => cellAt(row, table.indexOf(name));
        const place = { file: table.file, line: row.line };
        const fault = findFault(cell);
        if (fault === null) await this.#writeSignature(cell, place);
        else this.#run.sink.leaveOut(fault, place);
      }
    }
  }

  async finish(): Promise<void> {
    await this.#actors.write();
  }

  async #writeSignature(
    cell: (name: string) => string,
    place: { file: string; line: number },
  ): Promise<void> {
    const { sink } = this.#run;
    const agreement = await this.#agreements.find(cell, place);
    const actorId = cell("to_node_id");
    if (!this.#nodes.has(actorId))
      sink.warn("The actor is in no node table: its name and type are those of the link.", place);
    const actor = this.#actors.slugOf(actorId, () => ({
      ...describeLinkedActor(cell),
      foundIn: this.#foundIn,
    }));
    await sink.write("statements", {
      slug: sink.slugs.claim(`sig${cell("signatory_id")}`.trim(), "signature"),
      act: cell("signatory_type") === "party" ? "SIGNED" : "WITNESSED",
      actors: [actor],
      actorBasis: "NAMED",
      target: agreement.slug,
      date: agreement.date,
      dateBasis: agreement.date === null ? "NOT_GIVEN" : "STATED",
      status: "REPORTED",
      foundIn: this.#foundIn,
      cites: agreement.source === null ? [] : [agreement.source],
      note: `signatory_type: ${cell("signatory_type")}`,
    });
  }
}

function findFault(cell: (name: string) => string): string | null {
  if (cell("from_node_id") === "") return "The link names no agreement.";
  if (cell("to_node_id") === "") return "The link names no actor.";
  const type = cell("signatory_type");
  return type === "party" || type === "third party"
    ? null
    : `The signatory type "${type}" is neither party nor third party.`;
}

function noLinks(inputs: readonly Input[]): DemarcheError {
  const names = inputs.map(({ name }) => name).join(", ");
  return new DemarcheError(
    "FILE_UNREADABLE",
    `There are no links in ${names}: give links_table.csv as well, with its columns from_node_id, to_node_id and signatory_type.`,
  );
}
