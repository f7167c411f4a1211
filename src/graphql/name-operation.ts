import { type GraphQLSchema, Kind, type OperationDefinitionNode } from "graphql";
import type { ErrorCode } from "../domain/errors.ts";

/** How an operation went, for metrics. */
export interface OperationOutcome {
  /** From `nameOperation`. */
  readonly operation: string;
  readonly seconds: number;
  /** Code of its first error; null where it has none. */
  readonly code: ErrorCode | null;
}

/**
 * Names what an operation asks for by one of a bounded set of words: the field of `Query` or `Mutation`, `several` where it
 * has more than one, `introspection`, or `invalid` where there is none to name.
 */
export function nameOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null | undefined,
): string {
  if (!operation) return "invalid";
  const names = new Set(operation.selectionSet.selections.map(nameSelection));
  names.delete("__typename");
  const [name = "introspection"] = names;
  if (names.size > 1 || name === SEVERAL) return SEVERAL;
  if (name.startsWith("__") || names.size === 0) return "introspection";
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  return Object.hasOwn(fields, name) ? name : "invalid";
}

const SEVERAL = "several";

function nameSelection(selection: OperationDefinitionNode["selectionSet"]["selections"][number]): string {
  return selection.kind === Kind.FIELD ? selection.name.value : SEVERAL;
}
