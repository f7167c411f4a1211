import type { RuleInfo } from "../reading-rule.ts";

type Fields = ReadonlyMap<string, readonly string[]>;

/** Finds a `datapackage.json` that is missing, cannot be read, or does not describe the files as they are. */
export const descriptor = {
  name: "descriptor",
  severity: "error",
  says: "`datapackage.json` describes the files as they are, and its settings under `demarche` are sound.",
  file: "datapackage.json",
  missing:
    "There is no datapackage.json: the settings take their defaults, and other tools do not know the columns.",
  explainFiles: (fields: Fields, present: readonly string[]): string[] => {
    if (fields.size === 0) return ["It lists no files: write it anew, so that other tools know the columns."];
    const lost = [...fields.keys()].filter((file) => !present.includes(file));
    return lost.map((file) => `It lists ${file}, which is not there: write it anew.`);
  },
  explainFields: (fields: Fields, file: string, names: readonly string[]): string | null => {
    if (fields.size === 0) return null;
    const listed = fields.get(file);
    if (!listed) return `It does not list ${file}: write it anew.`;
    if (listed.join(",") === names.join(",")) return null;
    const columns = `the columns of the file (${names.join(", ")})`;
    return `Its fields of ${file} (${listed.join(", ")}) are not ${columns}: write it anew.`;
  },
} as const satisfies RuleInfo & Record<string, unknown>;
