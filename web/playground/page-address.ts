/** What a link to the playground carries. */
export interface LinkedQuery {
  readonly query?: string;
  readonly variables?: string;
}

/** Reads `?query=` and `?variables=` of the page's address. */
export function readAddress(search: string): LinkedQuery {
  const parameters = new URLSearchParams(search);
  const query = parameters.get("query");
  const variables = parameters.get("variables");
  return { ...(query ? { query } : {}), ...(variables ? { variables } : {}) };
}

/** Writes a query into the address, so that the address can be copied as a link to it. */
export function writeAddress({
  query,
  variables,
}: {
  query?: string | null;
  variables?: string | null;
}): string {
  const parameters = new URLSearchParams();
  if (query?.trim()) parameters.set("query", query);
  if (variables?.trim()) parameters.set("variables", variables);
  const text = parameters.toString();
  return text === "" ? "/graphql" : `/graphql?${text}`;
}
