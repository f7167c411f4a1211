import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Neo4jGraphQL } from "@neo4j/graphql";
import type { GraphQLSchema } from "graphql";
import { packageRoot } from "../database/package-root.ts";
import { QUERIES } from "./queries.ts";
import { Instant } from "./scalars.ts";

/** Gives the text of `schema.graphql`, the vocabulary that Demarche publishes. */
export function readSchemaText(): string {
  return readFileSync(join(packageRoot(), "schema.graphql"), "utf8");
}

/**
 * Makes the schema that is served: the types of `schema.graphql` with the fields that @neo4j/graphql makes of them, and
 * Demarche's own queries.
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
  return addQueries(await library.getSchema());
}

/** Sets the resolvers of Demarche's own queries; given to the library, it would wrap them and ask for Neo4j's version. */
function addQueries(schema: GraphQLSchema): GraphQLSchema {
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(QUERIES)) {
    const field = fields[name];
    if (!field) throw new Error(`schema.graphql has no query ${name}`);
    field.resolve = (_, input, context) => resolve(context, input as never);
  }
  return schema;
}
