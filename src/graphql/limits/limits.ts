/** What one request may ask for; every number is checked before anything runs. */
export interface Limits {
  /** Fields within fields; `edges` and `node` of a connection count too. */
  readonly maxDepth: number;
  readonly maxAliases: number;
  /** Fields of `Query` in one operation; each is a query to Neo4j. */
  readonly maxRootFields: number;
  /** Words and signs of the query text. */
  readonly maxTokens: number;
  /** Fields once all fragments are spread. */
  readonly maxFields: number;
  /** Values that an answer may hold, as estimated from the page sizes. */
  readonly maxCost: number;
  /** Largest `limit` or `first`. */
  readonly maxPageSize: number;
  readonly maxOffset: number;
  /** Values in all arguments together. */
  readonly maxInputValues: number;
  readonly maxInputDepth: number;
  /** Characters of one text in an argument. */
  readonly maxTextLength: number;
  /** Bytes of a request's body. */
  readonly maxBodyBytes: number;
  /** Milliseconds that one query may take in Neo4j. */
  readonly timeoutMs: number;
}

/** The limits that hold where none are set; `docs/errors.md` shows them. */
export const DEFAULT_LIMITS: Limits = {
  maxDepth: 15,
  maxAliases: 30,
  maxRootFields: 15,
  maxTokens: 5_000,
  maxFields: 3_000,
  maxCost: 250_000,
  maxPageSize: 1_000,
  maxOffset: 1_000_000,
  maxInputValues: 1_000,
  maxInputDepth: 10,
  maxTextLength: 2_000,
  maxBodyBytes: 200_000,
  timeoutMs: 10_000,
};

/** Rows that a list gives where the query names no page size: the `@limit(default:)` of every type. */
export const DEFAULT_PAGE_SIZE = 100;
