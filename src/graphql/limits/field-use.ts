import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";
import { DemarcheError } from "../../domain/errors.ts";

/** A field as an operation uses it: fragments spread, variables put in. */
export interface FieldUse {
  readonly name: string;
  readonly isAliased: boolean;
  /** Name of the type that it gives. */
  readonly typeName: string;
  readonly isList: boolean;
  /** Whether it takes a page size. */
  readonly isPaged: boolean;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly FieldUse[];
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
  readonly maxFields: number;
  fieldCount: number;
}

export interface OperationInput {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly maxFields: number;
}

/**
 * Gives the fields of a validated operation as a tree; introspection is left out, graphql-js limits it itself.
 *
 * @returns null where the variables do not fit their types: running the operation then says so.
 * @throws DemarcheError TOO_COMPLEX when there are more than `maxFields`, before they are all spread.
 */
export function readFieldUses(input: OperationInput): FieldUse[] | null {
  const { schema, operation, fragments, maxFields } = input;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], input.variables);
  if (coerced.errors) return null;
  const byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  const root = schema.getRootType(operation.operation);
  if (!root) return [];
  const reading = { schema, fragments: byName, variables: coerced.coerced, maxFields, fieldCount: 0 };
  return readSelections(operation.selectionSet, root, reading);
}

function readSelections(set: SelectionSetNode, parent: GraphQLCompositeType, reading: Reading): FieldUse[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return readField(selection, parent, reading);
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value) : selection;
    if (!fragment) return [];
    const condition = fragment.typeCondition && typeFromAST(reading.schema, fragment.typeCondition);
    const type = condition && isCompositeType(condition) ? condition : parent;
    return readSelections(fragment.selectionSet, type, reading);
  });
}

function readField(node: FieldNode, parent: GraphQLCompositeType, reading: Reading): FieldUse[] {
  reading.fieldCount += 1;
  if (reading.fieldCount > reading.maxFields) throw tooManyFields(reading.maxFields);
  const field = findField(node.name.value, parent);
  if (!field) return [];
  const type = getNamedType(field.type);
  return [
    {
      name: field.name,
      isAliased: node.alias !== undefined && node.alias.value !== field.name,
      typeName: type.name,
      isList: isListOf(field.type),
      isPaged: field.args.some(({ name }) => name === "limit" || name === "first"),
      arguments: readArguments(field, node, reading),
      children:
        node.selectionSet && isCompositeType(type) ? readSelections(node.selectionSet, type, reading) : [],
    },
  ];
}

function findField(
  name: string,
  parent: GraphQLCompositeType,
): GraphQLField<unknown, unknown> | null | undefined {
  if (name.startsWith("__")) return null;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : null;
}

function readArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  reading: Reading,
): Record<string, unknown> {
  try {
    return getArgumentValues(field, node, reading.variables);
  } catch {
    // Running the operation reports the same fault, with its place.
    return {};
  }
}

function isListOf(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function tooManyFields(maxFields: number): DemarcheError {
  return new DemarcheError(
    "TOO_COMPLEX",
    `The query has more than ${maxFields} fields: ask for less at once.`,
  );
}
