import { readFile, stat } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { ACT_NAMES, type Act, isAct } from "../../domain/acts.ts";
import { DemarcheError } from "../../domain/errors.ts";
import type { DateOrder } from "../../domain/foreign-dates.ts";
import { createSuggest } from "../../domain/suggest.ts";
import { ACTOR_KINDS, type ActorKind } from "../../domain/vocabulary.ts";
import type { ImportOptionValues } from "../importer.ts";
import { ROLE_NAMES, ROLES, type RoleName } from "./roles.ts";
import { TARGET_WORDS, type TargetWord } from "./stances.ts";

/** How a table is to be read. What is null is guessed. */
export interface Mapping {
  readonly columns: Partial<Record<RoleName, string>>;
  /** The acts of words in the column of acts, in lower case. */
  readonly acts: ReadonlyMap<string, Act>;
  /** The act of every row, where no column tells. */
  readonly act: Act | null;
  readonly target: TargetWord;
  readonly actorKind: ActorKind;
  readonly dateOrder: DateOrder | null;
  readonly delimiter: string | null;
}

const TARGETS = Object.keys(TARGET_WORDS) as [TargetWord, ...TargetWord[]];

const FILE_SCHEMA = z.strictObject({
  columns: z.partialRecord(z.enum(ROLE_NAMES), z.string().nullable()).default({}),
  acts: z.record(z.string(), z.string()).default({}),
  act: z.string().optional(),
  "target-as": z.enum(TARGETS).optional(),
  "actor-kind": z.enum(ACTOR_KINDS).optional(),
  "date-order": z.enum(["day-first", "month-first"]).optional(),
  delimiter: z.string().optional(),
});

/**
 * Reads the mapping of a table from its file (`--mapping`) and the options, which go before it.
 *
 * @throws {DemarcheError} `BAD_INPUT` for what cannot be understood, `FILE_UNREADABLE` where the file cannot be read.
 */
export async function readMapping(options: ImportOptionValues): Promise<Mapping> {
  const file =
    typeof options.mapping === "string" ? await readMappingFile(options.mapping) : FILE_SCHEMA.parse({});
  const columns = { ...dropNulls(file.columns), ...readPairs(options.map, "--map") };
  const unknown = Object.keys(columns).find((role) => !ROLE_NAMES.includes(role as RoleName));
  if (unknown !== undefined) throw unknownRole(unknown);
  const acts = { ...file.acts, ...readPairs(options.acts, "--acts") };
  const act = textOf(options.act) ?? file.act ?? null;
  return {
    columns,
    acts: new Map(Object.entries(acts).map(([word, name]) => [word.trim().toLowerCase(), readAct(name)])),
    act: act === null ? null : readAct(act),
    target: readChoice(textOf(options.targetAs) ?? file["target-as"], TARGETS, "--target-as") ?? "demand",
    actorKind:
      readChoice(
        textOf(options.actorKind)?.toUpperCase() ?? file["actor-kind"],
        ACTOR_KINDS,
        "--actor-kind",
      ) ?? "PERSON",
    dateOrder: readChoice(
      textOf(options.dateOrder) ?? file["date-order"],
      ["day-first", "month-first"] as const,
      "--date-order",
    ),
    delimiter: unescapeTab(textOf(options.delimiter) ?? file.delimiter ?? null),
  };
}

/** Writes a mapping file to start from: the columns found so far, and the header for those that are missing. */
export function formatMappingTemplate(
  header: readonly string[],
  columns: Partial<Record<RoleName, string>>,
): string {
  const lines = ROLES.map(({ name, says, isRequired }) => {
    const value = columns[name];
    const isCommented = value === undefined && !isRequired;
    return `${isCommented ? "  # " : "  "}${name}: ${value === undefined ? "" : JSON.stringify(value)} # ${says}`;
  });
  const rest = header.filter((name) => name !== "" && !Object.values(columns).includes(name));
  const choices = rest.length === 0 ? "" : `# Columns without a role: ${rest.join(", ")}\n`;
  return `${choices}columns:\n${lines.join("\n")}\n# acts:\n#   in favour: BACKED\n#   opposed: REJECTED\n# target-as: demand # ${TARGETS.join(", ")}\n# actor-kind: PERSON # ${ACTOR_KINDS.join(", ")}\n`;
}

async function readMappingFile(path: string): Promise<z.infer<typeof FILE_SCHEMA>> {
  const text = await readText(path);
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DemarcheError("BAD_INPUT", `The mapping ${path} is neither YAML nor JSON: ${reason}`, {
      cause: error,
    });
  }
  const result = FILE_SCHEMA.safeParse(content ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path: at, message }) => `  ${at.join(".") || "it"}: ${message}`);
  throw new DemarcheError("BAD_INPUT", `The mapping ${path} cannot be used:\n${faults.join("\n")}`);
}

async function readText(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory())
      throw new DemarcheError(
        "FILE_UNREADABLE",
        `The mapping ${path} is a folder: name a YAML or JSON file.`,
      );
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof DemarcheError) throw error;
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : "it may not be read";
    throw new DemarcheError("FILE_UNREADABLE", `The mapping ${path} cannot be read: ${reason}.`, {
      cause: error,
    });
  }
}

function readPairs(value: ImportOptionValues[string], flag: string): Record<string, string> {
  const words = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
  const pairs = words.flatMap((word: string) => word.split(",")).filter((pair: string) => pair.trim() !== "");
  return Object.fromEntries(
    pairs.map((pair: string) => {
      const at = pair.indexOf("=");
      if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      throw new DemarcheError(
        "BAD_INPUT",
        `${flag} takes pairs such as actor=Speaker,target=Issue, not "${pair}".`,
      );
    }),
  );
}

function readAct(name: string): Act {
  const act = name
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
  if (isAct(act)) return act;
  const suggestion = createSuggest()(act, ACT_NAMES) || ` The acts are ${ACT_NAMES.join(", ")}.`;
  throw new DemarcheError("BAD_INPUT", `"${name}" is no act.${suggestion}`);
}

function readChoice<V extends string>(
  value: string | undefined | null,
  choices: readonly V[],
  flag: string,
): V | null {
  if (value === undefined || value === null) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (choice) return choice;
  throw new DemarcheError("BAD_INPUT", `${flag} takes one of ${choices.join(", ")}, not "${value}".`);
}

function unknownRole(role: string): DemarcheError {
  const suggestion = createSuggest()(role, ROLE_NAMES) || ` The roles are ${ROLE_NAMES.join(", ")}.`;
  return new DemarcheError("BAD_INPUT", `A column cannot be mapped to "${role}".${suggestion}`);
}

function dropNulls(columns: Partial<Record<RoleName, string | null>>): Partial<Record<RoleName, string>> {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== null && column !== ""));
}

function textOf(value: ImportOptionValues[string]): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function unescapeTab(delimiter: string | null): string | null {
  if (delimiter === null) return null;
  const character = delimiter === "\\t" || delimiter === "tab" ? "\t" : delimiter;
  if (character.length === 1 && !/["\r\n]/.test(character)) return character;
  throw new DemarcheError("BAD_INPUT", `--delimiter takes one character (or tab), not "${delimiter}".`);
}
