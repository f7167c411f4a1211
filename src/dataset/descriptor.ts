import { DEFAULT_SETTINGS, SETTINGS, type Settings } from "./settings.ts";

/** The part of `datapackage.json` that Demarche reads. */
export interface Descriptor {
  readonly settings: Settings;
  /** Field names by file, as the descriptor lists them; null where it cannot be read. */
  readonly fields: ReadonlyMap<string, readonly string[]> | null;
  /** What is wrong with it. */
  readonly faults: readonly string[];
}

// Where the settings are not known, rules that depend on them must not find fault.
const LENIENT: Settings = { ...DEFAULT_SETTINGS, origin: "IMPORTED" };

/** Reads the text of a `datapackage.json`; with faults, the settings are those that forbid least. */
export function parseDescriptor(text: string): Descriptor {
  const { json, fault } = parseObject(text);
  if (json === null) return { settings: LENIENT, fields: null, faults: [fault] };
  const settings = SETTINGS.safeParse("demarche" in json ? json.demarche : {});
  const fields = readFields(json);
  if (settings.success) return { settings: settings.data, fields, faults: [] };
  const faults = settings.error.issues.map(
    ({ path, message }) => `${["demarche", ...path].join(".")}: ${message}.`,
  );
  return { settings: LENIENT, fields, faults };
}

function parseObject(text: string): { json: object; fault: null } | { json: null; fault: string } {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return { json, fault: null };
    return { json: null, fault: "It holds no JSON object: write it anew." };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { json: null, fault: `It is no JSON (${reason}): write it anew.` };
  }
}

function readFields(json: object): Map<string, readonly string[]> {
  const resources = "resources" in json && Array.isArray(json.resources) ? json.resources : [];
  return new Map(
    resources.flatMap((resource: unknown) => {
      const { path, schema } = (resource ?? {}) as { path?: unknown; schema?: { fields?: unknown } };
      if (typeof path !== "string" || !Array.isArray(schema?.fields)) return [];
      const names = schema.fields.map((field: { name?: unknown } | null) => String(field?.name ?? ""));
      return [[path, names] as const];
    }),
  );
}
