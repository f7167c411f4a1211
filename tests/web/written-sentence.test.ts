import { describe, expect, it } from "vitest";
import type { Ref, Statement } from "../../src/questions/statement.ts";
import { writtenSentence } from "../../web/explorer/src/models/written-sentence.ts";

const ref = (name: string): Ref => ({ id: `lake/${name}`, slug: name, name, kind: "Demand" });

/** Northland's act on talks, with a condition. */
function say(act: Statement["act"]): string {
  const none = { through: [], onBehalfOf: [], addressedTo: [], against: [], madeAt: null };
  const said = { actors: [ref("Northland")], target: ref("Talks"), conditionalOn: [ref("A ceasefire")] };
  return writtenSentence({ ...none, ...said, act } as unknown as Statement);
}

describe("writtenSentence(statement)", () => {
  it("tells what an acceptance depends on", () => {
    expect(say("CONDITIONALLY_ACCEPTED")).toBe(
      "Northland conditionally accepted “Talks” on condition of A ceasefire",
    );
  });

  it("tells what would end a refusal or a threat", () => {
    expect(say("REJECTED")).toBe("Northland rejected “Talks” unless A ceasefire");
    expect(say("WARNED")).toBe("Northland warned “Talks” unless A ceasefire");
  });
});
