import type { Network } from "../network/network.ts";
import { NETWORK_OPTIONS, type NetworkOptions, type OptionDefinition } from "../network/network-options.ts";
import { dayOfExport, type ExportContext } from "./export-context.ts";

/**
 * Tells what produced a file, as pairs of words: program, version, date, case, every option that was set, what was
 * counted, and what was measured of the whole.
 */
export function describeProvenance(network: Network, context: ExportContext): [string, string][] {
  const { report, options } = network;
  const leftOut = report.leftOut.map(({ reason, count }) => `${reason} ${count}`).join(", ");
  return [
    ["generator", `Demarche ${context.version}`],
    ["date", dayOfExport(context)],
    ["case", network.case],
    ["title", network.title],
    ...NETWORK_OPTIONS.flatMap((option) => describeOption(option, options)),
    ["statements", String(report.statementsKept)],
    ["leftOut", leftOut === "" ? "none" : leftOut],
    ["cancelled", String(report.cancelled)],
    ...describeMeasures(network),
  ];
}

/** Gives what was measured of the network as a whole. */
function describeMeasures({ measures }: Network): [string, string][] {
  return (measures?.whole ?? []).flatMap(({ name, value }): [string, string][] =>
    value === null ? [] : [[name, String(value)]],
  );
}

/** Writes the provenance on one line. */
export function writeProvenance(network: Network, context: ExportContext): string {
  return describeProvenance(network, context)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}

/** The method is always told, other options where they differ from their defaults. */
const METHOD = ["network", "duplicates", "statuses", "rollUp"];
const SIGNED_METHOD = ["aggregation", "normalization", "on", "halves"];

function describeOption(option: OptionDefinition, options: NetworkOptions): [string, string][] {
  const isSigned = ["actors", "targets", "two-mode"].includes(options.network);
  if (!isSigned && SIGNED_METHOD.includes(option.name)) return [];
  const text = String(options[option.name]);
  const isMethod = METHOD.includes(option.name) || SIGNED_METHOD.includes(option.name);
  return isMethod || text !== String(option.default) ? [[option.name, text]] : [];
}
