import fc from "fast-check";
import { beforeAll, describe, it } from "vitest";
import type { Database } from "../../src/database/database.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { unloadCase } from "../../src/loading/unload-case.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { FIRST_CASE } from "../support/first-case.ts";
import { useDatabase } from "../support/neo4j.ts";
import { agreeOnBargainingRange } from "./agreement/bargaining-range.ts";
import { agreeOnCases } from "./agreement/cases.ts";
import { agreeOnDisputes } from "./agreement/disputes.ts";
import { agreeOnMediationRecord } from "./agreement/mediation-record.ts";
import { agreeOnPaths } from "./agreement/paths.ts";
import { agreeOnPositionHistory } from "./agreement/position-history.ts";
import { agreeOnPositions } from "./agreement/positions.ts";
import { agreeOnReversals } from "./agreement/reversals.ts";
import { agreeOnSearch } from "./agreement/search.ts";
import { agreeOnSourceDependence } from "./agreement/source-dependence.ts";
import { agreeOnTimeline } from "./agreement/timeline.ts";
import { agreeOnTrace } from "./agreement/trace.ts";
import { arbitraryDebate, readCase, slugOf } from "./support/worlds.ts";

/** Asks an analysis about a loaded case and holds the answer against a plain computation over its tables. */
type Agreement = (database: Database, dataset: Dataset) => Promise<void>;

const AGREEMENTS: Readonly<Record<string, Agreement>> = {
  trace: agreeOnTrace,
  positions: agreeOnPositions,
  positionHistory: agreeOnPositionHistory,
  reversals: agreeOnReversals,
  bargainingRange: agreeOnBargainingRange,
  mediationRecord: agreeOnMediationRecord,
  disputes: agreeOnDisputes,
  sourceDependence: agreeOnSourceDependence,
  timeline: agreeOnTimeline,
  paths: agreeOnPaths,
  search: agreeOnSearch,
  cases: agreeOnCases,
};

const neo4j = useDatabase();
const FOLDERS = { example: EXAMPLE_CASE, first: FIRST_CASE };
const held = new Map<string, Dataset>();

beforeAll(async () => {
  for (const [name, folder] of Object.entries(FOLDERS)) {
    held.set(name, await readCase(folder));
    await loadDataset(neo4j.database, folder);
  }
});

describe.each(Object.entries(AGREEMENTS))(
  "%s agrees with a plain computation over the tables",
  (_name, agree) => {
    it.each(Object.keys(FOLDERS))("on the %s case", async (name) => {
      const dataset = held.get(name);
      if (!dataset) throw new Error(`no case ${name}`);
      await agree(neo4j.database, dataset);
    });
  },
);

describe("all analyses agree with plain computations over the tables", () => {
  const agreeOnAll = async (dataset: Dataset) => {
    await loadDataset(neo4j.database, dataset);
    for (const agree of Object.values(AGREEMENTS)) await agree(neo4j.database, dataset);
    await unloadCase(neo4j.database, slugOf(dataset));
  };

  it("on generated debates, where many speak on few demands and days", async () => {
    await fc.assert(fc.asyncProperty(arbitraryDebate(), agreeOnAll), {
      numRuns: 4,
      endOnFailure: true,
    });
  });

  it("on generated cases of every kind of statement", async () => {
    await fc.assert(fc.asyncProperty(arbitraryDataset({ maxStatements: 16 }), agreeOnAll), {
      numRuns: 3,
      endOnFailure: true,
    });
  });
});
