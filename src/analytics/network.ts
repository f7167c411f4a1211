import type { Database } from "../database/database.ts";
import type { Representation } from "../domain/coded-statement.ts";
import { measureNetwork } from "../measures/measure-network.ts";
import type { Network } from "../network/network.ts";
import type {
  ActorEntry,
  MeetingEntry,
  NetworkData,
  SourceEntry,
  TargetEntry,
} from "../network/network-data.ts";
import type { NetworkOptions } from "../network/network-options.ts";
import { projectNetwork } from "../network/project-network.ts";
import { type CaseContext, fetchCaseContext } from "./case-context.ts";
import { fetchFullStatementTable, fetchStatementTable, WHOLE_CASE } from "./network-table.ts";
import { resolveIds } from "./resolve-ids.ts";
import { Shelf } from "./shelf.ts";

const shelf = new Shelf();

/**
 * Computes a network of a case, and measures what the options ask for.
 *
 * What is fetched of the case is kept until the case changes, so that another filter needs no second look at the database.
 *
 * @param options - As `parseNetworkOptions` gives them.
 * @throws DemarcheError UNKNOWN_CASE; NOT_FOUND for an actor, issue or source that is not there; UNSUPPORTED_COMBINATION;
 *   BAD_INPUT.
 */
export async function computeNetwork(
  database: Database,
  caseSlug: string,
  options: NetworkOptions,
): Promise<Network> {
  const resolved = await resolveOptions(database, caseSlug, options);
  const data = await fetchNetworkData(database, caseSlug, { isFull: options.asKnownOn !== null });
  return measureNetwork(projectNetwork(data, resolved));
}

/**
 * Fetches all of a case that networks are computed from, or gives what is kept of it.
 *
 * @param choice - `isFull` asks for retracted statements too, for `asKnownOn`.
 * @throws DemarcheError UNKNOWN_CASE.
 */
export async function fetchNetworkData(
  database: Database,
  caseSlug: string,
  choice: { readonly isFull: boolean } = { isFull: false },
): Promise<NetworkData> {
  const state = await fetchCaseContext(database, caseSlug);
  const key = `${caseSlug} ${choice.isFull ? "full" : "standing"}`;
  const fetch = () => fetchWhole(database, caseSlug, { state, isFull: choice.isFull });
  return await shelf.take(database, { key, revision: state.revision }, { name: "data", fetch });
}

const TRIES = 3;

/** Reads a case in several queries; where a write came between them, again. */
async function fetchWhole(
  database: Database,
  caseSlug: string,
  { state, isFull }: { readonly state: CaseContext; readonly isFull: boolean },
): Promise<NetworkData> {
  let before = state;
  for (let attempt = 1; ; attempt += 1) {
    const data = await fetchData(database, caseSlug, before.title, isFull);
    const after = await fetchCaseContext(database, caseSlug);
    if (after.revision === before.revision || attempt === TRIES) return data;
    before = after;
  }
}

interface ActorRow extends Record<string, unknown>, ActorEntry {
  readonly ties: readonly [Representation["relation"], string, string | null, string | null, string | null][];
  readonly sameAs: readonly string[];
}

async function fetchData(
  database: Database,
  caseSlug: string,
  title: string,
  isFull: boolean,
): Promise<NetworkData> {
  const parameters = { case: caseSlug };
  const fetchAll = <T>(name: string) =>
    database.read<T & Record<string, unknown>>(`analytics/network-${name}`, parameters, WHOLE_CASE);
  const fetchTable = isFull ? fetchFullStatementTable : fetchStatementTable;
  const [statements, actors, targets, meetings, sources] = await Promise.all([
    fetchTable(database, caseSlug),
    fetchAll<ActorRow>("actors"),
    fetchAll<TargetEntry>("targets"),
    fetchAll<MeetingEntry>("meetings"),
    fetchAll<SourceEntry>("sources"),
  ]);
  return {
    case: caseSlug,
    title,
    statements,
    actors: actors.map(({ ties: _, sameAs: __, ...actor }) => actor),
    targets: [...targets, ...meetings.map(asTarget)],
    meetings,
    sources,
    representations: actors.flatMap(listRepresentations),
    sameAs: actors.flatMap(({ id, sameAs }) => sameAs.map((other) => [id, other] as const)),
  };
}

function asTarget({ id, name }: MeetingEntry): TargetEntry {
  return { id, name, kind: "Meeting", issues: [], demands: [] };
}

function listRepresentations({ id, ties }: ActorRow): Representation[] {
  return ties.map(([relation, of, from, to, meeting]) => ({ actor: id, relation, of, from, to, meeting }));
}

/** Turns slugs and former ids into ids, and refuses what is not there. */
async function resolveOptions(
  database: Database,
  caseSlug: string,
  options: NetworkOptions,
): Promise<NetworkOptions> {
  const idsOf = async (texts: readonly string[], kind: "Actor" | "Issue" | "Source") =>
    (await resolveIds(database, { ...options, case: caseSlug }, texts, [kind])).map(({ id }) => id).sort();
  const [actors, issues, withoutSources] = await Promise.all([
    idsOf(options.actors, "Actor"),
    idsOf(options.issues, "Issue"),
    idsOf(options.withoutSources, "Source"),
  ]);
  return { ...options, case: caseSlug, actors, issues, withoutSources };
}
