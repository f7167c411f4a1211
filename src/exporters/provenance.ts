import type { Network } from "../network/network.ts";
import { NETWORK_OPTIONS, type OptionDefinition } from "../network/network-options.ts";
import type { ExportContext } from "./export-context.ts";

/** Tells what produced a file, as pairs of words: program, version, date, case, every option that was set, and what was counted. */
export function describeProvenance(network: Network, context: ExportContext): [string, string][] {
  const { report, options } = network;
  const leftOut = report.leftOut.map(({ reason, count }) => `${reason} ${count}`).join(", ");
  return [
    ["generator", `Demarche ${context.version}`],
    ...(context.exportedAt === null ? [] : [["date", context.exportedAt] as [string, string]]),
    ["case", network.case],
    ["title", network.title],
    ...NETWORK_OPTIONS.flatMap((option) => describeOption(option, options[option.name])),
    ["statements", String(report.statementsKept)],
    ["leftOut", leftOut === "" ? "none" : leftOut],
    ["cancelled", String(report.cancelled)],
  ];
}

/** Writes the provenance on one line. */
export function writeProvenance(network: Network, context: ExportContext): string {
  return describeProvenance(network, context)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}

/** The method is always told, other options where they differ from their defaults. */
const METHOD = [
  "network",
  "aggregation",
  "normalization",
  "duplicates",
  "on",
  "halves",
  "statuses",
  "rollUp",
];

function describeOption(option: OptionDefinition, value: unknown): [string, string][] {
  const text = Array.isArray(value) ? value.join(",") : String(value);
  const standard = Array.isArray(option.default) ? option.default.join(",") : String(option.default);
  if (text === standard && !METHOD.includes(option.name)) return [];
  return [[option.name, text]];
}
