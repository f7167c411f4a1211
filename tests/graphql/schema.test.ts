import {
  type ASTNode,
  type DefinitionNode,
  type EnumTypeDefinitionNode,
  type GraphQLInputObjectType,
  isEnumType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from "graphql";
import { describe, expect, it } from "vitest";
import { TRACE_RELATIONS } from "../../src/analytics/trace-rows.ts";
import { EDITABLE_TABLES, editableColumns, kindOfTable } from "../../src/curation/editable-tables.ts";
import { ACTS } from "../../src/domain/acts.ts";
import { LINKS } from "../../src/domain/relations.ts";
import { LEFT_OUT_REASONS } from "../../src/domain/statement-filter.ts";
import { propertyName, TABLES } from "../../src/domain/tables.ts";
import * as vocabulary from "../../src/domain/vocabulary.ts";
import { DEFAULT_LIMITS, DEFAULT_PAGE_SIZE } from "../../src/graphql/limits/limits.ts";
import { MUTATIONS } from "../../src/graphql/mutations.ts";
import { makeSchema, readSchemaText } from "../../src/graphql/schema.ts";
import { AUDIT_ACTIONS } from "../../src/loading/audit.ts";

const document = parse(readSchemaText());
const types = document.definitions.filter(
  (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
);
const findType = (name: string) => types.find((type) => type.name.value === name);
const fieldNames = (type: ObjectTypeDefinitionNode | undefined) =>
  (type?.fields ?? []).map((field) => field.name.value);
const stored = types.filter((type) => type.directives?.some((directive) => directive.name.value === "node"));

describe("schema.graphql", () => {
  it("describes every type, field, argument and value", () => {
    expect(document.definitions.flatMap((definition) => undescribed(definition, ""))).toEqual([]);
  });

  it("ends every description like a sentence", () => {
    const open = document.definitions.flatMap((definition) => descriptions(definition));
    expect(open.filter((text) => !/[.)`:]$/.test(text))).toEqual([]);
  });

  it("has the enums of the domain, value by value", () => {
    const enums = document.definitions.filter(
      (definition): definition is EnumTypeDefinitionNode => definition.kind === Kind.ENUM_TYPE_DEFINITION,
    );
    const values = new Map(
      enums.map((node) => [node.name.value, (node.values ?? []).map((value) => value.name.value)]),
    );
    for (const [name, expected] of Object.entries(DOMAIN_ENUMS))
      expect([name, [...(values.get(name) ?? [])].sort()]).toEqual([name, [...expected].sort()]);
  });

  it("has a field for every column of the tables", () => {
    const missing = Object.values(TABLES).flatMap((table) =>
      table.node === null
        ? []
        : table.columns
            .filter((column) => column.type !== "reference" && column.type !== "references")
            .filter((column) => !fieldNames(findType(table.node)).includes(propertyName(column.name)))
            .map((column) => `${table.node}.${column.name}`),
    );
    expect(missing).toEqual([]);
  });

  it("has a field for every act on every kind of target that the act can be about", () => {
    const missing = ACTS.flatMap((act) =>
      act.targets
        .filter((target) => !relationTypes(target, "IN").includes(act.name))
        .map((target) => `${target}: ${act.name}`),
    );
    expect(missing).toEqual([]);
  });

  it("has a field for every act of an actor", () => {
    expect(relationTypes("Actor", "OUT")).toEqual(expect.arrayContaining(ACTS.map((act) => act.name)));
  });

  it("has a field for every link, from both ends, but for the order of time", () => {
    const missing = LINKS.flatMap((link) =>
      link.pairs.flatMap(([from, to]) => [
        ...(relationTypes(from, "OUT").includes(link.name) ? [] : [`${from} → ${link.name}`]),
        ...(["AFTER", "BEFORE"].includes(link.name) ||
        to === "Statement" ||
        relationTypes(to, "IN").includes(link.name)
          ? []
          : [`${link.name} → ${to}`]),
      ]),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it("limits every stored type to the page sizes of the limits", () => {
    const limits = stored.map((type) =>
      type.directives?.find((directive) => directive.name.value === "limit"),
    );
    const numbers = limits.map((limit) =>
      Object.fromEntries(
        (limit?.arguments ?? []).map(({ name, value }) => [
          name.value,
          value.kind === Kind.INT ? Number(value.value) : null,
        ]),
      ),
    );
    expect(numbers).toEqual(
      stored.map(() => ({ default: DEFAULT_PAGE_SIZE, max: DEFAULT_LIMITS.maxPageSize })),
    );
  });

  it("looks up every record by the label that its id is indexed under", () => {
    const labels = stored.map((type) => JSON.stringify(type.directives?.[0]?.arguments?.[0]?.value));
    expect(labels.filter((text) => !/"value":"(Record|Case)"/.test(text))).toEqual([]);
  });
});

describe("makeSchema()", () => {
  it("has Demarche's own mutations alone, and no subscriptions", async () => {
    const schema = await makeSchema();
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect([mutations.sort(), schema.getSubscriptionType()]).toEqual([
      Object.keys(MUTATIONS).sort(),
      undefined,
    ]);
  });

  it("takes from editors every column of the tables that they fill in, with its type", async () => {
    const schema = await makeSchema();
    for (const table of EDITABLE_TABLES) {
      const input = schema.getType(`${kindOfTable(table)}Fields`) as GraphQLInputObjectType;
      const expected = editableColumns(table).map(({ name, type }) => [
        propertyName(name),
        INPUT_TYPES[type],
      ]);
      const found = Object.values(input.getFields()).map((field) => [
        field.name,
        isEnumType(field.type) ? "enum" : String(field.type),
      ]);
      expect([table, found]).toEqual([table, expected]);
    }
  });

  it("keeps our descriptions on the fields that it makes", async () => {
    const schema = await makeSchema();
    const statement = schema.getType("Statement");
    expect(statement?.description).toBe(findType("Statement")?.description?.value);
  });
});

const INPUT_TYPES: Readonly<Record<string, string>> = {
  text: "String",
  list: "[String!]",
  integer: "Int",
  number: "Float",
  boolean: "Boolean",
  enum: "enum",
  edtf: "String",
  reference: "ID",
  references: "[ID!]",
};

const DOMAIN_ENUMS = {
  AuditAction: AUDIT_ACTIONS,
  Act: ACTS.map((act) => act.name),
  Status: vocabulary.STATUSES,
  ActorKind: vocabulary.ACTOR_KINDS,
  CaseRole: vocabulary.CASE_ROLES,
  Bound: vocabulary.BOUNDS,
  ProposalKind: vocabulary.PROPOSAL_KINDS,
  ProposalState: vocabulary.PROPOSAL_STATES,
  ProvisionRole: vocabulary.PROVISION_ROLES,
  ProvisionChange: vocabulary.PROVISION_CHANGES,
  MeetingKind: vocabulary.MEETING_KINDS,
  OutcomeKind: vocabulary.OUTCOME_KINDS,
  DateBasis: vocabulary.DATE_BASES,
  ActorBasis: vocabulary.ACTOR_BASES,
  Channel: vocabulary.CHANNELS,
  RepresentationBasis: vocabulary.REPRESENTATION_BASES,
  Coverage: vocabulary.COVERAGES,
  ClaimStanding: vocabulary.CLAIM_STANDINGS,
  CitationScope: vocabulary.CITATION_SCOPES,
  RollUp: vocabulary.ROLL_UPS,
  NodeKind: vocabulary.NODE_KINDS,
  LeftOutReason: LEFT_OUT_REASONS,
  TraceRelation: TRACE_RELATIONS,
  PresentationRole: linkKinds("AT"),
  ReasonWeight: linkKinds("EXPLAINS"),
  ConsequenceKind: linkKinds("LED_TO"),
};

function linkKinds(name: string): readonly string[] {
  return LINKS.find((link) => link.name === name)?.kind?.values ?? [];
}

function relationTypes(typeName: string, direction: "IN" | "OUT"): string[] {
  return (findType(typeName)?.fields ?? []).flatMap((field) => {
    const relationship = field.directives?.find((directive) => directive.name.value === "relationship");
    const given = Object.fromEntries(
      (relationship?.arguments ?? []).map(({ name, value }) => [
        name.value,
        "value" in value ? value.value : null,
      ]),
    );
    return given.direction === direction ? [String(given.type)] : [];
  });
}

type Described = ASTNode & { readonly description?: { readonly value: string } };

function childrenOf(node: ASTNode): readonly (Described & { readonly name: { readonly value: string } })[] {
  return [
    ...("fields" in node ? (node.fields ?? []) : []),
    ...("values" in node && node.kind === Kind.ENUM_TYPE_DEFINITION ? (node.values ?? []) : []),
    ...("arguments" in node && node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []),
  ] as never;
}

function undescribed(node: DefinitionNode | Described, path: string): string[] {
  if (node.kind === Kind.SCHEMA_EXTENSION) return [];
  const name = `${path}${"name" in node ? (node.name as { value: string }).value : node.kind}`;
  const own = "description" in node && node.description?.value.trim() ? [] : [name];
  // The root type needs no words of its own.
  return [
    ...(name === "Query" ? [] : own),
    ...childrenOf(node).flatMap((child) => undescribed(child, `${name}.`)),
  ];
}

function descriptions(node: ASTNode): string[] {
  const own = (node as Described).description?.value;
  return [...(own === undefined ? [] : [own]), ...childrenOf(node).flatMap(descriptions)];
}
