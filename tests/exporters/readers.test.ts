import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import cytoscape from "cytoscape";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edgeAttributes, nodeAttributes } from "../../src/exporters/attributes.ts";
import { checkFormat, EXPORT_FORMATS, writeNetwork } from "../../src/exporters/formats.ts";
import { writeProvenance } from "../../src/exporters/provenance.ts";
import { type Network, readEdges, type Spell } from "../../src/network/network.ts";
import { MEASURES } from "../../src/network/network-options.ts";
import { readMeasures } from "../../src/network/read-measures.ts";
import { CONTEXT, sampleNetwork } from "./support/sample-network.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const READERS = join(ROOT, "tests/readers");
const JAR_FOLDER = join(ROOT, ".tmp/gephi-0.10.1");

/**
 * The networks that are written and read back: undirected with signs, undirected with every measure and the statements of
 * each edge, two-mode, directed with parallel edges, and cut into months.
 */
const NETWORKS: Readonly<Record<string, Network>> = {
  actors: sampleNetwork({ aggregation: "subtract" }),
  measured: sampleNetwork({ measures: MEASURES }),
  twomode: sampleNetwork({ network: "two-mode" }),
  acts: sampleNetwork({ network: "acts" }),
  dynamic: sampleNetwork({ network: "acts", slices: "month" }),
};

const namesStatements = (network: Network) => network === NETWORKS.measured;

type Edge = readonly [string, string, number, string | null];

interface Reading {
  readonly directed: boolean;
  readonly nodes: Readonly<Record<string, string>>;
  readonly nodeAttributes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edges: readonly Edge[];
  readonly edgeAttributes: readonly Readonly<Record<string, unknown>>[];
  readonly graph: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly values: readonly (readonly number[])[];
}

interface GephiReading {
  readonly nodes: readonly {
    id: string;
    label: string;
    colour: readonly number[];
    attributes: Record<string, unknown>;
    spells: readonly (readonly [number | null, number | null])[];
  }[];
  readonly edges: readonly {
    source: string;
    target: string;
    weight: number;
    kind: string;
    directed: boolean;
    attributes: Record<string, unknown>;
    spells: readonly (readonly [number | null, number | null])[];
  }[];
  readonly issues: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), "demarche-readers-"));
let readings: Readonly<Record<string, Reading>> = {};

beforeAll(() => {
  for (const [stem, network] of Object.entries(NETWORKS)) writeAll(stem, network);
  writeFileSync(join(folder, "stems.txt"), Object.keys(NETWORKS).join("\n"));
  const python = join(ROOT, ".venv/bin/python");
  readings = JSON.parse(
    execFileSync(python, [join(READERS, "read_networks.py"), folder], { encoding: "utf8", timeout: 120_000 }),
  );
}, 150_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writeAll(stem: string, network: Network): void {
  for (const format of EXPORT_FORMATS) {
    if (!canCarry(format, network)) continue;
    const context = { ...CONTEXT, statementIds: format.carriesStatements && namesStatements(network) };
    writeFileSync(
      join(folder, `${stem}${format.extension}`),
      [...writeNetwork(network, format, context)].join(""),
    );
  }
}

function canCarry(format: (typeof EXPORT_FORMATS)[number], network: Network): boolean {
  try {
    checkFormat(format, network.options, CONTEXT);
    return true;
  } catch {
    return false;
  }
}

const namesOf = (network: Network) => Object.fromEntries(network.nodes.map(({ id, name }) => [id, name]));
const edgesOf = (network: Network): Edge[] =>
  [...readEdges(network)].map(({ source, target, weight, kind }) => [source, target, weight, kind]);

/** Undirected edges may come back turned round. */
function sortEdges(edges: readonly Edge[], isDirected: boolean): Edge[] {
  return edges
    .map(([a, b, weight, kind]): Edge => (isDirected || a < b ? [a, b, weight, kind] : [b, a, weight, kind]))
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

function reading(name: string): Reading {
  const found = readings[name];
  if (!found) throw new Error(`no reading ${name} among ${Object.keys(readings).join(", ")}`);
  return found;
}

const networkOf = (file: string) => NETWORKS[file.split(/[.-]/)[0] ?? ""] as Network;

type Attributes = Record<string, unknown>;

const isJson = (name: string) => name.endsWith("json") || name.endsWith("cyjs");
const withoutNull = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));

/** In text formats a list is one text, and the absent is left out. */
function nodesAsText(network: Network): Attributes[] {
  const attributes = nodeAttributes(network).filter(({ name }) => name !== "name");
  return network.nodes.map((node, place) =>
    withoutNull(Object.fromEntries(attributes.map(({ name, read }) => [name, read(node, place)]))),
  );
}

