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
