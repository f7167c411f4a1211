import { ACTS } from "../../../src/domain/acts.ts";
import type { CodedStatement, Representation } from "../../../src/domain/coded-statement.ts";
import type { NetworkOptions } from "../../../src/network/network-options.ts";

/** A case as the naive computation takes it. */
export interface NaiveCase {
  readonly statements: readonly CodedStatement[];
  readonly representations: readonly Representation[];
  readonly states: readonly string[];
  readonly issueOf: Readonly<Record<string, string>>;
  readonly demandsOf: Readonly<Record<string, readonly string[]>>;
}

interface Counted {
  readonly i: string;
  readonly j: string;
  readonly k: number;
  readonly weight: number;
  readonly statement: CodedStatement;
}

/**
 * Computes the weights of a network straight from the formulas of docs/methods.md, shares no code with `src/network`, and is
 * slow: it looks at every pair of nodes and every target.
 */
export function computeNaively(data: NaiveCase, options: NetworkOptions): Map<string, number> {
  const counted = dropNaively(count(data, options), options);
  if (options.network === "two-mode") return twoMode(counted, data, options);
  return oneMode(counted, data, options);
}

function count(data: NaiveCase, options: NetworkOptions): Counted[] {
  return data.statements.flatMap((statement) => {
    if (!options.statuses.includes(statement.status) || !inWindow(statement, options)) return [];
    const polarity = ACTS.find((act) => act.name === statement.act)?.polarity ?? null;
    if (polarity === null) return [];
    if (options.aggregation !== "IGNORE" && polarity === 0) return [];
    const isHalf = Math.abs(polarity) === 0.5;
    if (options.aggregation !== "IGNORE" && isHalf && options.halves === "OMIT") return [];
    const k = polarity > 0 ? 1 : polarity < 0 ? -1 : 0;
    const weight = weighNaively(statement, options);
    if (weight === 0) return [];
    return actorsOf(statement, data, options).flatMap((i) =>
      targetsOf(statement, k, data, options).map((j) => ({ i, j, k, weight, statement })),
    );
  });
}

function inWindow({ earliest, latest }: CodedStatement, { from, to, overlap }: NetworkOptions): boolean {
  if (from === null && to === null) return true;
  if (earliest === null && latest === null) return false;
  const first = earliest ?? "0000";
  const last = latest ?? "9999";
  const [begin, end] = [from ?? "0000", to ?? "9999"];
  return overlap === "ANY" ? first <= end && last >= begin : first >= begin && last <= end;
}

function weighNaively(statement: CodedStatement, { kernel, from, to }: NetworkOptions): number {
  if (kernel === "NONE") return 1;
  if (!statement.earliest || !statement.latest || !from || !to) return 0;
  const day = (text: string) => Date.parse(text) / 86_400_000;
  const middle = (day(statement.earliest) + day(statement.latest)) / 2;
  const u = Math.abs(middle - (day(from) + day(to)) / 2) / ((day(to) - day(from) + 1) / 2);
  if (u > 1) return 0;
  if (kernel === "UNIFORM") return 1;
  if (kernel === "TRIANGULAR") return 1 - u;
  if (kernel === "EPANECHNIKOV") return 1 - u ** 2;
  return Math.exp(-4.5 * u ** 2);
}

/** The generated cases have persons that represent states directly. */
function actorsOf(statement: CodedStatement, data: NaiveCase, options: NetworkOptions): string[] {
  if (options.rollUp === "NONE") return [...new Set(statement.actors)];
  const behalf = statement.onBehalfOf.filter((actor) => data.states.includes(actor));
  if (behalf.length > 0) return [...new Set(behalf)];
  const rolled = statement.actors.flatMap((actor) => {
    if (data.states.includes(actor)) return [actor];
    const states = data.representations
      .filter((tie) => tie.actor === actor)
      .filter((tie) => (tie.from ?? "0000") <= (statement.latest ?? "9999"))
      .filter((tie) => (tie.to ?? "9999") >= (statement.earliest ?? "0000"))
      .map((tie) => tie.of);
    return states.length > 0 ? states : [actor];
  });
  return [...new Set(rolled)];
}

function targetsOf(statement: CodedStatement, k: number, data: NaiveCase, options: NetworkOptions): string[] {
  const demands =
    statement.targetKind === "Demand"
      ? [statement.target]
      : statement.targetKind === "Proposal" && options.throughProposals && k > 0
        ? [...(data.demandsOf[statement.target] ?? [])]
        : [];
  if (options.on === "PROPOSAL") return statement.targetKind === "Proposal" ? [statement.target] : [];
  if (options.on === "CLAIM") return statement.targetKind === "Claim" ? [statement.target] : [];
  return options.on === "ISSUE" ? demands.filter((demand) => data.issueOf[demand]) : demands;
}

