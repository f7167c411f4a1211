import { DemarcheError } from "../../domain/errors.ts";
import type { ImportOptionValues } from "../importer.ts";
import type { StatementType, Variable } from "./dna-file.ts";

/** Which variable of a statement type is which; null where it has none. */
export interface Roles {
  readonly actor: Variable | null;
  readonly organization: Variable | null;
  readonly concept: Variable;
  readonly qualifier: Variable | null;
}

/**
 * Finds the variables of each statement type by their names; types without a concept and an actor are left away.
 *
 * @throws {DemarcheError} `BAD_INPUT` when a type is asked for that is not there.
 */
export function chooseRoles(
  types: readonly StatementType[],
  options: ImportOptionValues,
): ReadonlyMap<number, Roles> {
  const wanted = listOf(options.type);
  const unknown = wanted.find((label) => !types.some((type) => type.label === label));
  if (unknown !== undefined) {
    const labels = types.map(({ label }) => `"${label}"`).join(", ");
    throw new DemarcheError("BAD_INPUT", `There is no statement type "${unknown}": the file has ${labels}.`);
  }
  const chosen = types.filter(({ label }) => wanted.length === 0 || wanted.includes(label));
  return new Map(
    chosen.flatMap((type) => {
      const roles = findRoles(type, options);
      return roles ? [[type.id, roles] as const] : [];
    }),
  );
}

function findRoles(type: StatementType, options: ImportOptionValues): Roles | null {
  const find = (role: string, fallback: string) => {
    const names = String(options[role] ?? fallback)
      .split(",")
      .map((name) => name.trim().toLowerCase());
    return type.variables.find(({ name }) => names.includes(name.toLowerCase())) ?? null;
  };
  const actor = find("actor", "person");
  const organization = find("organization", "organization");
  const concept = find("concept", "concept");
  if (!concept || (!actor && !organization)) return null;
  return { actor, organization, concept, qualifier: find("qualifier", "agreement") };
}

function listOf(value: ImportOptionValues[string]): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}
