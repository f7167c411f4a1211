import type { CodedStatement } from "../../../src/domain/coded-statement.ts";
import type { ExportContext } from "../../../src/exporters/export-context.ts";
import { measureNetwork } from "../../../src/measures/measure-network.ts";
import type { Network } from "../../../src/network/network.ts";
import { type OptionInput, parseNetworkOptions } from "../../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../../src/network/project-network.ts";
import { makeActor, makeCase, makeStatement, makeTarget } from "../../network/support/make-case.ts";

/** What the files of the tests say beside the network. */
export const CONTEXT: ExportContext = {
  version: "1.2.3",
  exportedAt: new Date("2025-07-01T09:00:00Z"),
  statementIds: false,
};

/** A small debate whose names hold all that has broken a format before. */
const DATA = makeCase({
  actors: [
    makeActor("c/quoted", "ORGANIZATION", { name: '"Quoted" & <tagged>', aliases: ["a|b", "back\\slash"] }),
    makeActor("c/broken", "GROUP", { name: "Line\nbreak, comma" }),
    makeActor("c/zelensky", "PERSON", {
      name: "Володимир Зеленський",
      aliases: ["Зеленський", "Zelensky"],
      caseRole: "PARTY",
      wikidata: "Q3874799",
    }),
    makeActor("c/emoji", "COALITION", { name: "Friends 🤝🏽 of peace" }),
    makeActor("c/hebrew", "STATE", { name: "ישראל (‏State‎)", iso3: "ISR" }),
  ],
  targets: [
    makeTarget("c/ceasefire", "Demand", { name: "A 30-day ceasefire; 'at once'" }),
    makeTarget("c/crimea", "Demand", { name: "Crimea's status" }),
  ],
  sources: [
    { id: "c/reuters", publisher: "Reuters", sameWorkAs: [] },
    { id: "c/meduza", publisher: "Медуза", sameWorkAs: [] },
  ],
  statements: [
    say("s1", "c/quoted", "DEMANDED", "c/ceasefire", "2022-03-01", ["c/reuters"]),
    say("s2", "c/quoted", "REJECTED", "c/crimea", "2022-04-05", ["c/meduza"]),
    say("s3", "c/broken", "BACKED", "c/ceasefire", "2022-03-02", ["c/reuters", "c/meduza"]),
    say("s4", "c/zelensky", "BACKED", "c/ceasefire", "2022-03-03", []),
    say("s5", "c/zelensky", "DEMANDED", "c/ceasefire", "2022-04-07", ["c/reuters"]),
    say("s6", "c/emoji", "REJECTED", "c/ceasefire", "2022-04-08", []),
    say("s7", "c/emoji", "REJECTED", "c/crimea", "2022-06-09", ["c/reuters"]),
    say("s8", "c/hebrew", "REJECTED", "c/crimea", "2022-06-10", ["c/meduza"]),
    say("s9", "c/hebrew", "WELCOMED", "c/crimea", "2022-06-11", []),
  ],
});

/** Computes a network of the sample, and measures what the words ask for. */
export function sampleNetwork(words: Readonly<Record<string, OptionInput>> = {}): Network {
  return measureNetwork(projectNetwork(DATA, parseNetworkOptions("c", words)));
}

function say(
  slug: string,
  actor: string,
  act: CodedStatement["act"],
  target: string,
  day: string,
  cites: readonly string[],
): CodedStatement {
  return makeStatement(`c/${slug}`, actor, act, target, { day, cites, foundIn: ["c/reuters"] });
}
