import type { Parameters, Row } from "../database/database.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { DemarcheError } from "../domain/errors.ts";
import { encodeNode, encodeRelation, encodeStaged, isRich } from "./encode-rows.ts";

/** Runs a query by name, in the transaction of the caller's choice. */
export type Run = <R extends Row>(query: string, parameters: Parameters) => Promise<R[]>;

export interface WriterOptions {
  readonly caseSlug: string;
  /** Whether what is written stays out of sight until it is revealed. */
  readonly isStaged: boolean;
  readonly run: Run;
  /** Tells of which statements relations come in other batches than their own; of all if absent. */
  readonly isEntangled?: (id: string) => boolean;
  /** Nodes and relations that go into one query. */
  readonly batchRows?: number;
  /** Tells of nodes that are there before. */
  readonly isThere?: (id: string) => boolean;
  readonly onWritten?: (rowCount: number) => void;
}

/** Nodes and relations of one query: few enough for the memory of a transaction in a 512 MB server. */
const BATCH_ROWS = 25_000;

/**
 * Writes nodes and relations in batches, in the order in which they come. A relation to a node that has not come yet
 * waits until the end. While the database writes one batch, the next is made ready.
 */
export class GraphWriter {
  readonly #options: WriterOptions;
  readonly #known = new Set<string>();
  #nodes: NodeRow[] = [];
  #relations: RelationRow[] = [];
  #waiting: RelationRow[] = [];
  #writtenCount = 0;
  #inFlight: Promise<void> = Promise.resolve();

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** Nodes and relations written so far. */
  get writtenCount(): number {
    return this.#writtenCount;
  }

  async add(rows: {
    readonly nodes: readonly NodeRow[];
    readonly relations: readonly RelationRow[];
  }): Promise<void> {
    for (const node of rows.nodes) {
      this.#known.add(node.id);
      this.#nodes.push(node);
    }
    for (const relation of rows.relations) {
      const isReady = this.#isThere(relation.from) && this.#isThere(relation.to);
      (isReady ? this.#relations : this.#waiting).push(relation);
    }
    if (this.#nodes.length + this.#relations.length >= (this.#options.batchRows ?? BATCH_ROWS))
      await this.#flush();
  }

  /** Writes what is left. */
  async finish(): Promise<void> {
    await this.#flush();
    const size = this.#options.batchRows ?? BATCH_ROWS;
    for (let at = 0; at < this.#waiting.length; at += size) {
      this.#relations = this.#waiting.slice(at, at + size);
      await this.#flush();
    }
    this.#waiting = [];
    await this.#inFlight;
  }

  /** Waits until nothing is being written any more, whether it succeeded or failed: for a caller that gives up. */
  async settle(): Promise<void> {
    await this.#inFlight.catch(() => undefined);
  }

  #isThere(id: string): boolean {
    const { caseSlug, isThere } = this.#options;
    return id === caseSlug || this.#known.has(id) || (isThere?.(id) ?? false);
  }

  async #flush(): Promise<void> {
    const [nodes, relations] = [this.#nodes, this.#relations];
    if (nodes.length + relations.length === 0) return;
    this.#nodes = [];
    this.#relations = [];
    const batch = this.#encode(nodes, relations);
    // One after the other: relations of a batch lead to nodes of those before.
    await this.#inFlight;
    this.#inFlight = this.#send(batch, nodes.length + relations.length);
    // A failure is told to whoever waits next.
    this.#inFlight.catch(() => undefined);
  }

  #encode(nodes: readonly NodeRow[], relations: readonly RelationRow[]) {
    const { caseSlug, isStaged, isEntangled } = this.#options;
    const { ends, numberOf } = numberEnds(caseSlug, nodes, relations);
    const encoded = relations.map((relation) => encodeRelation(relation, numberOf));
    return {
      case: caseSlug,
      ends,
      nodes: nodes.map((node) => (isStaged ? encodeStaged(node, isEntangled) : encodeNode(node))),
      plain: encoded.filter((relation) => !isRich(relation)),
      rich: encoded.filter(isRich),
    };
  }

  async #send(batch: Parameters & { readonly ends: readonly string[] }, rowCount: number): Promise<void> {
    const { isStaged, run, onWritten } = this.#options;
    const query = isStaged ? "load/stage-rows" : "load/create-rows";
    const [answer] = await run<{ endCount: number }>(query, batch);
    if (answer?.endCount !== batch.ends.length) throw missingEnds(answer?.endCount, batch.ends.length);
    this.#writtenCount += rowCount;
    onWritten?.(this.#writtenCount);
  }
}

/** The nodes of other batches that relations lead to, and the place of every node: the case, those, the new ones. */
function numberEnds(caseSlug: string, nodes: readonly NodeRow[], relations: readonly RelationRow[]) {
  const fresh = new Set(nodes.map(({ id }) => id));
  const ends = [...new Set(relations.flatMap(({ from, to }) => [from, to]))].filter(
    (id) => id !== caseSlug && !fresh.has(id),
  );
  const numbers = new Map([caseSlug, ...ends, ...fresh].map((id, index) => [id, index]));
  const numberOf = (id: string): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`no node ${id}`);
    return number;
  };
  return { ends, numberOf };
}

function missingEnds(found: number | undefined, wanted: number): DemarcheError {
  return new DemarcheError(
    "INTERNAL",
    `The database holds ${found ?? "none"} of the ${wanted} nodes that new relations lead to. Nothing was written; \`demarche doctor\` tells what is wrong with it.`,
  );
}
