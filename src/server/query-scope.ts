import type { RequestHandler } from "express";
import { withinScope } from "../database/request-scope.ts";
import { DemarcheError } from "../domain/errors.ts";
import { BOOKMARK_HEADER } from "../graphql/bookmark-header.ts";

/**
 * Lets the queries of a request see the writes whose bookmarks it brings, and ends them in Neo4j when its client goes away.
 */
export const scopeQueries: RequestHandler = (request, response, next) => {
  const text = request.get(BOOKMARK_HEADER);
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort(clientGone());
  });
  withinScope({ bookmarks: text ? parseBookmarks(text) : [], signal: gone.signal }, next);
};

/** Neo4j has a fault of its own for what is too short to have such a beginning. */
const BOOKMARK = /^[A-Za-z0-9]{2,}:[A-Za-z0-9+/=:._-]{1,300}$/;
const MOST = 10;

function parseBookmarks(text: string): readonly string[] {
  const bookmarks = text.split(",").map((part) => part.trim());
  if (bookmarks.length <= MOST && bookmarks.every((bookmark) => BOOKMARK.test(bookmark))) return bookmarks;
  const message = `"${text.slice(0, 100)}" is no bookmark: send what an answer had in the header ${BOOKMARK_HEADER}.`;
  throw new DemarcheError("BAD_INPUT", message);
}

function clientGone(): DemarcheError {
  return new DemarcheError("TIMEOUT", "The client went away before its answer was ready.");
}
