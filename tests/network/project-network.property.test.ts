import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodedStatement, Representation } from "../../src/domain/coded-statement.ts";
import { DemarcheError } from "../../src/domain/errors.ts";
import type { Network } from "../../src/network/network.ts";
import {
  AGGREGATIONS,
  DUPLICATE_RULES,
  HALVES,
  KERNELS,
  NETWORK_NAMES,
  type NetworkOptions,
  NORMALIZATIONS,
  SLICES,
  TARGET_LEVELS,
} from "../../src/network/network-options.ts";
import { parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { projectNetwork } from "../../src/network/project-network.ts";
import { makeActor, makeCase, makeStatement, makeTarget } from "./support/make-case.ts";
import { computeNaively, type NaiveCase } from "./support/naive-network.ts";

const STATES = ["c/s1", "c/s2", "c/s3"];
const PERSONS = ["c/p1", "c/p2", "c/p3"];
const ISSUES: Record<string, string> = { "c/d1": "c/i1", "c/d2": "c/i1", "c/d3": "c/i2" };
const DEMANDS: Record<string, readonly string[]> = { "c/q1": ["c/d1", "c/d3"], "c/q2": ["c/d2", "c/d4"] };
const TARGETS = [
  ...["c/d1", "c/d2", "c/d3", "c/d4"].map((id) => [id, "Demand"] as const),
  ...["c/q1", "c/q2"].map((id) => [id, "Proposal"] as const),
  ...["c/k1", "c/k2"].map((id) => [id, "Claim"] as const),
];
const ACTS = ["BACKED", "ACCEPTED", "REJECTED", "WELCOMED", "CRITICISED", "ABSTAINED", "WITHDREW"] as const;

const day = fc
  .integer({ min: 0, max: 500 })
  .map((days) => new Date(Date.UTC(2021, 8, 1) + days * 86_400_000).toISOString().slice(0, 10));
const interval = fc.oneof(
  { weight: 6, arbitrary: day.map((one) => ({ earliest: one, latest: one })) },
  {
    weight: 2,
    arbitrary: fc.tuple(day, day).map((days) => {
      const [earliest = null, latest = null] = [...days].sort();
      return { earliest, latest };
    }),
  },
  { weight: 1, arbitrary: day.map((earliest) => ({ earliest, latest: null })) },
  { weight: 1, arbitrary: fc.constant({ earliest: null, latest: null }) },
);

const statements = fc
  .array(
    fc.record({
      actors: fc.uniqueArray(fc.constantFrom(...STATES, ...PERSONS), { minLength: 1, maxLength: 2 }),
      onBehalfOf: fc.oneof(
        { weight: 8, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...STATES), { maxLength: 2 }) },
      ),
      act: fc.constantFrom(...ACTS),
      on: fc.constantFrom(...TARGETS),
      status: fc.constantFrom("REPORTED", "CLAIMED", "OPINION"),
      days: interval,
      foundIn: fc.uniqueArray(fc.constantFrom("c/w1", "c/w2"), { maxLength: 1 }),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ actors, act, on: [target, targetKind], status, days, ...others }, i) =>
      makeStatement(`c/t${String(i).padStart(2, "0")}`, "", act, target, {
        ...others,
        ...days,
        actors,
        targetKind,
        status: status as CodedStatement["status"],
      }),
    ),
  );

const representations: fc.Arbitrary<Representation[]> = fc.array(
  fc.record({
    actor: fc.constantFrom(...PERSONS),
    relation: fc.constant("REPRESENTS" as const),
    of: fc.constantFrom(...STATES),
    from: fc.option(day, { nil: null }),
    to: fc.constant(null),
    meeting: fc.constant(null),
  }),
  { maxLength: 4 },
);

const span = fc.oneof(
  fc.constant({ from: null, to: null }),
  fc.constant({ from: "2021-10-01", to: "2022-06-30" }),
  fc.constant({ from: null, to: "2022-03-31" }),
);

const options: fc.Arbitrary<NetworkOptions> = fc
  .record({
    network: fc.constantFrom("actors", "targets", "two-mode"),
    aggregation: fc.constantFrom(...AGGREGATIONS),
    normalization: fc.constantFrom(...NORMALIZATIONS),
    duplicates: fc.constantFrom(...DUPLICATE_RULES),
    on: fc.constantFrom(...TARGET_LEVELS),
    throughProposals: fc.boolean(),
    halves: fc.constantFrom(...HALVES),
    overlap: fc.constantFrom("INSIDE", "ANY"),
    rollUp: fc.constantFrom("NONE", "STATE"),
    kernel: fc.constantFrom(...KERNELS),
    span,
  })
  .map(({ span: { from, to }, ...words }) => asOptions({ ...words, from, to }))
  .filter((parsed) => parsed !== null);

/** Null for a combination that is refused. */
function asOptions(words: Parameters<typeof parseNetworkOptions>[1]): NetworkOptions | null {
  try {
    return parseNetworkOptions("c", words);
  } catch (error) {
    if (error instanceof DemarcheError && error.code === "UNSUPPORTED_COMBINATION") return null;
    throw error;
  }
}

