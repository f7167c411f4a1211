import { checkBreadth } from "./check-breadth.ts";
import { checkCost } from "./check-cost.ts";
import { checkDepth } from "./check-depth.ts";
import { checkInputs, checkVariables } from "./check-inputs.ts";
import { checkPageSizes } from "./check-page-sizes.ts";
import { type OperationInput, readFieldUses } from "./field-use.ts";
import type { Limits } from "./limits.ts";

const CHECKS = [checkDepth, checkBreadth, checkInputs, checkPageSizes, checkCost];

/**
 * Refuses a validated operation that asks for more than the limits allow, in literals and in variables alike.
 *
 * @throws DemarcheError BAD_INPUT or TOO_COMPLEX, for the first limit that it breaks.
 */
export function checkOperation(input: Omit<OperationInput, "maxFields">, limits: Limits): void {
  const declared = (input.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  checkVariables(
    declared.map((name) => input.variables[name]),
    limits,
  );
  const fields = readFieldUses({ ...input, maxFields: limits.maxFields });
  if (fields) for (const check of CHECKS) check(fields, limits);
}
