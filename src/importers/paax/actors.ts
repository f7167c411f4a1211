import type { ActorKind } from "../../domain/vocabulary.ts";
import type { NewActor } from "../actor-book.ts";
import { formatNote } from "../format-note.ts";
import { isIso3 } from "../iso-countries.ts";
import { mendEncoding } from "../mend-encoding.ts";

type Cell = (name: string) => string;

const KIND_OF_TYPE: Readonly<Record<string, ActorKind>> = {
  CON: "STATE",
  IGO: "ORGANIZATION",
  NGO: "ORGANIZATION",
  POL: "ORGANIZATION",
  ARM: "ORGANIZATION",
  MIL: "ORGANIZATION",
  COA: "COALITION",
  UMB: "COALITION",
  ENT: "GROUP",
  OTH: "GROUP",
};
const KIND_OF_NODE_TYPE: Readonly<Record<string, ActorKind>> = {
  "country/state": "STATE",
  "intergovernmental organization": "ORGANIZATION",
  "non-governmental organization": "ORGANIZATION",
  "political party": "ORGANIZATION",
  "armed organization": "ORGANIZATION",
  military: "ORGANIZATION",
  "state coalition": "COALITION",
  umbrella: "COALITION",
};
/** Columns of an actor that have a place of their own; the others go into the note. */
const TAKEN = ["overall_node_type", "id", "node_name", "abbreviation", "alternative_names"];

/** Describes an actor by its row in the node table; tells whether broken names were mended. */
export function describeActor(
  cell: Cell,
  header: readonly string[],
): NewActor & { readonly isMended: boolean } {
  const kind = kindOf(cell("type"), cell("node_type"));
  const printed = cell("alternative_names")
    .split(/\|+/)
    .map((name) => name.trim());
  const aliases = [cell("abbreviation"), ...printed.map(mendEncoding)];
  const name = mendEncoding(cell("node_name"));
  const country = cell("node_country");
  const others = header.filter((column) => column !== "" && !TAKEN.includes(column));
  return {
    name: name || cell("node_id"),
    kind,
    aliases,
    iso3: kind === "STATE" && isIso3(country) ? country : null,
    note: formatNote(others.map((column) => [column, mendEncoding(cell(column))])),
    isMended: name !== cell("node_name") || printed.some((alias) => mendEncoding(alias) !== alias),
  };
}

/** Describes an actor that only the links name. */
export function describeLinkedActor(cell: Cell): NewActor {
  return {
    name: mendEncoding(cell("to_node_name")) || cell("to_node_id"),
    kind: kindOf(cell("to_node_id").split("_")[0] ?? "", cell("to_node_type")),
    aliases: [cell("abbreviation")],
    note: formatNote([
      ["node_id", cell("to_node_id")],
      ["node_type", cell("to_node_type")],
    ]),
  };
}

function kindOf(type: string, nodeType: string): ActorKind {
  return KIND_OF_TYPE[type] ?? KIND_OF_NODE_TYPE[nodeType.toLowerCase()] ?? "GROUP";
}