function edgesAsText(network: Network): Attributes[] {
  const attributes = edgeAttributes(network, { statementIds: namesStatements(network) });
  return [...readEdges(network)].map((edge, place) =>
    withoutNull(Object.fromEntries(attributes.map(({ name, read }) => [name, read(edge, place)]))),
  );
}

function nodesAsJson(network: Network): Attributes[] {
  return network.nodes.map(({ id: _, spells, ...node }, place) =>
    withoutNull({
      ...node,
      ...readMeasures(network.measures?.nodes, place),
      ...(network.slices ? { spells } : {}),
    }),
  );
}

function edgesAsJson(network: Network): Attributes[] {
  return [...readEdges(network)].map(({ source: _, target: __, spells, ...edge }, place) =>
    withoutNull({
      ...edge,
      ...readMeasures(network.measures?.edges, place),
      ...(namesStatements(network) ? { statements: network.statementsOf(place) } : {}),
      ...(network.slices ? { spells } : {}),
    }),
  );
}

const toMilliseconds = (spells: readonly Spell[]) =>
  spells.map(({ from, to }) => [
    from === null ? null : Date.parse(from),
    to === null ? null : Date.parse(to),
  ]);

describe.each([
  "networkx actors.gexf",
  "networkx measured.gexf",
  "networkx twomode.gexf",
  "networkx acts.gexf",
  "networkx dynamic.gexf",
  "networkx actors.graphml",
  "networkx measured.graphml",
  "networkx twomode.graphml",
  "networkx acts.graphml",
  "igraph actors.graphml",
  "igraph measured.graphml",
  "igraph twomode.graphml",
  "igraph acts.graphml",
  "networkx actors.cyjs",
  "networkx measured.cyjs",
  "networkx twomode.cyjs",
  "networkx acts.cyjs",
  "networkx dynamic.cyjs",
  "networkx actors.json",
  "networkx measured.json",
  "networkx twomode.json",
  "networkx acts.json",
  "networkx dynamic.json",
])("%s", (name) => {
  const network = networkOf(name.split(" ")[1] ?? "");

  it("has our nodes, with all names as they are", () => {
    expect(reading(name).nodes).toEqual(namesOf(network));
    expect(reading(name).directed).toBe(network.isDirected);
  });

  it("has our edges, with weights and kinds", () => {
    expect(sortEdges(reading(name).edges, network.isDirected)).toEqual(
      sortEdges(edgesOf(network), network.isDirected),
    );
  });

  it("has every attribute of our nodes", () => {
    const expected = isJson(name) ? nodesAsJson(network) : nodesAsText(network);
    for (const [place, { id }] of network.nodes.entries()) {
      expect(reading(name).nodeAttributes[id]).toMatchObject(expected[place] ?? {});
    }
  });

  it("has every attribute of our edges", () => {
    const expected = isJson(name) ? edgesAsJson(network) : edgesAsText(network);
    const keyOf = ([source, target, , kind]: Edge) =>
      [...(network.isDirected ? [source, target] : [source, target].sort()), kind].join(" ");
    const found = new Map(
      reading(name).edges.map((edge, place) => [keyOf(edge), reading(name).edgeAttributes[place]]),
    );
    for (const [place, edge] of edgesOf(network).entries()) {
      expect(found.get(keyOf(edge))).toMatchObject(expected[place] ?? {});
    }
  });
});

describe("networkx dynamic.gexf", () => {
  it("has our spells on nodes and edges", () => {
    const network = NETWORKS.dynamic as Network;
    const asPairs = (spells: readonly Spell[]) => spells.map(({ from, to }) => [from, to]);
    const { nodeAttributes, edgeAttributes } = reading("networkx dynamic.gexf");
    for (const node of network.nodes) expect(nodeAttributes[node.id]?.spells).toEqual(asPairs(node.spells));
    expect(edgeAttributes.map(({ spells }) => spells)).toEqual(
      [...readEdges(network)].map(({ spells }) => asPairs(spells)),
    );
  });
});

describe("networkx acts.graphml", () => {
  it("tells what produced the file", () => {
    expect(reading("networkx acts.graphml").graph).toMatchObject({
      "query.generator": "Demarche 1.2.3",
      "query.date": "2025-07-01",
      "query.network": "acts",
    });
  });
});

