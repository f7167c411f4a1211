import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

/**
 * A moment in UTC.
 *
 * The library's own DateTime needs the APOC plugin to be read, so stored moments come as what the driver gives.
 */
export const Instant = new GraphQLScalarType<string, string>({
  name: "Instant",
  serialize: (value) => parseInstant(typeof value === "string" ? value : String(value)),
  parseValue: (value) => parseInstant(value),
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

const ISO_INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

function parseInstant(value: unknown): string {
  const time = typeof value === "string" && ISO_INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time))
    throw new GraphQLError(`No moment in time: give one such as "2025-11-02T09:30:00Z".`);
  return new Date(time).toISOString().replace(".000Z", "Z");
}