function asCase(list: readonly CodedStatement[], ties: readonly Representation[]) {
  const naive: NaiveCase = {
    statements: list,
    representations: ties,
    states: STATES,
    issueOf: ISSUES,
    demandsOf: DEMANDS,
  };
  const data = makeCase({
    statements: list,
    representations: ties,
    actors: [...STATES.map((id) => makeActor(id)), ...PERSONS.map((id) => makeActor(id, "PERSON"))],
    targets: TARGETS.map(([id, kind]) =>
      makeTarget(id, kind, { issues: ISSUES[id] ? [ISSUES[id]] : [], demands: DEMANDS[id] ?? [] }),
    ),
    meetings: [
      { id: "c/m1", name: "First", kind: "ROUND", earliest: "2021-11-01", latest: "2021-11-02" },
      { id: "c/m2", name: "Second", kind: "ROUND", earliest: "2022-03-01", latest: "2022-03-01" },
    ],
  });
  return { naive, data };
}

function weightsOf(network: Network): Map<string, number> {
  const weights = new Map<string, number>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const source = network.nodes[network.sourceOf(edge)]?.id;
    const target = network.nodes[network.targetOf(edge)]?.id;
    weights.set(`${source} ${target}`, network.weightOf(edge));
  }
  return weights;
}

function expectSameWeights(actual: Map<string, number>, expected: Map<string, number>): void {
  expect([...actual.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [pair, weight] of expected) expect(actual.get(pair)).toBeCloseTo(weight, 9);
}

describe("projectNetwork(data, options), on generated cases", () => {
  it("agrees with a naive computation for every combination of options", () => {
    fc.assert(
      fc.property(statements, representations, options, (list, ties, given) => {
        const { naive, data } = asCase(list, ties);
        expectSameWeights(weightsOf(projectNetwork(data, given)), computeNaively(naive, given));
      }),
      { numRuns: 3_000 },
    );
  }, 120_000);

  it("explains every weight by statements whose contributions add up to it", () => {
    const anyNetwork = fc.constantFrom(...NETWORK_NAMES);
    const anySlices = fc.constantFrom(...SLICES.filter((kind) => kind !== "DAY"));
    fc.assert(
      fc.property(
        statements,
        representations,
        options,
        anyNetwork,
        anySlices,
        (list, ties, given, name, slices) => {
          const { data } = asCase(list, ties);
          const words = { slices, ...(name === given.network ? {} : { network: name }) };
          const asked = isPossible({ ...given, ...words }) ? { ...given, ...words } : given;
          const network = projectNetwork(data, asked);
          for (let edge = 0; edge < network.edgeCount; edge++) {
            const { contributions } = network.explain(edge);
            const sum = contributions.reduce((total, { contribution }) => total + contribution, 0);
            expect(sum).toBeCloseTo(network.weightOf(edge), 9);
            const ids = new Set(contributions.flatMap(({ left, right }) => (right ? [left, right] : [left])));
            expect(network.statementsOf(edge)).toEqual([...ids].sort());
            const { statementCount, first, last, sources } = network.readEdge(edge);
            const behind = list.filter(({ id }) => ids.has(id));
            expect({ statementCount, first, last, sources }).toEqual({
              statementCount: ids.size,
              first: behind.flatMap(({ earliest }) => earliest ?? []).sort()[0] ?? null,
              last:
                behind
                  .flatMap(({ latest }) => latest ?? [])
                  .sort()
                  .at(-1) ?? null,
              sources: [...new Set(behind.flatMap(({ foundIn }) => foundIn))].sort(),
            });
          }
        },
      ),
      { numRuns: 1_000 },
    );
  }, 120_000);

  it("gives the same weights whatever the order of the statements", () => {
    fc.assert(
      fc.property(statements, representations, options, (list, ties, given) => {
        const forth = projectNetwork(asCase(list, ties).data, given);
        const back = projectNetwork(asCase([...list].reverse(), ties).data, given);
        expectSameWeights(weightsOf(back), weightsOf(forth));
        expect(back.report).toEqual(forth.report);
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it("is symmetric: exchanging the names of two actors exchanges their weights", () => {
    const swap = (id: string) => (id === "c/s1" ? "c/s3" : id === "c/s3" ? "c/s1" : id);
    const unordered = (weights: Map<string, number>, rename: (id: string) => string) =>
      new Map([...weights].map(([pair, weight]) => [pair.split(" ").map(rename).sort().join(" "), weight]));
    fc.assert(
      fc.property(statements, options, (list, given) => {
        const swapped = list.map((one) => ({
          ...one,
          actors: one.actors.map(swap),
          onBehalfOf: one.onBehalfOf.map(swap),
        }));
        const straight = weightsOf(projectNetwork(asCase(list, []).data, given));
        const exchanged = weightsOf(projectNetwork(asCase(swapped, []).data, given));
        expectSameWeights(
          unordered(exchanged, swap),
          unordered(straight, (id) => id),
        );
      }),
      { numRuns: 500 },
    );
  }, 120_000);

  it("counts every statement once: kept, or left out for one reason", () => {
    fc.assert(
      fc.property(
        statements,
        representations,
        options,
        fc.constantFrom(...SLICES),
        (list, ties, given, slices) => {
          const { data } = asCase(list, ties);
          const asked = isPossible({ ...given, slices }) ? { ...given, slices } : given;
          const { report } = projectNetwork(data, asked);
          const leftOut = report.leftOut.reduce((sum, { count }) => sum + count, 0);
          expect(report.statementsKept + leftOut).toBe(list.length);
        },
      ),
      { numRuns: 1_000 },
    );
  }, 120_000);
});

function isPossible({ case: _, ...words }: NetworkOptions): boolean {
  return asOptions(words) !== null;
}
