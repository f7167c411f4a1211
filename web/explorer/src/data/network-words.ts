import { NETWORK_VARIABLES, type NetworkWord } from "../../../../src/questions/network.ts";
import type { Variables } from "../../../../src/questions/question.ts";
import type { NetworkWords } from "./network-shape.ts";

/** Networks whose edges are signed, and so have an aggregation and a target level. */
const SIGNED_NETWORKS = ["actors", "targets", "two-mode"];

/** Whether a network counts what is for and against. */
export function isSigned(network: string): boolean {
  return SIGNED_NETWORKS.includes(network);
}

/**
 * Reads the words of a network from the choices of the address; those without a meaning for the network are left out, so
 * that changing the network never leads to a refusal.
 */
export function readWords(choices: Readonly<Record<string, string>>): NetworkWords {
  const { without, network = "acts", ...others } = choices;
  const given = { ...others, ...(without ? { withoutSources: without } : {}) };
  const known = Object.entries(given).filter(
    ([name]) => name in NETWORK_VARIABLES && (isSigned(network) || !COUNTING_WORDS.includes(name)),
  );
  return { network, ...Object.fromEntries(known) };
}

const COUNTING_WORDS = ["aggregation", "normalization", "on", "throughProposals", "halves"];

/** Turns the words into values of GraphQL variables. */
export function wordVariables(words: NetworkWords): Variables {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [
      name,
      readValue(NETWORK_VARIABLES[name as NetworkWord], value),
    ]),
  );
}

function readValue(type: string, value: string): unknown {
  if (type === "Boolean") return value === "true";
  if (type === "Float" || type === "Int") return Number(value);
  if (type === "String") return value;
  const isAsWritten = type === "[ID!]" || type === "[NetworkNodeKind!]";
  const items = value
    .split(",")
    .map((item) => (isAsWritten ? item : item.toUpperCase().replaceAll("-", "_")));
  return type.startsWith("[") ? items : items[0];
}
