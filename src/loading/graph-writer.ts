import type { Parameters, Row } from "../database/database.ts";
import type { NodeRow, RelationRow } from "../dataset/graph-rows.ts";
import { DemarcheError } from "../domain/errors.ts";
import { encodeNode, encodeRelation, isRich } from "./encode-rows.ts";

/** Runs a query by name, in the transaction of the caller's choice. */
export type Run = <R extends Row>(query: string, parameters: Parameters) => Promise<R[]>;

export interface WriterOptions {
  readonly caseSlug: string;
  /** Whether what is written stays out of sight until it is revealed. */
  readonly isStaged: boolean;
  readonly run: Run;
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
 * waits until the end.
 */
export class GraphWriter {
  readonly #options: WriterOptions;
  readonly #known = new Set<string>();
  #nodes: NodeRow[] = [];
  #relations: RelationRow[] = [];
  #waiting: RelationRow[] = [];
  #writtenCount = 0;

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

  async finish(): Promise<void> {
    await this.#flush();
    const size = this.#options.batchRows ?? BATCH_ROWS;
    for (let at = 0; at < this.#waiting.length; at += size) {
      this.#relations = this.#waiting.slice(at, at + size);
      await this.#flush();
    }
    this.#waiting = [];
  }

  #isThere(id: string): boolean {
    const { caseSlug, isThere } = this.#options;
    return id === caseSlug || this.#known.has(id) || (isThere?.(id) ?? false);
  }

  async #flush(): Promise<void> {
    const { caseSlug, isStaged, run, onWritten } = this.#options;
    const [nodes, relations] = [this.#nodes, this.#relations];
    if (nodes.length + relations.length === 0) return;
    this.#nodes = [];
    this.#relations = [];
    const { ends, numberOf } = numberEnds(caseSlug, nodes, relations);
    const encoded = relations.map((relation) => encodeRelation(relation, numberOf));
    const [answer] = await run<{ endCount: number }>(isStaged ? "load/stage-rows" : "load/create-rows", {
      case: caseSlug,
      ends,
      nodes: nodes.map((node) => encodeNode(node, isStaged)),
      plain: encoded.filter((relation) => !isRich(relation)),
      rich: encoded.filter(isRich),
    });
    if (answer?.endCount !== ends.length) throw missingEnds(answer?.endCount, ends.length);
    this.#writtenCount += nodes.length + relations.length;
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
