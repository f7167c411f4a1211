import { NETWORK_OPTIONS } from "../network/network-options.ts";
import type { OptionInput } from "../network/parse-network-options.ts";
import type { OptionValues } from "./command.ts";

/** Gives the words of a network that a command was given; what was not given is absent. */
export function readNetworkWords(options: OptionValues): Record<string, OptionInput> {
  const names = [...NETWORK_OPTIONS.map(({ name }) => name), "mode", "nodes"];
  const given = names
    .map((name) => [name, options[name]] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Record<string, OptionInput>;
}
