import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Neo4jGraphQL } from "@neo4j/graphql";
import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import { packageRoot } from "../database/package-root.ts";
import { keepTranslations } from "./keep-translations.ts";
import { MUTATIONS } from "./mutations.ts";
import { QUERIES } from "./queries.ts";
import type { Resolve } from "./resolve.ts";
import { Instant } from "./scalars.ts";

/** Gives the text of `schema.graphql`, the vocabulary that Demarche publishes. */
export function readSchemaText(): string {
  return readFileSync(join(packageRoot(), "schema.graphql"), "utf8");
}

/**
 * Makes the schema that is served: the types of `schema.graphql` with the fields that @neo4j/graphql makes of them, and
 * Demarche's own queries and mutations.
 */
export async function makeSchema(): Promise<GraphQLSchema> {
  const library = new Neo4jGraphQL({
    typeDefs: readSchemaText(),
    resolvers: { Instant },
    features: {
      excludeDeprecatedFields: {
        mutationOperations: true,
        aggregationFilters: true,
        aggregationFiltersOutsideConnection: true,
        relationshipFilters: true,
        attributeFilters: true,
      },
      filters: { String: { CASE_INSENSITIVE: true } },
    },
  });
  const schema = await library.getSchema();
  addResolvers(schema.getQueryType(), QUERIES);
  keepTranslations(schema.getQueryType(), Object.keys(QUERIES));
  addResolvers(schema.getMutationType(), MUTATIONS);
  return schema;
}

/** Sets the resolvers of Demarche's own fields; given to the library, it would wrap them and ask for Neo4j's version. */
function addResolvers(
  type: GraphQLObjectType | null | undefined,
  resolvers: Readonly<Record<string, Resolve<never>>>,
): void {
  const fields = type?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (!field) throw new Error(`schema.graphql has no field ${name}`);
    field.resolve = (_, input, context) => resolve(context, input as never);
  }
}
