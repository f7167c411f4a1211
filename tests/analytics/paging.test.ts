import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutPage } from "../../src/analytics/paging.ts";

const items = ["a", "b", "c", "d", "e"].map((id) => ({ id }));

describe("cutPage(items, input, question)", () => {
  it("gives all up to a thousand where nothing is asked", () => {
    const page = cutPage(items, {}, "q");
    expect(page.items).toEqual(items);
    expect(page.pageInfo).toMatchObject({ totalCount: 5, hasNextPage: false });
  });

  it("goes on where the cursor stands, until nothing is left", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (first) => {
        const seen: { id: string }[] = [];
        let after: string | null = null;
        for (;;) {
          const page: ReturnType<typeof cutPage<{ id: string }>> = cutPage(items, { first, after }, "q");
          seen.push(...page.items);
          after = page.pageInfo.endCursor;
          if (!page.pageInfo.hasNextPage) break;
        }
        expect(seen).toEqual(items);
      }),
    );
  });

  it("stays right when something before the cursor comes or goes", () => {
    const { endCursor } = cutPage(items, { first: 2 }, "q").pageInfo;
    expect(cutPage(items.slice(1), { after: endCursor }, "q").items.map(({ id }) => id)).toEqual([
      "c",
      "d",
      "e",
    ]);
  });

  it("gives an empty page of nothing", () => {
    expect(cutPage([], { first: 3 }, "q")).toEqual({
      items: [],
      pageInfo: { totalCount: 0, hasNextPage: false, endCursor: null },
    });
  });

  it.each([0, -1, 1_000_000, 1.5, Number.NaN])("refuses to give %s at once", (first) => {
    expect(() => cutPage(items, { first }, "q")).toThrowError(
      `first is ${first}: ask for 1 to 1000 at once.`,
    );
  });

  it("refuses a cursor of another question", () => {
    const { endCursor } = cutPage(items, { first: 2 }, "q").pageInfo;
    expect(() => cutPage(items, { after: endCursor }, "other")).toThrowError(
      "after is a cursor of another question: keep the other arguments as they were, or start over.",
    );
  });

  it("refuses what is no cursor", () => {
    expect(() => cutPage(items, { after: "b" }, "q")).toThrowError(
      'after "b" is no cursor: give an endCursor.',
    );
  });

  it("refuses a cursor on what is no longer there", () => {
    const { endCursor } = cutPage(items, { first: 2 }, "q").pageInfo;
    expect(() => cutPage(items.slice(3), { after: endCursor }, "q")).toThrowError(
      "What the cursor in after stood on is no longer there: start over.",
    );
  });
});
