/** An actor of a PLOVER event. */
export interface PloverActor {
  readonly text: string;
  readonly code: string;
  readonly sector: string;
  readonly others: readonly (readonly [string, string])[];
}

/** A PLOVER event as the importer takes it; absent texts are empty. */
export interface PloverEvent {
  readonly id: string;
  readonly date: string;
  readonly event: string;
  readonly mode: string;
  readonly sources: readonly PloverActor[];
  readonly targets: readonly PloverActor[];
  /** The sentence that the event was found in. */
  readonly text: string;
  readonly publication: string;
  readonly url: string;
  /** All fields but the actors as texts, those within objects as `eventLoc.name`. */
  readonly fields: readonly (readonly [string, string])[];
}

/** Reads one event from the text of its object; gives what is wrong with it where it is none. */
export function readEvent(json: string): PloverEvent | string {
  let object: Record<string, unknown>;
  try {
    object = JSON.parse(json);
  } catch {
    return "The object is broken: it is no JSON.";
  }
  const fields = Object.entries(object).flatMap(([name, value]) => flatten(name, value));
  const values = new Map(fields);
  const field = (name: string) => values.get(name) ?? "";
  if (field("event") === "") return "The object names no event.";
  return {
    id: field("id"),
    date: field("date"),
    event: field("event").toUpperCase(),
    mode: field("mode").toLowerCase(),
    sources: readActors(object.source),
    targets: readActors(object.target),
    text: field("text") || field("sentence"),
    publication: field("publication"),
    url: field("url"),
    fields,
  };
}

/** An absent actor is `""`, null or no field at all; some files write one object, or a bare text. */
function readActors(value: unknown): PloverActor[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    const fields = typeof item === "string" ? [["actorText", item] as const] : readFields(item);
    const values = new Map(fields);
    const text = values.get("actorText") ?? values.get("name") ?? "";
    const code = values.get("code") ?? "";
    if (text === "" && code === "") return [];
    const taken = ["actorText", "name", "code", "sector"];
    const others = fields.filter(([name]) => !taken.includes(name));
    return [{ text, code, sector: values.get("sector") ?? "", others }];
  });
}

function readFields(value: unknown): (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => flatten(name, inner));
}

function flatten(name: string, value: unknown): (readonly [string, string])[] {
  if (value === null || value === undefined || name === "source" || name === "target") return [];
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== "object")) return [[name, value.map(String).join(", ")]];
    return value.flatMap((item, index) => flatten(`${name}.${index + 1}`, item));
  }
  if (typeof value !== "object") return [[name, String(value).trim()]];
  return Object.entries(value).flatMap(([inner, item]) => flatten(`${name}.${inner}`, item));
}
