import { describe, expect, it } from "vitest";
import type { Representation } from "../../src/domain/coded-statement.ts";
import type { ActorKind } from "../../src/domain/vocabulary.ts";
import { type RollUpOptions, type RollUpSubject, rollUp } from "../../src/network/roll-up.ts";

const KINDS = new Map<string, ActorKind>([
  ["lavrov", "PERSON"],
  ["ministry", "ORGANIZATION"],
  ["russia", "STATE"],
  ["belarus", "STATE"],
  ["ukraine", "STATE"],
  ["africans", "COALITION"],
  ["zambia", "STATE"],
  ["egypt", "STATE"],
]);
const TO_STATE: RollUpOptions = { rollUp: "STATE", expandCoalitions: false };

function statement(parts: Partial<RollUpSubject>): RollUpSubject {
  return {
    actors: ["lavrov"],
    onBehalfOf: [],
    earliest: "2022-03-10",
    latest: "2022-03-10",
    madeAt: null,
    target: "d1",
    ...parts,
  };
}

function tie(actor: string, of: string, parts: Partial<Representation> = {}): Representation {
  return { actor, relation: "REPRESENTS", of, from: null, to: null, meeting: null, ...parts };
}

function roll(
  parts: Partial<RollUpSubject>,
  ties: readonly Representation[],
  options: RollUpOptions = TO_STATE,
) {
  return rollUp(statement(parts), ties, KINDS, options);
}

const sure = (...actors: string[]) => actors.map((actor) => ({ actor, isAmbiguous: false }));
const unsure = (...actors: string[]) => actors.map((actor) => ({ actor, isAmbiguous: true }));

describe("rollUp(statement, representations, actorKinds, options)", () => {
  it("leaves the actor as it is where nothing is asked", () => {
    expect(roll({}, [tie("lavrov", "russia")], { ...TO_STATE, rollUp: "NONE" })).toEqual(sure("lavrov"));
  });

  it("follows REPRESENTS through others to the asked kind", () => {
    const ties = [tie("lavrov", "ministry"), tie("ministry", "russia")];
    expect(roll({}, ties)).toEqual(sure("russia"));
    expect(roll({}, ties, { ...TO_STATE, rollUp: "ORGANIZATION" })).toEqual(sure("ministry"));
  });

  it("leaves the actor as it is where it stands for nobody of the asked kind", () => {
    expect(roll({}, [tie("lavrov", "ministry")])).toEqual(sure("lavrov"));
  });

  it("ends at a circle", () => {
    expect(roll({}, [tie("lavrov", "ministry"), tie("ministry", "lavrov")])).toEqual(sure("lavrov"));
  });

  it("puts ON_BEHALF_OF before REPRESENTS", () => {
    expect(roll({ onBehalfOf: ["belarus"] }, [tie("lavrov", "russia")])).toEqual(sure("belarus"));
  });

  it("falls back to REPRESENTS where ON_BEHALF_OF leads to nobody of the asked kind", () => {
    expect(roll({ onBehalfOf: ["ministry"] }, [tie("lavrov", "russia")])).toEqual(sure("russia"));
  });

  it("marks each of several as ambiguous", () => {
    expect(roll({}, [tie("lavrov", "russia"), tie("lavrov", "belarus")])).toEqual(
      unsure("russia", "belarus"),
    );
    expect(roll({ onBehalfOf: ["russia", "belarus"] }, [])).toEqual(unsure("russia", "belarus"));
  });

  it.each([
    ["2022-03-10", "2022-03-10", "russia"],
    [null, "2022-03-09", "lavrov"],
    ["2022-03-11", null, "lavrov"],
    ["2022-03-11", "2022-03-20", "lavrov"],
    [null, null, "russia"],
  ])("wants the interval %s to %s to touch the statement's: %s", (from, to, expected) => {
    expect(roll({}, [tie("lavrov", "russia", { from, to })])).toEqual(sure(expected));
  });

  it("takes a vague or undated statement as touching", () => {
    const ties = [tie("lavrov", "russia", { from: "2022-03-20" })];
    expect(roll({ latest: "2022-03-31" }, ties)).toEqual(sure("russia"));
    expect(roll({ earliest: null, latest: null }, ties)).toEqual(sure("russia"));
  });

  it("keeps to the one meeting that a tie holds for", () => {
    const ties = [tie("lavrov", "russia", { meeting: "antalya" })];
    expect(roll({}, ties)).toEqual(sure("lavrov"));
    expect(roll({ madeAt: "antalya" }, ties)).toEqual(sure("russia"));
    expect(roll({ target: "antalya" }, ties)).toEqual(sure("russia"));
  });

  it("counts a joint statement once for each distinct actor", () => {
    expect(roll({ actors: ["lavrov", "russia", "ukraine"] }, [tie("lavrov", "russia")])).toEqual(
      sure("russia", "ukraine"),
    );
  });

  it("expands a coalition only where asked, and only to its members of that time", () => {
    const members = [
      tie("zambia", "africans", { relation: "MEMBER_OF" }),
      tie("egypt", "africans", { relation: "MEMBER_OF", to: "2021-12-31" }),
    ];
    expect(roll({ actors: ["africans"] }, members)).toEqual(sure("africans"));
    const expand = { ...TO_STATE, expandCoalitions: true };
    expect(roll({ actors: ["africans"] }, members, expand)).toEqual(sure("zambia"));
    expect(roll({ actors: ["africans"] }, members.slice(1), expand)).toEqual(sure("africans"));
  });

  it("counts actors that are the same as one", () => {
    const options = { ...TO_STATE, sameAs: new Map([["belarus", "russia"]]) };
    expect(roll({ actors: ["belarus", "russia"] }, [], options)).toEqual(sure("russia"));
  });

  it("gives nobody for a statement without actors", () => {
    expect(roll({ actors: [] }, [])).toEqual([]);
  });
});