/** Names as Pajek labels hold them. */
const asPajek = (name: string) =>
  name.replace(/["\\\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

describe.each([
  "networkx actors.net",
  "networkx twomode.net",
  "networkx acts.net",
  "igraph actors.net",
  "igraph twomode.net",
  "igraph acts.net",
])("%s", (name) => {
  const network = networkOf(name.split(" ")[1] ?? "");
  const labels = namesOf(network);

  it("has our names as labels", () => {
    expect(Object.values(reading(name).nodes).sort()).toEqual(Object.values(labels).map(asPajek).sort());
  });

  it("has our edges, with weights; networkx has their kinds too", () => {
    const knowsKinds = name.startsWith("networkx");
    const expected = edgesOf(network).map(
      ([source, target, weight, kind]): Edge => [
        asPajek(labels[source] ?? ""),
        asPajek(labels[target] ?? ""),
        weight,
        knowsKinds ? kind : null,
      ],
    );
    expect(sortEdges(reading(name).edges, network.isDirected)).toEqual(
      sortEdges(expected, network.isDirected),
    );
  });
});

describe.each(["actors", "measured", "twomode"])("igraph %s.dl", (stem) => {
  it("has our weights, of undirected edges in both directions", () => {
    const network = NETWORKS[stem] as Network;
    const slug = (id: string) => id.split("/")[1] ?? "";
    const expected = edgesOf(network).flatMap(([a, b, weight]): Edge[] => [
      [slug(a), slug(b), weight, null],
      ...(network.isDirected ? [] : [[slug(b), slug(a), weight, null] as const]),
    ]);
    expect(sortEdges(reading(`igraph ${stem}.dl`).edges, true)).toEqual(sortEdges(expected, true));
  });
});

describe.each(["actors", "measured", "twomode", "acts", "dynamic"])("pandas, on the tables of %s", (stem) => {
  const network = NETWORKS[stem] as Network;

  it("has our nodes", () => {
    const { columns, rows } = reading(`pandas ${stem}-nodes.csv`);
    const [id, label] = [columns.indexOf("id"), columns.indexOf("label")];
    expect(Object.fromEntries(rows.map((row) => [row[id], row[label]]))).toEqual(namesOf(network));
  });

  it("has our edges, and what produced the file", () => {
    const { columns, edges, graph } = reading(`pandas ${stem}-edges.csv`);
    expect(columns.slice(0, 3)).toEqual(["source", "target", "weight"]);
    expect(edges).toEqual(edgesOf(network));
    expect(graph.query).toBe(writeProvenance(network, CONTEXT));
  });

  it("has our statements", () => {
    const { rows } = reading(`python ${stem}-statements.csv`);
    expect(rows.slice(1).map((row) => row[0])).toEqual([...network.readStatements()].map(({ id }) => id));
  });
});

describe("pandas actors-matrix.csv", () => {
  it("has our weights, the same above and below the diagonal", () => {
    const network = NETWORKS.actors as Network;
    const { columns, values } = reading("pandas actors-matrix.csv");
    expect(columns).toEqual(network.nodes.map(({ name }) => name));
    const expected = network.nodes.map(() => network.nodes.map(() => 0));
    for (let edge = 0; edge < network.edgeCount; edge++) {
      const [a, b] = [network.sourceOf(edge), network.targetOf(edge)];
      for (const [row, column] of [
        [a, b],
        [b, a],
      ] as const) {
        const cells = expected[row];
        if (cells) cells[column] = network.weightOf(edge);
      }
    }
    expect(values).toEqual(expected);
  });
});

describe("pandas twomode-matrix.csv", () => {
  it("has actors as rows, targets as columns", () => {
    const network = NETWORKS.twomode as Network;
    const { rows, columns, values } = reading("pandas twomode-matrix.csv");
    const named = (mode: string) =>
      network.nodes.filter((node) => node.mode === mode).map(({ name }) => name);
    expect([rows, columns]).toEqual([named("ACTOR"), named("TARGET")]);
    const names = namesOf(network);
    const cells = edgesOf(network).map(([actor, target, weight]) => [names[actor], names[target], weight]);
    const found = rows.flatMap((row, i) =>
      columns.flatMap((column, j) => (values[i]?.[j] === 0 ? [] : [[row, column, values[i]?.[j]]])),
    );
    expect(found.map(String).sort()).toEqual(cells.map(String).sort());
  });
});

describe.each(["actors", "measured", "twomode", "acts", "dynamic"])("cytoscape.js, on %s.cyjs", (stem) => {
  it("has our nodes and edges", () => {
    const network = NETWORKS[stem] as Network;
    const json = JSON.parse(readFileSync(join(folder, `${stem}.cyjs`), "utf8"));
    const graph = cytoscape({ headless: true, elements: json.elements, data: json.data });
    expect(Object.fromEntries(graph.nodes().map((node) => [node.id(), node.data("name")]))).toEqual(
      namesOf(network),
    );
    expect(
      graph
        .edges()
        .map((edge) => [edge.data("source"), edge.data("target"), edge.data("weight"), edge.data("kind")]),
    ).toEqual(edgesOf(network));
    expect(graph.data("query").generator).toBe("Demarche 1.2.3");
  });
});

describe.each(["actors", "measured", "twomode", "acts"])("Graphviz, on %s.dot", (stem) => {
  it("lays out our nodes and edges, with all names as they are", () => {
    const network = NETWORKS[stem] as Network;
    const json = JSON.parse(
      execFileSync("dot", ["-Tjson0", join(folder, `${stem}.dot`)], { encoding: "utf8", timeout: 60_000 }),
    );
    const objects = json.objects as { name: string; label: string }[];
    expect(
      Object.fromEntries(objects.map(({ name, label }) => [name, label.replaceAll("\\n", "\n")])),
    ).toEqual(namesOf(network));
    const edges = json.edges as { tail: number; head: number; edgeWeight: string; kind: string }[];
    const found = edges.map(
      ({ tail, head, edgeWeight, kind }): Edge => [
        objects[tail]?.name ?? "",
        objects[head]?.name ?? "",
        Number(edgeWeight),
        kind,
      ],
    );
    expect(sortEdges(found, network.isDirected)).toEqual(sortEdges(edgesOf(network), network.isDirected));
    expect(json.comment).toBe(writeProvenance(network, CONTEXT));
  });
});

describe("Gephi's engine", () => {
  let gephi: Readonly<Record<string, GephiReading>> = {};

  beforeAll(() => {
    const files = Object.keys(NETWORKS).map((stem) => join(folder, `${stem}.gexf`));
    const args = ["-Xmx512m", "-cp", fetchGephi(), join(READERS, "gephi/ReadNetworks.java"), ...files];
    gephi = JSON.parse(execFileSync("java", args, { encoding: "utf8", timeout: 180_000 }));
  }, 900_000);

  it.each(Object.keys(NETWORKS))("has nodes, attributes, colours and spells of %s.gexf", (stem) => {
    const found = gephi[`${stem}.gexf`] as GephiReading;
    const network = NETWORKS[stem] as Network;
    expect(Object.fromEntries(found.nodes.map(({ id, label }) => [id, label]))).toEqual(namesOf(network));
    const expected = nodesAsText(network);
    for (const node of found.nodes) {
      const place = network.nodes.findIndex(({ id }) => id === node.id);
      const own = network.nodes[place];
      expect(node.attributes).toMatchObject(expected[place] ?? {});
      expect(node.spells).toEqual(toMilliseconds(own?.spells ?? []));
    }
    const people = found.nodes.filter(({ attributes }) => attributes.kind === "PERSON");
    expect(people.map(({ colour }) => colour)).toEqual([[230, 159, 0]]);
  });

  it.each(Object.keys(NETWORKS))(
    "keeps parallel edges of %s.gexf apart by kind, with weights and spells",
    (stem) => {
      const found = gephi[`${stem}.gexf`] as GephiReading;
      const network = NETWORKS[stem] as Network;
      const edges = found.edges.map(
        ({ source, target, weight, kind }): Edge => [source, target, weight, kind],
      );
      expect(sortEdges(edges, network.isDirected)).toEqual(sortEdges(edgesOf(network), network.isDirected));
      const spells = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
      expect(spells(found.edges.map((edge) => edge.spells))).toEqual(
        spells([...readEdges(network)].map((edge) => toMilliseconds(edge.spells))),
      );
      expect(found.edges.every(({ directed }) => directed === network.isDirected)).toBe(true);
      expect(found.issues).toEqual(["GEXF version 1.3"]);
    },
  );
});

/** Gives the class path of Gephi's engine, fetched once through Maven. */
function fetchGephi(): string {
  const jar = join(JAR_FOLDER, "gephi-toolkit-0.10.1-all.jar");
  if (existsSync(jar)) return jar;
  mkdirSync(JAR_FOLDER, { recursive: true });
  const pom = join(READERS, "gephi/pom.xml");
  execFileSync(
    "mvn",
    ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${JAR_FOLDER}`],
    {
      stdio: "inherit",
      timeout: 600_000,
    },
  );
  return jar;
}
