import { type BargainingRangeInput, bargainingRange } from "../analytics/bargaining-range.ts";
import { type ComparisonInput, compareWithoutSources } from "../analytics/compare-without-sources.ts";
import { type DisputesInput, disputes } from "../analytics/disputes.ts";
import { type EdgeInput, edge } from "../analytics/edge.ts";
import { type MediationRecordInput, mediationRecord } from "../analytics/mediation-record.ts";
import { computeNetwork } from "../analytics/network.ts";
import { type PathsInput, paths } from "../analytics/paths.ts";
import { type PositionHistoryInput, positionHistory } from "../analytics/position-history.ts";
import { type PositionsInput, positions } from "../analytics/positions.ts";
import { type ReversalsInput, reversals } from "../analytics/reversals.ts";
import { type SearchInput, search } from "../analytics/search.ts";
import { type SourceDependenceInput, sourceDependence } from "../analytics/source-dependence.ts";
import { type TimelineInput, timeline } from "../analytics/timeline.ts";
import { type TraceInput, trace } from "../analytics/trace.ts";
import { type AuditLogInput, fetchAuditLog } from "../curation/audit-log.ts";
import { fetchHistory } from "../curation/history.ts";
import { requireAdmin } from "../curation/rights.ts";
import { type OptionInput, parseNetworkOptions } from "../network/parse-network-options.ts";
import type { Resolve } from "./resolve.ts";
import { viewNetwork } from "./view-network.ts";

/** What `network` takes: the case, and the words of a network. */
export interface NetworkInput {
  readonly case: string;
  readonly [option: string]: OptionInput;
}

/** Demarche's own queries: one line each, the work is done in `analytics`. */
export const QUERIES = {
  trace: ({ database }, input: TraceInput) => trace(database, input),
  search: ({ database }, input: SearchInput) => search(database, input),
  positions: ({ database }, input: PositionsInput) => positions(database, input),
  positionHistory: ({ database }, input: PositionHistoryInput) => positionHistory(database, input),
  reversals: ({ database }, input: ReversalsInput) => reversals(database, input),
  bargainingRange: ({ database }, input: BargainingRangeInput) => bargainingRange(database, input),
  mediationRecord: ({ database }, input: MediationRecordInput) => mediationRecord(database, input),
  disputes: ({ database }, input: DisputesInput) => disputes(database, input),
  sourceDependence: ({ database }, input: SourceDependenceInput) => sourceDependence(database, input),
  compareWithoutSources: ({ database }, input: ComparisonInput) => compareWithoutSources(database, input),
  timeline: ({ database }, input: TimelineInput) => timeline(database, input),
  paths: ({ database }, input: PathsInput) => paths(database, input),
  network: async ({ database }, { case: name, ...words }: NetworkInput) =>
    viewNetwork(await computeNetwork(database, name, parseNetworkOptions(name, words))),
  edge: ({ database }, input: EdgeInput) => edge(database, input),
  history: ({ database }, { id }: { id: string }) => fetchHistory(database, id),
  auditLog: ({ database, user }, input: AuditLogInput) =>
    requireAdmin(user) && fetchAuditLog(database, input),
} satisfies Readonly<Record<string, Resolve<never>>>;
