// Makes seed/nuclear from the nuclear debate of stocnet/manynet: `tsx scripts/make-nuclear.ts FOLDER`, where FOLDER holds
// irps_nuclear_claims.csv, irps_nuclear_nodes.csv and LICENSE.md.
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { makeDataset } from "../src/dataset/dataset.ts";
import { writeDataset } from "../src/dataset/write-dataset.ts";
import { propertyName, type RecordOf, TABLES, type TableName } from "../src/domain/tables.ts";
import type { ActorKind } from "../src/domain/vocabulary.ts";
import { SlugBook } from "../src/importers/slug-book.ts";

const TARGET = fileURLToPath(new URL("../seed/nuclear", import.meta.url));
const SOURCE = "haunss-hollway-2023";

type Row = Readonly<Record<string, string>>;

async function makeNuclear(from: string): Promise<void> {
  const nodes = readRows(join(from, "irps_nuclear_nodes.csv"));
  const claims = readRows(join(from, "irps_nuclear_claims.csv"));
  const book = new SlugBook();
  book.reserve(/^claim-\d+$/);
  for (const taken of ["nuclear", SOURCE]) book.claim(taken, taken);
  const slugs = new Map(nodes.map((node) => [cell(node, "id"), book.claim(cell(node, "name"), "node")]));
  const actors = nodes.filter((node) => node.type === "False");
  const concepts = nodes.filter((node) => node.type === "True");
  await writeDataset(
    TARGET,
    makeDataset(
      {
        case: [describeCase(claims)],
        actors: actors.map((node) => describeActor(node, slugs)),
        representations: actors.flatMap((node) => describeTie(node, actors, slugs)),
        demands: concepts.map((node) => describeDemand(node, slugs)),
        sources: [describeSource()],
        statements: claims.map((claim, place) => describeClaim(claim, place, slugs)),
      },
      { origin: "IMPORTED" },
    ),
  );
  copyFileSync(join(from, "LICENSE.md"), join(TARGET, "LICENSE.md"));
}

function readRows(path: string): Row[] {
  return parse(readFileSync(path), { columns: true, bom: true }) as Row[];
}

function cell(row: Row, column: string): string {
  return row[column] ?? "";
}

function describeCase(claims: readonly Row[]): RecordOf<"case"> {
  const days = claims.map((claim) => cell(claim, "date")).sort();
  return make("case", {
    slug: "nuclear",
    title: "The nuclear debate in Germany, 2011",
    description:
      "Who backed or rejected which concept in the German debate on nuclear energy between the accident of Fukushima and the decision to phase it out.",
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    licence: "MIT",
    compiledFrom: [SOURCE],
    note: "Data irps_nuclear of the R package manynet, made into tables; cite Haunss and Hollway 2023, doi 10.1017/nws.2022.31.",
  });
}

function describeSource(): RecordOf<"sources"> {
  return make("sources", {
    slug: SOURCE,
    publisher: "Network Science",
    author: ["Haunss, Sebastian", "Hollway, James"],
    title:
      "Multimodal mechanisms of political discourse dynamics and the case of Germany's nuclear energy phase-out",
    date: "2023",
    url: "https://doi.org/10.1017/nws.2022.31",
    language: "en",
    kind: "DATASET",
    citationKey: "Haunss and Hollway 2023",
    listed: true,
    coverage: "PARTIAL",
    note: "The claims were read from the data irps_nuclear of manynet (James Hollway, MIT licence), not from the article.",
  });
}

function describeActor(node: Row, slugs: ReadonlyMap<string, string>): RecordOf<"actors"> {
  return make("actors", {
    slug: slugs.get(cell(node, "id")) ?? "",
    name: cell(node, "name"),
    kind: kindOf(node),
    foundIn: [SOURCE],
    note: describeAttributes(node),
  });
}

