import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>["documentStore"]>;

/** A parsed document takes some 100 bytes for each character of its text. */
const MOST_CHARACTERS = 200_000;

/**
 * Keeps the documents that were asked for last, parsed and found valid, so that what is asked again need not be read again.
 *
 * The server's own store counts a document by its JSON, a fraction of what it takes: thousands of long queries, each asked
 * once, would fill hundreds of megabytes.
 *
 * @param mostCharacters - Of all texts together; the ones that were not asked for longest go first.
 */
export function makeDocumentStore(mostCharacters = MOST_CHARACTERS): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: mostCharacters,
    sizeCalculation: ({ loc }) => loc?.end || 1,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
