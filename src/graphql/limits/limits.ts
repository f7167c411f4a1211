import type { ErrorCode } from "../../domain/errors.ts";

export interface LimitDefinition {
  readonly standard: number;
  /** What a request that breaks it is answered with. */
  readonly code: ErrorCode;
  readonly description: string;
}

/**
 * What one request, and all together, may ask for; all but times and sizes of answers is checked before anything runs.
 * `docs/errors.md` is drawn from it.
 */
export const LIMIT_DEFINITIONS = {
  maxDepth: {
    standard: 15,
    code: "TOO_COMPLEX",
    description: "Fields within fields; `edges` and `node` of a connection count too.",
  },
  maxAliases: {
    standard: 30,
    code: "TOO_COMPLEX",
    description: "Fields under another name, wherever they are.",
  },
  maxRootFields: {
    standard: 15,
    code: "TOO_COMPLEX",
    description: "Fields of `Query` in one operation; each is a query to Neo4j.",
  },
  maxTokens: {
    standard: 2_000,
    code: "TOO_COMPLEX",
    description:
      "Words and signs of the query text: the time to check a query grows with their square. Long lists go into variables.",
  },
  maxPairs: {
    standard: 10_000,
    code: "TOO_COMPLEX",
    description:
      "Pairs of fields of one name, wherever they are in the query text: 142 times the same field is too often. The time to check a query grows with them.",
  },
  maxFields: { standard: 3_000, code: "TOO_COMPLEX", description: "Fields once all fragments are spread." },
  maxCost: {
    standard: 2_000_000,
    code: "TOO_COMPLEX",
    description:
      "Values that the answer could hold: each field counts 1, times the rows of every list around it. A list without a page size counts 100 rows at the top and for statements, else 10, and 4 within the answers of Demarche's own queries.",
  },
  maxPageSize: {
    standard: 1_000,
    code: "BAD_INPUT",
    description: "Largest `limit` or `first`; the least is 1. A list without one gives as many rows.",
  },
  maxOffset: { standard: 1_000_000, code: "BAD_INPUT", description: "Largest `offset`; the least is 0." },
  maxInputValues: {
    standard: 1_000,
    code: "TOO_COMPLEX",
    description: "Values in all arguments together, and in all variables.",
  },
  maxInputDepth: { standard: 10, code: "TOO_COMPLEX", description: "Filters within filters." },
  maxTextLength: {
    standard: 2_000,
    code: "TOO_COMPLEX",
    description: "Characters of one text in an argument.",
  },
  maxBodyBytes: { standard: 200_000, code: "TOO_LARGE", description: "Bytes of a request's body." },
  timeoutMs: {
    standard: 10_000,
    code: "TIMEOUT",
    description: "Milliseconds that one query may take; then Neo4j stops it.",
  },
  maxExportBytes: {
    standard: 250_000_000,
    code: "TOO_LARGE",
    description: "Bytes of a file of `/export`, before compression; `demarche export` writes larger ones.",
  },
  maxConcurrent: {
    standard: 64,
    code: "OVERLOADED",
    description:
      "Requests for data, by GraphQL or `/export`, that run at once; further ones wait in a queue.",
  },
  maxConcurrentPerClient: {
    standard: 32,
    code: "OVERLOADED",
    description:
      "Requests of one client, told by its name or else its address, that run at once; in the queue clients take turns.",
  },
  maxQueued: {
    standard: 500,
    code: "OVERLOADED",
    description:
      "Requests that wait in the queue; of one more, the last one of the client that has most there is refused at once.",
  },
  maxQueueMs: {
    standard: 10_000,
    code: "OVERLOADED",
    description: "Milliseconds that a request waits in the queue before it is refused.",
  },
  requestsPerMinute: {
    standard: 0,
    code: "RATE_LIMITED",
    description:
      "Requests for data that one client, told by its address, may send a minute; 0: any number. 1200 where `DEMARCHE_HOST` opens the server to other machines and nothing else is set.",
  },
} as const satisfies Record<string, LimitDefinition>;

export type Limits = { readonly [Name in keyof typeof LIMIT_DEFINITIONS]: number };

/** The limits that hold where none are set. */
export const DEFAULT_LIMITS = Object.fromEntries(
  Object.entries(LIMIT_DEFINITIONS).map(([name, { standard }]) => [name, standard]),
) as Limits;

/** Rows that a list gives where the query names no page size: the `@limit(default:)` of every type. */
export const DEFAULT_PAGE_SIZE = 1_000;
