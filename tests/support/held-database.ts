import type { Database } from "../../src/database/database.ts";

/** A database with a door before its generated queries. */
export interface HeldDatabase {
  readonly database: Database;
  /** From now on they wait. */
  hold(): void;
  /** Lets through what waits, and all that comes. */
  open(): void;
}

/** Puts a door, open at first, before the generated queries of a test's database. */
export function holdDatabase(source: { readonly database: Database }): HeldDatabase {
  let open: () => void = () => undefined;
  let door = Promise.resolve();
  const database: Database = {
    read: (query, parameters, options) => source.database.read(query, parameters, options),
    stream: (query, parameters, options) => source.database.stream(query, parameters, options),
    write: (work, options) => source.database.write(work, options),
    bookmarks: () => source.database.bookmarks(),
    close: () => source.database.close(),
    readGenerated: async (cypher, parameters, options) => {
      await door;
      return await source.database.readGenerated(cypher, parameters, options);
    },
  };
  return {
    database,
    hold: () => {
      door = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
  };
}
