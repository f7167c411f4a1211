import { type Example, parseExample } from "./parse-example.ts";

const FILES = import.meta.glob<string>("./examples/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The example queries, in the order of their file names. */
export const EXAMPLES: readonly Example[] = Object.entries(FILES)
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([path, text]) => parseExample(path, text));
