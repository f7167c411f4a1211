import type { RuleInfo } from "../reading-rule.ts";
import type { Reporter } from "../reporter.ts";

const FILE = "datapackage.json";

/** Finds a `datapackage.json` that is missing, cannot be read, or lists other columns than the files have. */
export const descriptor = {
  name: "descriptor",
  severity: "error",
  says: "`datapackage.json` describes the files as they are, and its settings under `demarche` are sound.",
  file: FILE,
  missing:
    "There is no datapackage.json: the settings take their defaults, and other tools do not know the columns.",
  checkFields: (
    file: string,
    names: readonly string[],
    fields: ReadonlyMap<string, readonly string[]> | null,
    reporter: Reporter,
  ): void => {
    if (fields === null) return;
    const listed = fields.get(file);
    if (listed && listed.join(",") === names.join(",")) return;
    const message = listed
      ? `Its fields of ${file} (${listed.join(", ")}) are not the columns of the file (${names.join(", ")}): write it anew.`
      : `It does not list ${file}: write it anew.`;
    reporter.report("descriptor", "warning", { file: FILE }, message);
  },
} as const satisfies RuleInfo & Record<string, unknown>;
