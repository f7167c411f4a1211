import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { DocumentNode } from "graphql";

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
  const documents = new Map<string, DocumentNode>();
  let characters = 0;
  const remove = (key: string) => {
    characters -= lengthOf(documents.get(key));
    return documents.delete(key);
  };
  const put = (key: string, document: DocumentNode) => {
    remove(key);
    documents.set(key, document);
    characters += lengthOf(document);
  };
  return {
    get: async (key) => {
      const document = documents.get(key);
      if (document !== undefined) put(key, document);
      return document;
    },
    set: async (key, document) => {
      put(key, document);
      for (const oldest of documents.keys()) {
        if (characters <= mostCharacters) break;
        remove(oldest);
      }
    },
    delete: async (key) => remove(key),
  };
}

function lengthOf(document: DocumentNode | undefined): number {
  return document?.loc?.end ?? 0;
}
