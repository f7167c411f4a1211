import { SETTINGS, type Settings } from "./settings.ts";

/** The part of `datapackage.json` that Demarche reads. */
export interface Descriptor {
  readonly settings: Settings;
  /** Field names by file, as the descriptor lists them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Reads the text of a `datapackage.json`; gives what is wrong with it where it cannot be used. */
export function parseDescriptor(text: string): Descriptor | { readonly faults: readonly string[] } {
  const json = parseJson(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { faults: [typeof json === "string" ? json : "It holds no JSON object."] };
  }
  const settings = SETTINGS.safeParse("demarche" in json ? json.demarche : {});
  if (settings.success) return { settings: settings.data, fields: readFields(json) };
  return {
    faults: settings.error.issues.map(
      (issue) => `${["demarche", ...issue.path].join(".")}: ${issue.message}.`,
    ),
  };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "string" ? "It holds no JSON object." : value;
  } catch (error) {
    return `It is no JSON: ${error instanceof Error ? error.message : String(error)}.`;
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
