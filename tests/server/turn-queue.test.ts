import { describe, expect, it } from "vitest";
import { TurnQueue } from "../../src/server/turn-queue.ts";

/** A queue of entries such as `a1`, named after their clients. */
function queueOf(...entries: readonly string[]): TurnQueue<string> {
  const queue = new TurnQueue<string>();
  for (const entry of entries) queue.add(entry.charAt(0), entry);
  return queue;
}

function takeAll(queue: TurnQueue<string>, mayBegin: (client: string) => boolean = () => true): string[] {
  const taken: string[] = [];
  for (let entry = queue.take(mayBegin); entry !== null; entry = queue.take(mayBegin)) taken.push(entry);
  return taken;
}

describe("TurnQueue", () => {
  it("gives the entries of one client in the order in which they came", () => {
    expect(takeAll(queueOf("a1", "a2", "a3"))).toEqual(["a1", "a2", "a3"]);
  });

  it("gives one entry of each client in rotation, however many the others have", () => {
    const queue = queueOf("a1", "a2", "a3", "a4", "b1", "c1", "c2");
    expect(takeAll(queue)).toEqual(["a1", "b1", "c1", "a2", "c2", "a3", "a4"]);
  });

  it("lets a client that comes later wait for one turn of each other", () => {
    const queue = queueOf("a1", "a2", "a3", "b1", "b2");
    queue.take(() => true);
    queue.add("c", "c1");
    expect(takeAll(queue)).toEqual(["b1", "a2", "c1", "b2", "a3"]);
  });

  it("passes over clients that may not begin, and leaves them their turn", () => {
    const queue = queueOf("a1", "b1", "b2");
    expect(takeAll(queue, (client) => client !== "a")).toEqual(["b1", "b2"]);
    expect([queue.size, takeAll(queue)]).toEqual([1, ["a1"]]);
  });

  it("forgets an entry that is taken out, and knows how many each has", () => {
    const queue = queueOf("a1", "a2", "b1");
    queue.delete("a", "a1");
    queue.delete("a", "a1");
    queue.delete("c", "c1");
    expect([queue.size, queue.countOf("a"), queue.countOf("b"), queue.countOf("c")]).toEqual([2, 1, 1, 0]);
    expect(takeAll(queue)).toEqual(["a2", "b1"]);
  });

  it("finds the client with most entries, and the last of them", () => {
    expect(queueOf("a1", "b1", "b2", "c1").findLongest()).toEqual({ client: "b", last: "b2" });
    expect(queueOf().findLongest()).toBeNull();
  });
});
