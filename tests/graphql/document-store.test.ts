import { type DocumentNode, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { makeDocumentStore } from "../../src/graphql/document-store.ts";

/** Three queries of ten characters each. */
const QUERIES = ["{ first  }", "{ second }", "{ third  }"] as const;

async function fill(mostCharacters: number, touch: string | null = null) {
  const store = makeDocumentStore(mostCharacters);
  for (const query of QUERIES) {
    await store.set(query, parse(query));
    if (touch !== null) await store.get(touch);
  }
  return async () => (await Promise.all(QUERIES.map((query) => store.get(query)))).map(textOf);
}

const textOf = (document: DocumentNode | undefined) => document?.loc?.source.body;

describe("makeDocumentStore(mostCharacters)", () => {
  it("keeps what fits", async () => {
    expect(await (await fill(30))()).toEqual([...QUERIES]);
  });

  it("lets go of what was not asked for longest", async () => {
    expect(await (await fill(20))()).toEqual([undefined, QUERIES[1], QUERIES[2]]);
    expect(await (await fill(20, QUERIES[0]))()).toEqual([QUERIES[0], undefined, QUERIES[2]]);
  });

  it("keeps nothing that is longer than all it may hold", async () => {
    expect(await (await fill(5))()).toEqual([undefined, undefined, undefined]);
  });

  it("forgets what it is told to, once", async () => {
    const store = makeDocumentStore();
    await store.set("key", parse(QUERIES[0]));
    expect([await store.delete("key"), await store.delete("key"), await store.get("key")]).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});
