import { parseEdtf } from "../domain/edtf-dates.ts";
import { DemarcheError } from "../domain/errors.ts";
import { makeId } from "../domain/ids.ts";
import { createSuggest } from "../domain/suggest.ts";
import { checkCombination } from "./check-combination.ts";
import {
  NETWORK_NAMES,
  NETWORK_OPTIONS,
  type NetworkOptions,
  type OptionDefinition,
} from "./network-options.ts";

/** A value as a user gives it: a text, as from an address or a flag, or already a value, as from GraphQL. */
export type OptionInput = string | number | boolean | readonly string[] | null | undefined;

/**
 * Reads the words of a network, by their names in camelCase or kebab-case; whatever is absent has its default.
 *
 * Words of closed sets may be written in any case, with `-` for `_`; lists as arrays or with commas. Besides the words of
 * `NETWORK_OPTIONS` it takes `mode` (`one`, `two`) and `nodes` (`actors`, `targets`), which together name a network.
 *
 * @throws DemarcheError BAD_INPUT for an unknown word or value, UNSUPPORTED_COMBINATION for words that do not go together.
 */
export function parseNetworkOptions(
  caseSlug: string,
  words: Readonly<Record<string, OptionInput>> = {},
): NetworkOptions {
  const given = { ...nameNetwork(camelCaseKeys(words)) };
  // CONGRUENCE, the default, is for one-mode networks.
  if (given.network === "two-mode") given.aggregation ??= "SUBTRACT";
  const entries = NETWORK_OPTIONS.map((option) => [option.name, parseOption(option, given, caseSlug)]);
  const options = { case: caseSlug, ...Object.fromEntries(entries) } as NetworkOptions;
  const { from, to } = options;
  if (from !== null && to !== null && from > to) {
    throw badInput(`from (${from}) is later than to (${to}): exchange them.`);
  }
  checkCombination(options, new Set(Object.keys(given)));
  return options;
}

function camelCaseKeys(words: Readonly<Record<string, OptionInput>>): Record<string, OptionInput> {
  const known = new Set<string>([...NETWORK_OPTIONS.map((option) => option.name), "mode", "nodes"]);
  const given: Record<string, OptionInput> = {};
  for (const [word, value] of Object.entries(words)) {
    if (value === null || value === undefined || value === "") continue;
    const name = word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (!known.has(name)) {
      const meant = createSuggest()(name, known);
      throw badInput(`A network has no option "${word}": it takes ${[...known].join(", ")}.${meant}`);
    }
    given[name] = value;
  }
  return given;
}

/** Turns `mode` and `nodes` into the name of a network. */
function nameNetwork(given: Record<string, OptionInput>): Record<string, OptionInput> {
  const { mode, nodes, ...others } = given;
  if (others.network !== undefined) {
    others.network = parseWord("network", others.network, NETWORK_NAMES);
  }
  if (mode === undefined && nodes === undefined) return others;
  const isTwoMode = mode !== undefined && parseWord("mode", mode, ["ONE", "TWO"]) === "TWO";
  const kind = nodes === undefined ? null : parseWord("nodes", nodes, ["ACTORS", "TARGETS"]);
  const name: string = isTwoMode ? "two-mode" : kind === "TARGETS" ? "targets" : "actors";
  const { network } = others;
  if (network !== undefined && network !== name) {
    throw badInput(`network "${network}" contradicts mode and nodes, which mean "${name}": leave one out.`);
  }
  return { ...others, network: name };
}

function parseOption(
  option: OptionDefinition,
  given: Readonly<Record<string, OptionInput>>,
  caseSlug: string,
): unknown {
  const value = given[option.name];
  if (value === undefined || value === null) return option.default;
  switch (option.type) {
    case "word":
      return parseWord(option.name, value, option.values ?? []);
    case "words":
      return parseWords(option, value);
    case "ids":
      return parseIds(value, caseSlug);
    case "boolean":
      return parseFlag(option.name, value);
    case "day":
      return parseDay(option.name, String(value));
    case "time":
      return parseTime(option.name, String(value));
    default:
      return parseNumber(option, value);
  }
}

function parseWord(name: string, value: OptionInput, values: readonly string[]): string {
  const plain = (text: string) => text.toUpperCase().replaceAll("-", "_");
  const found = values.find((word) => plain(word) === plain(String(value)));
  if (found !== undefined) return found;
  const meant = createSuggest()(plain(String(value)), values);
  throw badInput(`${name} "${value}" is not one of ${values.join(", ")}.${meant}`);
}

function parseWords(option: OptionDefinition, value: OptionInput): readonly string[] {
  const values = option.values ?? [];
  const words = new Set(splitList(value).map((item) => parseWord(option.name, item, values)));
  if (words.size === 0 && option.name === "statuses") {
    throw badInput(`statuses is empty: give at least one of ${values.join(", ")}.`);
  }
  return values.filter((item) => words.has(item));
}

function parseIds(value: OptionInput, caseSlug: string): readonly string[] {
  const ids = splitList(value).map((id) => (id.includes("/") ? id : makeId(caseSlug, id)));
  return [...new Set(ids)].sort();
}

function splitList(value: OptionInput): string[] {
  const items = Array.isArray(value) ? value.map(String) : String(value).split(",");
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ""))].sort();
}

/**
 * Reads a word that is true or false.
 *
 * @throws DemarcheError BAD_INPUT for anything else.
 */
export function parseFlag(name: string, value: OptionInput): boolean {
  if (typeof value === "boolean") return value;
  if (["true", "1", "yes"].includes(String(value).toLowerCase())) return true;
  if (["false", "0", "no"].includes(String(value).toLowerCase())) return false;
  throw badInput(`${name} "${value}" is neither true nor false.`);
}

function parseDay(name: string, text: string): string {
  const day = parseEdtf(text)?.[name === "to" ? "latest" : "earliest"];
  if (day) return day;
  throw badInput(`${name} "${text}" is no date: write it like 2022-03-29, 2022-03 or 2022.`);
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function parseTime(name: string, text: string): string {
  const written = TIME.test(text) ? text : `${parseEdtf(text)?.latest}T23:59:59.999Z`;
  const time = new Date(written);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw badInput(`${name} "${text}" is no time: write it like 2025-06-30 or 2025-06-30T12:00:00Z.`);
}

function parseNumber(option: OptionDefinition, value: OptionInput): number {
  const least = option.name.startsWith("window") ? 1 : 0;
  const most = option.name === "backbone" ? 1 : Infinity;
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  const isWhole = option.type === "number" || Number.isInteger(number);
  if (Number.isFinite(number) && number >= least && number <= most && isWhole) return number;
  const kind = option.type === "integer" ? "a whole number" : "a number";
  const range = most === 1 ? "from 0 to 1" : `of ${least} or more`;
  throw badInput(`${option.name} "${value}" is not ${kind} ${range}.`);
}

function badInput(message: string): DemarcheError {
  return new DemarcheError("BAD_INPUT", message);
}
