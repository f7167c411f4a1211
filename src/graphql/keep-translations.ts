import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNullableType,
  isListType,
} from "graphql";
import { LRUCache } from "lru-cache";
import type { GeneratedAnswer, Parameters } from "../database/database.ts";
import type { RequestContext } from "./context.ts";

/** What @neo4j/graphql makes of a list that a query asks for. */
interface Translation {
  readonly cypher: string;
  readonly parameters: Parameters;
}

/** Characters of the questions and their Cypher that are kept together. */
const MOST_CHARACTERS = 4_000_000;
const MOST_PER_QUESTION = 50_000;

/**
 * Lets a list that is asked for again, with the same text and variables, go to Neo4j without being translated again: that
 * takes as long as Neo4j takes to answer. Neo4j is asked each time.
 *
 * @param type - `Query`; its lists get other resolvers.
 * @param own - Names of the fields that are not the library's.
 */
export function keepTranslations(type: GraphQLObjectType | null | undefined, own: readonly string[]): void {
  const kept = new LRUCache<string, Translation>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: MOST_PER_QUESTION,
    sizeCalculation: ({ cypher, parameters }, key) =>
      key.length + cypher.length + JSON.stringify(parameters).length,
  });
  for (const field of Object.values(type?.getFields() ?? {})) {
    if (own.includes(field.name) || !field.resolve || !isListType(getNullableType(field.type))) continue;
    field.resolve = answerFrom(kept, field.resolve);
  }
}

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

function answerFrom(kept: LRUCache<string, Translation>, translate: Resolver): Resolver {
  return async (root, input, context, info) => {
    const key = describeQuestion(info);
    const known = kept.get(key);
    if (known) return listThings(await context.executionContext.run(known.cypher, known.parameters));
    let last: Translation | null = null;
    const run = (cypher: string, parameters: Parameters) => {
      last = { cypher, parameters };
      return context.executionContext.run(cypher, parameters);
    };
    const things = await translate(root, input, { ...context, executionContext: { run } }, info);
    // Before the first list of all, the library asks for Neo4j's version.
    if (last) kept.set(key, last);
    return things;
  };
}

/** Tells apart whatever can be translated differently: the field by its place, the rest by the whole text. */
function describeQuestion({ operation, path, variableValues }: GraphQLResolveInfo): string {
  return JSON.stringify([operation.loc?.source.body, operation.name?.value, path.key, variableValues]);
}

/** As the library does: each row holds one thing. */
function listThings({ records }: GeneratedAnswer): unknown[] {
  return records.map((record) => record.get("this"));
}
