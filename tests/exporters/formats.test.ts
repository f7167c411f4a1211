import { describe, expect, it } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { checkFormat, EXPORT_FORMATS, findFormat, writeNetwork } from "../../src/exporters/formats.ts";
import { parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import { makeActor, makeCase, makeStatement } from "../network/support/make-case.ts";
import { CONTEXT, sampleNetwork } from "./support/sample-network.ts";

/** The network that shows most of a format: acts, in slices where the format carries time. */
function wordsFor({ carriesTime, carriesMulti }: { carriesTime: boolean; carriesMulti: boolean }) {
  return {
    ...(carriesMulti ? { network: "acts" } : { network: "actors", aggregation: "subtract" }),
    ...(carriesTime ? { slices: "month" } : {}),
  };
}

describe("writeNetwork(network, format, context)", () => {
  it.each(EXPORT_FORMATS)("writes $name as its golden file has it", async (format) => {
    const text = [...writeNetwork(sampleNetwork(wordsFor(format)), format, CONTEXT)].join("");
    await expect(text).toMatchFileSnapshot(`../golden/exports/sample${format.extension}`);
  });

  it.each(EXPORT_FORMATS)("writes $name the same every time", (format) => {
    const write = () => [...writeNetwork(sampleNetwork(wordsFor(format)), format, CONTEXT)].join("");
    expect(write()).toBe(write());
  });

  it.each(EXPORT_FORMATS)("writes $name of a network without edges", (format) => {
    const network = sampleNetwork({ ...wordsFor(format), slices: "none", from: "1990", to: "1991" });
    const text = [...writeNetwork(network, format, CONTEXT)].join("");
    expect(text.length).toBeGreaterThan(0);
  });

  const bell = projectNetwork(
    makeCase({
      actors: [makeActor("c/a", "STATE", { name: "Ring\u0007ing" })],
      statements: [
        makeStatement("c/s1", "c/a", "BACKED", "c/d1"),
        makeStatement("c/s2", "c/b", "BACKED", "c/d1"),
      ],
    }),
    parseNetworkOptions("c"),
  );
  const refusing = EXPORT_FORMATS.filter(
    ({ name }) => !["json", "cyjs", "dl", "edges.csv", "cypher"].includes(name),
  );
  it.each(refusing)("refuses a control character that $name cannot hold", (format) => {
    expect(() => [...writeNetwork(bell, format, CONTEXT)]).toThrow(
      /^"Ring…ing" holds the character U\+0007, which \w+ cannot hold: take it out of the name, or export as json\.$/,
    );
  });

  it("carries a control character in JSON", () => {
    const text = [...writeNetwork(bell, findFormat("json"), CONTEXT)].join("");
    expect(JSON.parse(text).nodes[0].name).toBe("Ring\u0007ing");
  });

  const naming = EXPORT_FORMATS.filter(({ carriesStatements }) => carriesStatements);
  it.each(naming)("names the statements behind each edge in $name, where it is asked to", (format) => {
    const network = sampleNetwork({ network: "acts" });
    const write = (statementIds: boolean) =>
      [...writeNetwork(network, format, { ...CONTEXT, statementIds })].join("");
    const named = (text: string) => [...new Set(text.match(/c\/s\d/g) ?? [])].sort();
    expect(named(write(false))).toEqual([]);
    expect(named(write(true))).toEqual([...network.readStatements()].map(({ id }) => id));
  });

  it("adds measures to the nodes", () => {
    const network = sampleNetwork();
    const degrees = { name: "degree", type: "integer" as const, values: network.nodes.map((_, i) => i) };
    const measured = { ...network, measures: { nodes: [degrees], edges: [], whole: [] } };
    const text = [...writeNetwork(measured, findFormat("nodes.csv"), CONTEXT)].join("");
    expect(text.split("\r\n")[0]).toBe(
      "id,label,name,mode,kind,aliases,caseRole,iso3,wikidata,statementCount,first,last,degree,query",
    );
  });
});

describe("checkFormat(format, options, context)", () => {
  const messageOf = (
    name: string,
    words: Parameters<typeof parseNetworkOptions>[1],
    statementIds = false,
  ) => {
    try {
      checkFormat(findFormat(name), parseNetworkOptions("c", words), { statementIds });
      return null;
    } catch (error) {
      return error instanceof DemarcheError ? `${error.code}: ${error.message}` : error;
    }
  };

  it("refuses slices where a format cannot carry time", () => {
    expect(messageOf("graphml", { slices: "year" })).toBe(
      "UNSUPPORTED_COMBINATION: The format graphml cannot carry time, which slices YEAR asks for. Nearest: format gexf.",
    );
  });

  it("refuses parallel edges where a format cannot carry them", () => {
    expect(messageOf("dl", { network: "acts" })).toBe(
      'UNSUPPORTED_COMBINATION: The format dl cannot carry several edges between two nodes, which the network "acts" has: keep to one act, or take another format. Nearest: format net.',
    );
    expect(messageOf("dl", { network: "acts", acts: "backed" })).toBe(null);
  });

  it("refuses the statements of edges where a format cannot carry them", () => {
    expect(messageOf("net", {}, true)).toBe(
      "UNSUPPORTED_COMBINATION: The format net cannot carry the statements of edges, which statementIds asks for. Nearest: format edges.csv.",
    );
  });

  it("takes what a format can carry", () => {
    expect(messageOf("edges.csv", {}, true)).toBe(null);
    expect(messageOf("gexf", { network: "acts", slices: "year" })).toBe(null);
  });
});

describe("findFormat(name)", () => {
  it("lists the formats for an unknown one", () => {
    expect(() => findFormat("xlsx")).toThrow(
      'No format "xlsx": it is one of gexf, graphml, cyjs, json, net, dot, dl, nodes.csv, edges.csv, matrix.csv, statements.csv, cypher.',
    );
  });
});