/** The data do not tell persons from others; whoever is its own organisation is one, and these are neither. */
const STATES = new Set(["Österreich"]);
const ORGANIZATIONS = new Set([
  "Schleswig-holsteinische FDP",
  "FDP-Bundestagsfraktion",
  "FDP-Fraktion",
  "FDP Schleswig-Holstein",
  "Abteilung Reaktorsicherheit im BMU",
  "CDU Wirtschaftsrat",
  "Umweltministerium",
  "CDU-Landesverband Hessen",
  "CDU-Landesverband Thüringen",
  "CDU-Landesverband Sachsen",
  "Parlamentskreises Mittelstand in der Union",
  "CSU-Fraktion",
  "Grüne Jugend",
  "CDU-Präsidium",
  "Grüne Luxemburg",
  "LINKE-Bundestagsfraktion",
]);
const GROUPS = new Set([
  "Experten",
  "Atomkraftgegner",
  "Umweltgruppen",
  "AKW-Betreiber",
  "Experten in den Landesregierungen",
  "Demonstranten",
  "Starnberger Schüler",
  "Bevölkerung",
  "306 Wissenschaftler",
  "Viele Physiker und Ingenieure",
  "kommunalen EnBW Aktionäre",
  "Arbeitnehmer im EnBW Aufsichtsrat",
  "Naturschützer",
  "Anti-Atom-Demonstranten",
  "nordrhein-westfälischen Kommunen",
  "Atomkraft-Gegner",
  "EU-Regierungen",
  "hoher EU-Diplomat",
  "Betriebsräte von EnBW, Eon, RWE und Vattenfall",
  "Jeder zweite Bundesbürger",
  "Umweltminister der Länder",
  "Mehrheit der Deutschen",
  "Umweltschutzorganisationen",
  "Energiekonzerne",
  "Industrie",
  "Kirchentagsbesucher",
  "Stromkonzerne",
  "79 Volksvertreter",
  "Unionspolitiker",
  "SPD-regierte Länder",
  "Grünen-Basis",
  "ein Juli",
  "FDP Landesverbände",
  "Parteispitze der CDU",
  "Gegner der schwarz-gelben Abschaltpläne (Grüne)",
  "Wirtschaftsflügel der Unionsfraktion",
  "Parteilinke",
  "Umweltschützer",
  "Bundesländer",
  "EU-Mitgliedsländer",
  "Anti-Atomkraft-Bewegung",
  "Umweltverbände",
  "Gewerkschaften",
  "Kirchen",
  "Anti-Atom-Initiativen",
  "Wähler von Grünen",
  "Wähler von FDP",
  "Wähler von CDU/CSU",
  "71 Prozent der Bürger",
  "Wähler von Linken",
  "Wähler von SPD",
  "Anti-Atom-Verbände",
  "Bauunternehmen",
  "Logistikunternehmen",
]);

function kindOf(node: Row): ActorKind {
  const name = cell(node, "name");
  if (STATES.has(name)) return "STATE";
  if (GROUPS.has(name)) return "GROUP";
  return ORGANIZATIONS.has(name) || node.org === name ? "ORGANIZATION" : "PERSON";
}

const PARTIES: Readonly<Record<string, string>> = {
  "31": "CDU/CSU",
  "32": "SPD",
  "33": "FDP",
  "34": "Grüne",
  "35": "LINKE",
};

/** What the data say of an actor, beside its name. */
function describeAttributes(node: Row): string {
  const party = cell(node, "party");
  const known = [
    `Node ${cell(node, "id")}`,
    ...(node.politician === "True" ? ["politician"] : []),
    ...(node.govt === "True" ? ["govt"] : []),
    ...(node.coalition === "True" ? ["coalition"] : []),
    ...(node.office === "True" ? ["office"] : []),
    ...(node.org && node.org !== node.name ? [`org ${node.org}`] : []),
    ...(party ? [`party ${party}${PARTIES[party] ? ` (${PARTIES[party]})` : ""}`] : []),
    ...(node.power ? [`power ${node.power}`] : []),
  ];
  return `${known.join(", ")}.`;
}

/** An organisation that is no actor itself stands in the note alone. */
function describeTie(
  node: Row,
  actors: readonly Row[],
  slugs: ReadonlyMap<string, string>,
): RecordOf<"representations">[] {
  const of = actors.find((other) => other.name === node.org && other.id !== node.id);
  if (!of) return [];
  return [
    make("representations", {
      actor: slugs.get(cell(node, "id")) ?? "",
      relation: "REPRESENTS",
      of: slugs.get(cell(of, "id")) ?? "",
      basis: "STATED",
      foundIn: [SOURCE],
    }),
  ];
}

function describeDemand(node: Row, slugs: ReadonlyMap<string, string>): RecordOf<"demands"> {
  return make("demands", {
    slug: slugs.get(cell(node, "id")) ?? "",
    text: cell(node, "name"),
    foundIn: [SOURCE],
    note: `Node ${cell(node, "id")}.`,
  });
}

function describeClaim(
  claim: Row,
  place: number,
  slugs: ReadonlyMap<string, string>,
): RecordOf<"statements"> {
  return make("statements", {
    slug: `claim-${place + 1}`,
    act: Number(claim.increment) > 0 ? "BACKED" : "REJECTED",
    actors: [slugs.get(cell(claim, "from")) ?? ""],
    actorBasis: "NAMED",
    target: slugs.get(cell(claim, "to")) ?? "",
    date: cell(claim, "date"),
    dateBasis: "STATED",
    status: "REPORTED",
    foundIn: [SOURCE],
  });
}

/** Makes a row of a table from the cells that are filled. */
function make<T extends TableName>(table: T, values: Partial<RecordOf<T>>): RecordOf<T> {
  const cells = TABLES[table].columns.map(({ name, type }) => {
    const empty = type === "list" || type === "references" ? [] : null;
    return [propertyName(name), empty];
  });
  return { ...Object.fromEntries(cells), ...values } as RecordOf<T>;
}

const [folder] = process.argv.slice(2);
if (!folder)
  throw new Error("Name the folder that holds irps_nuclear_claims.csv and irps_nuclear_nodes.csv.");
await makeNuclear(folder);
