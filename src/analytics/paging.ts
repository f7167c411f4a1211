import { createHash } from "node:crypto";
import { badInput } from "./analysis-filter.ts";

/** Which part of a list is asked for. */
export interface PageInput {
  /** How many, 1 to 1000; default: all up to 1000. */
  readonly first?: number | null | undefined;
  /** The `endCursor` of the part before. */
  readonly after?: string | null | undefined;
}

export interface PageInfo {
  /** How many there are on all pages together. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  /** Where the next page begins; null on an empty page. */
  readonly endCursor: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly pageInfo: PageInfo;
}

/** The most that one page holds. */
export const MAX_PAGE_SIZE = 1000;

/**
 * Cuts a page out of a list that is whole and in order.
 *
 * A cursor names the last item and the question it belongs to: it stays right when items before it come or go.
 *
 * @param question - All that the list depends on; a cursor of another question is refused.
 * @throws DemarcheError BAD_INPUT where `first` is not 1 to 1000, or the cursor is not one of this question.
 */
export function cutPage<T extends { readonly id: string }>(
  items: readonly T[],
  input: PageInput,
  question: unknown,
): Page<T> {
  const size = readPageSize(input.first);
  const start = input.after ? findStart(items, input.after, question) : 0;
  const page = items.slice(start, start + size);
  const last = page.at(-1);
  return {
    items: page,
    pageInfo: {
      totalCount: items.length,
      hasNextPage: start + page.length < items.length,
      endCursor: last ? makeCursor(last.id, question) : null,
    },
  };
}

/** Checks how many items are asked for. */
export function readPageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return MAX_PAGE_SIZE;
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE_SIZE) return first;
  throw badInput(`first is ${first}: ask for 1 to ${MAX_PAGE_SIZE} at once.`);
}

function findStart(items: readonly { readonly id: string }[], cursor: string, question: unknown): number {
  const [digest, id] = parseCursor(cursor);
  if (digest === null || id === null) throw badInput(`after "${cursor}" is no cursor: give an endCursor.`);
  if (digest !== digestOf(question)) {
    throw badInput(
      "after is a cursor of another question: keep the other arguments as they were, or start over.",
    );
  }
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw badInput("What the cursor in after stood on is no longer there: start over.");
  return index + 1;
}

function makeCursor(id: string, question: unknown): string {
  return Buffer.from(`${digestOf(question)} ${id}`).toString("base64url");
}

function parseCursor(cursor: string): readonly [string | null, string | null] {
  const match = /^([0-9a-f]{12}) (.+)$/s.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  return [match?.[1] ?? null, match?.[2] ?? null];
}

function digestOf(question: unknown): string {
  return createHash("sha256").update(JSON.stringify(question)).digest("hex").slice(0, 12);
}
