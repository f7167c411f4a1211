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
  TypeNameMetaFieldDef,
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
 * Gives the fields of a validated operation as a tree. Introspection is left out: graphql-js limits how deep it goes, and
 * without aliases it answers nothing twice.
 *
 * @returns null where the variables do not fit their types: running the operation then says so.
 * @throws DemarcheError TOO_COMPLEX when there are more than `maxFields`, before they are all spread, and for an alias in
 * introspection.
 */
export function readFieldUses(input: OperationInput): FieldUse[] | null {
  const { schema, operation, fragments, maxFields } = input;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], input.variables, {
    maxErrors: 1,
  });
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
  countField(reading);
  if (node.name.value === TypeNameMetaFieldDef.name) return [{ ...TYPE_NAME, isAliased: isAliased(node) }];
  if (node.name.value.startsWith("__")) refuseAliases(node, reading);
  const field = findField(node.name.value, parent);
  if (!field) return [];
  const type = getNamedType(field.type);
  return [
    {
      name: field.name,
      isAliased: isAliased(node),
      typeName: type.name,
      isList: isListOf(field.type),
      isPaged: field.args.some(({ name }) => name === "limit" || name === "first"),
      arguments: readArguments(field, node, reading),
      children:
        node.selectionSet && isCompositeType(type) ? readSelections(node.selectionSet, type, reading) : [],
    },
  ];
}

const TYPE_NAME = {
  name: TypeNameMetaFieldDef.name,
  typeName: "String",
  isList: false,
  isPaged: false,
  arguments: {},
  children: [],
} as const;

function countField(reading: Reading): void {
  reading.fieldCount += 1;
  if (reading.fieldCount > reading.maxFields) throw tooManyFields(reading.maxFields);
}

function isAliased({ name, alias }: FieldNode): boolean {
  return alias !== undefined && alias.value !== name.value;
}

/** The whole of introspection is two megabytes, and each alias would give it once more. */
function refuseAliases(node: FieldNode, reading: Reading): void {
  if (isAliased(node)) throw aliasedIntrospection(node);
  for (const inner of fieldsIn(node.selectionSet, reading)) {
    countField(reading);
    refuseAliases(inner, reading);
  }
}

/** The fields of a selection, those of its fragments included. */
function fieldsIn(set: SelectionSetNode | undefined, reading: Reading): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection;
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(selection.name.value) : selection;
    return fieldsIn(fragment?.selectionSet, reading);
  });
}

function findField(
  name: string,
  parent: GraphQLCompositeType,
): GraphQLField<unknown, unknown> | null | undefined {
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

function aliasedIntrospection({ name, alias }: FieldNode): DemarcheError {
  return new DemarcheError(
    "TOO_COMPLEX",
    `"${alias?.value}" is another name for "${name.value}": introspection takes no aliases, as its answer is long. Ask without.`,
  );
}

function tooManyFields(maxFields: number): DemarcheError {
  return new DemarcheError(
    "TOO_COMPLEX",
    `The query has more than ${maxFields} fields: ask for less at once.`,
  );
}