function dropNaively(counted: readonly Counted[], options: NetworkOptions): Counted[] {
  if (options.duplicates === "INCLUDE") return [...counted];
  const sorted = [...counted].sort(
    (a, b) =>
      (a.statement.earliest ?? "9999").localeCompare(b.statement.earliest ?? "9999") ||
      (a.statement.id < b.statement.id ? -1 : a.statement.id > b.statement.id ? 1 : 0),
  );
  const kept: Counted[] = [];
  for (const one of sorted) {
    const bucket = bucketOf(one.statement, options);
    const isRepeated = kept.some(
      (other) =>
        bucket !== null &&
        other.i === one.i &&
        other.j === one.j &&
        (options.aggregation === "IGNORE" || other.k === one.k) &&
        bucketOf(other.statement, options) === bucket,
    );
    if (!isRepeated) kept.push(one);
  }
  return kept;
}

function bucketOf(statement: CodedStatement, { duplicates }: NetworkOptions): string | null {
  if (duplicates === "ALL") return "all";
  if (duplicates === "SOURCE") return statement.foundIn[0] ?? null;
  const { earliest, latest } = statement;
  if (!earliest || !latest) return null;
  const bucket = (day: string) =>
    duplicates === "DAY"
      ? day
      : duplicates === "MONTH"
        ? day.slice(0, 7)
        : duplicates === "YEAR"
          ? day.slice(0, 4)
          : mondayOf(day);
  return bucket(earliest) === bucket(latest) ? bucket(earliest) : null;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function oneMode(counted: readonly Counted[], data: NaiveCase, options: NetworkOptions): Map<string, number> {
  const issue = (j: string) => (options.on === "ISSUE" ? (data.issueOf[j] ?? "") : j);
  const isIgnore = options.aggregation === "IGNORE";
  const cells = counted.map(({ i, j, k, weight }) =>
    options.network === "targets"
      ? { node: issue(j), unit: i, k, weight }
      : { node: i, unit: isIgnore ? issue(j) : j, k, weight },
  );
  const nodes = [...new Set(cells.map(({ node }) => node))].sort();
  const units = [...new Set(cells.map(({ unit }) => unit))];
  const signs = isIgnore ? [null] : [1, -1];
  const x = (node: string, unit: string, k: number | null) =>
    cells
      .filter((cell) => cell.node === node && cell.unit === unit && (k === null || cell.k === k))
      .reduce((sum, cell) => sum + cell.weight, 0);
  const flip = (k: number | null) => (k === null ? null : -k);

  const measure = (a: string, b: string, turn: (k: number | null) => number | null) => {
    let [product, onlyA, onlyB, squaresA, squaresB, totalA, totalB] = [0, 0, 0, 0, 0, 0, 0];
    for (const unit of units) {
      for (const k of signs) {
        const [left, right] = [x(a, unit, k), x(b, unit, turn(k))];
        product += left * right;
        if (right === 0) onlyA += left;
        if (left === 0) onlyB += right;
        squaresA += left ** 2;
        squaresB += right ** 2;
        totalA += left;
        totalB += right;
      }
    }
    const divisor = {
      NONE: 1,
      AVERAGE: (totalA + totalB) / 2,
      JACCARD: onlyA + onlyB + product,
      COSINE: Math.sqrt(squaresA) * Math.sqrt(squaresB),
      ACTIVITY_PRODUCT: totalA * totalB,
      ACTIVITY: Number.NaN,
      PROMINENCE: Number.NaN,
    }[options.normalization];
    return divisor === 0 ? 0 : product / divisor;
  };

  const weights = new Map<string, number>();
  for (const a of nodes) {
    for (const b of nodes) {
      if (a >= b) continue;
      const same = measure(a, b, (k) => k);
      const opposite = isIgnore ? 0 : measure(a, b, flip);
      const weight = {
        IGNORE: same,
        CONGRUENCE: same,
        CONFLICT: opposite,
        SUBTRACT: same - opposite,
        COMBINE: Number.NaN,
      }[options.aggregation];
      if (Math.abs(weight) > 1e-12) weights.set(`${a} ${b}`, weight);
    }
  }
  return weights;
}

function twoMode(counted: readonly Counted[], data: NaiveCase, options: NetworkOptions): Map<string, number> {
  const issue = (j: string) => (options.on === "ISSUE" ? (data.issueOf[j] ?? "") : j);
  const cells = counted.map((one) => ({ ...one, j: issue(one.j) }));
  const total = (list: readonly { weight: number }[]) => list.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Map<string, number>();
  for (const i of new Set(cells.map((cell) => cell.i))) {
    for (const j of new Set(cells.map((cell) => cell.j))) {
      const own = cells.filter((cell) => cell.i === i && cell.j === j);
      const plus = total(own.filter(({ k }) => k > 0));
      const minus = total(own.filter(({ k }) => k < 0));
      const code = plus > 0 ? (minus > 0 ? 3 : 1) : minus > 0 ? 2 : 0;
      const raw =
        options.aggregation === "COMBINE"
          ? code
          : options.aggregation === "SUBTRACT"
            ? plus - minus
            : total(own);
      const divisor =
        options.normalization === "ACTIVITY"
          ? total(cells.filter((cell) => cell.i === i))
          : options.normalization === "PROMINENCE"
            ? total(cells.filter((cell) => cell.j === j))
            : 1;
      if (own.length > 0 && Math.abs(raw) > 1e-12) weights.set(`${i} ${j}`, raw / divisor);
    }
  }
  return weights;
}
