const ACTOR = [
  "Code",
  "Name",
  "CountryCode",
  "KnownGroupCode",
  "EthnicCode",
  "Religion1Code",
  "Religion2Code",
  "Type1Code",
  "Type2Code",
  "Type3Code",
] as const;
const GEO = ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"] as const;

/** The 61 columns of a GDELT 2.0 event file, in their order. */
export const COLUMNS: readonly string[] = [
  ...["GlobalEventID", "Day", "MonthYear", "Year", "FractionDate"],
  ...ACTOR.map((name) => `Actor1${name}`),
  ...ACTOR.map((name) => `Actor2${name}`),
  ...["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
  ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
  ...["Actor1Geo", "Actor2Geo", "ActionGeo"].flatMap((block) => GEO.map((name) => `${block}_${name}`)),
  ...["DATEADDED", "SOURCEURL"],
];

/** What GDELT 1.0 lacks; its first files lack the address as well. */
const NEW_IN_2 = COLUMNS.flatMap((name, index) => (name.endsWith("_ADM2Code") ? [index] : []));
const WIDTH_OF_1 = COLUMNS.length - NEW_IN_2.length;

/** Which GDELT a line of so many columns is of; null where it is of none. */
export function versionOf(width: number): "1.0" | "2.0" | null {
  if (width === COLUMNS.length) return "2.0";
  return width === WIDTH_OF_1 || width === WIDTH_OF_1 - 1 ? "1.0" : null;
}

/** Gives the cells of a line the places that they have in GDELT 2.0; those that an older file lacks are empty. */
export function placeCells(cells: readonly string[]): readonly string[] {
  if (versionOf(cells.length) !== "1.0") return cells;
  const placed = [...cells];
  for (const index of NEW_IN_2) placed.splice(index, 0, "");
  if (placed.length < COLUMNS.length) placed.push("");
  return placed;
}

/** The places of the columns that the importer reads by name. */
export const columnAt = {
  GlobalEventID: COLUMNS.indexOf("GlobalEventID"),
  Day: COLUMNS.indexOf("Day"),
  EventCode: COLUMNS.indexOf("EventCode"),
  SOURCEURL: COLUMNS.indexOf("SOURCEURL"),
} as const;

/** The places of the ten columns of each actor, by name without `Actor1`, `Actor2`. */
export const ACTOR_COLUMNS: Readonly<Record<"Actor1" | "Actor2", Readonly<Record<string, number>>>> = {
  Actor1: Object.fromEntries(ACTOR.map((name) => [name, COLUMNS.indexOf(`Actor1${name}`)])),
  Actor2: Object.fromEntries(ACTOR.map((name) => [name, COLUMNS.indexOf(`Actor2${name}`)])),
};

// Kept elsewhere: on the actors, as the statement's slug, date and locator; or told by the day and the event code.
const ELSEWHERE =
  /^Actor[12][A-Z](?!eo_)|^(?:GlobalEventID|Day|MonthYear|Year|FractionDate|SOURCEURL)$|^Event(?:Base|Root)Code$/;

/** The columns that go into the note of a statement. */
export const NOTED_COLUMNS: readonly { readonly name: string; readonly index: number }[] = COLUMNS.map(
  (name, index) => ({ name, index }),
).filter(({ name }) => !ELSEWHERE.test(name));
