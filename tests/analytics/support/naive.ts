import type { Dataset, Tables } from "../../../src/dataset/dataset.ts";
import { ACTS } from "../../../src/domain/acts.ts";
import { parseEdtf } from "../../../src/domain/edtf-dates.ts";
import type { RecordOf } from "../../../src/domain/tables.ts";

/**
 * The analyses once more, written as plainly as their definitions read, over the records of the tables; slow, and sharing
 * nothing with the program but the dates and the table of acts.
 */

export type Row = RecordOf<"statements"> & {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly polarity: number | null;
  readonly found: readonly string[];
};

/** A statement as it counts for one actor. */
export interface Counted {
  readonly row: Row;
  readonly actor: string;
  readonly speakers: readonly string[];
}

/** The statements that stand today, with their days and the documents they were found in. */
export function statementsOf({ tables }: Dataset): Row[] {
  return tables.statements
    .filter((row) => row.retractedAt === null)
    .map((row) => {
      const span = row.date === null ? null : parseEdtf(row.date);
      const others = tables.findings.filter((finding) => finding.statement === row.slug);
      return {
        ...row,
        earliest: span?.earliest ?? null,
        latest: span?.latest ?? null,
        polarity: ACTS.find((act) => act.name === row.act)?.polarity as number | null,
        found: [...row.foundIn, ...others.map((finding) => finding.source)],
      };
    });
}

/** Those that the document or somebody vouches for. */
export function vouched(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.status === "REPORTED" || row.status === "CLAIMED");
}

/** For whom statements are to count. */
export interface CountingRule {
  readonly rollUp: "NONE" | "ORGANIZATION" | "STATE";
  readonly expandCoalitions: boolean;
}

export const TO_STATES: CountingRule = { rollUp: "STATE", expandCoalitions: false };

/** Counts each statement for each actor that it stands for, after roll-up. */
export function countFor(rows: readonly Row[], tables: Tables, rule: CountingRule = TO_STATES): Counted[] {
  const kindOf = (slug: string) => tables.actors.find((actor) => actor.slug === slug)?.kind;
  const expand = (slug: string, row: Row) =>
    rule.expandCoalitions ? membersOf(slug, row, tables, []) : [slug];
  return rows.flatMap((row) => {
    const isFor = row.onBehalfOf.length > 0;
    const behalf = row.onBehalfOf
      .flatMap((slug) => expand(slug, row))
      .flatMap((slug) => reachUp(slug, row, tables, rule))
      .filter((slug) => kindOf(slug) === rule.rollUp);
    const pairs = row.actors.flatMap((speaker) => {
      const own = expand(speaker, row).flatMap((slug) => reachUp(slug, row, tables, rule));
      const counted = rule.rollUp !== "NONE" && behalf.length > 0 ? behalf : own;
      return counted.map((actor) => ({ actor, speaker: isFor && actor !== speaker ? actor : speaker }));
    });
    return [...new Set(pairs.map((pair) => pair.actor))].map((actor) => ({
      row,
      actor,
      speakers: [...new Set(pairs.filter((pair) => pair.actor === actor).map((pair) => pair.speaker))],
    }));
  });
}

/** Gives the members of a coalition at the time of a statement, and theirs; itself where none is known. */
function membersOf(slug: string, row: Row, tables: Tables, above: readonly string[]): string[] {
  const kind = tables.actors.find((actor) => actor.slug === slug)?.kind;
  if (kind !== "COALITION" || above.includes(slug)) return [slug];
  const path = [...above, slug];
  const members = tables.representations
    .filter((tie) => tie.relation === "MEMBER_OF" && tie.of === slug && holds(tie, row))
    .map((tie) => tie.actor)
    .filter((member) => !path.includes(member))
    .flatMap((member) => membersOf(member, row, tables, path));
  return members.length > 0 ? members : [slug];
}

function reachUp(slug: string, row: Row, tables: Tables, { rollUp }: CountingRule): string[] {
  if (rollUp === "NONE") return [slug];
  const isWanted = (name: string) =>
    tables.actors.some((actor) => actor.slug === name && actor.kind === rollUp);
  const reach = (name: string, seen: readonly string[]): string[] => {
    if (isWanted(name)) return [name];
    const ties = tables.representations.filter(
      (tie) =>
        tie.actor === name && tie.relation === "REPRESENTS" && !seen.includes(tie.of) && holds(tie, row),
    );
    return ties.flatMap((tie) => reach(tie.of, [...seen, tie.of]));
  };
  const reached = [...new Set(reach(slug, [slug]))];
  return reached.length > 0 ? reached : [slug];
}

function holds(tie: RecordOf<"representations">, row: Row): boolean {
  if (tie.meeting !== null && tie.meeting !== row.madeAt && tie.meeting !== row.target) return false;
  const from = tie.from === null ? null : (parseEdtf(tie.from)?.earliest ?? null);
  const to = tie.to === null ? null : (parseEdtf(tie.to)?.latest ?? null);
  if (from !== null && row.latest !== null && row.latest < from) return false;
  return !(to !== null && row.earliest !== null && row.earliest > to);
}

/** Gives what takes a stand on each demand, in order, as of a day. */
export function stands(
  counted: readonly Counted[],
  tables: Tables,
  options: { readonly asOf?: string; readonly through?: boolean } = {},
): {
  readonly actor: string;
  readonly demand: string;
  readonly list: (Counted & { isIndirect: boolean })[];
}[] {
  const cells = [];
  for (const actor of new Set(counted.map((one) => one.actor))) {
    for (const { slug } of tables.demands) {
      const proposals = tables.provisions
        .filter((row) => row.demand === slug && row.change !== "REMOVED")
        .map((row) => row.proposal);
      const list = counted
        .filter((one) => one.actor === actor && one.row.polarity !== 0 && one.row.latest !== null)
        .filter((one) => options.asOf === undefined || (one.row.latest ?? "") <= options.asOf)
        .flatMap((one) => {
          if (one.row.target === slug) return [{ ...one, isIndirect: false }];
          const isThrough =
            options.through && proposals.includes(one.row.target) && (one.row.polarity ?? 0) > 0;
          return isThrough ? [{ ...one, isIndirect: true }] : [];
        })
        .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
      if (list.length > 0) cells.push({ actor, demand: slug, list });
    }
  }
  return cells;
}

/** What puts stands in order: last day, first day, slug. */
export function keyOf({ row }: Pick<Counted, "row">): string {
  return `${row.latest}|${row.earliest ?? ""}|${row.slug}`;
}

/** The last day on which each statement that takes a stand may have been made, once each, in order. */
export function daysOf(counted: readonly Counted[]): string[] {
  return [...new Set(counted.flatMap(({ row }) => row.latest ?? []))].sort();
}

/** Reads the position that a list of stands comes to. */
export function positionOf(list: readonly Counted[]): string {
  const last = list.at(-1)?.row;
  const day = list.filter(({ row }) => row.latest === last?.latest).map(({ row }) => row.polarity);
  if (day.some((sign) => (sign ?? 0) > 0) && day.some((sign) => (sign ?? 0) < 0)) return "MIXED";
  switch (last?.polarity) {
    case 1:
      return "FOR";
    case 0.5:
      return "CONDITIONAL";
    case -0.5:
      return "RESERVED";
    case -1:
      return "AGAINST";
    default:
      return "WITHDRAWN";
  }
}

/** Finds reversals: `kind actor from to`, sorted. */
export function reversalsOf(counted: readonly Counted[], tables: Tables): string[] {
  const found: string[] = [];
  const cells = stands(counted, tables);
  const write = (kind: string, from: Counted, to: Counted) => {
    const isInternal =
      kind !== "BROKEN_PROMISE" &&
      ![...from.speakers, ...to.speakers].includes(to.actor) &&
      !from.speakers.some((speaker) => to.speakers.includes(speaker));
    found.push([isInternal ? "INTERNAL_SPLIT" : kind, to.actor, from.row.slug, to.row.slug].join(" "));
  };
  for (const { list } of cells) {
    const days = [...new Set(list.map(({ row }) => row.latest))].map((day) =>
      list.filter(({ row }) => row.latest === day),
    );
    for (const [index, day] of days.entries()) {
      const plus = day.filter(({ row }) => (row.polarity ?? 0) > 0);
      const minus = day.filter(({ row }) => (row.polarity ?? 0) < 0);
      const [p, m] = [plus[0], minus[0]];
      if (p && m) {
        write("MIXED", ...(day.indexOf(p) < day.indexOf(m) ? ([p, m] as const) : ([m, p] as const)));
        continue;
      }
      const before = days[index - 1];
      if (!before || netSign(day) === 0 || netSign(before) !== -netSign(day)) continue;
      const from = before.filter(({ row }) => Math.sign(row.polarity ?? 0) === -netSign(day)).at(-1);
      const to = [...plus, ...minus][0];
      if (from && to) write("OPPOSITE_SIGN", from, to);
    }
  }
  for (const link of tables.links.filter((row) => row.relation === "CONTRADICTS")) {
    for (const actor of new Set(cells.map((cell) => cell.actor))) {
      const listOf = (demand: string) =>
        cells.find((cell) => cell.actor === actor && cell.demand === demand)?.list ?? [];
      const [one, other] = [listOf(link.from), listOf(link.to)];
      const both = [...one, ...other];
      const on = (list: typeof one, day: string | null) => list.filter(({ row }) => row.latest === day);
      const days = [...new Set(both.map(({ row }) => row.latest))].sort();
      for (const [index, day] of days.entries()) {
        const [a, b] = [on(one, day), on(other, day)];
        const firstPlus = (list: typeof one) => list.find(({ row }) => (row.polarity ?? 0) > 0);
        const lastPlus = (list: typeof one) => list.findLast(({ row }) => (row.polarity ?? 0) > 0);
        const isSame = netSign(a) === 1 && netSign(b) === 1;
        const [lower, upper] = link.from < link.to ? [a, b] : [b, a];
        const [from, to] = [lastPlus(lower), firstPlus(upper)];
        if (isSame && from && to) {
          write("MIXED", from, to);
          continue;
        }
        const previous = days[index - 1] ?? null;
        if (previous === null) continue;
        for (const [old, now] of [
          [on(one, previous), b],
          [on(other, previous), a],
        ] as const) {
          const [start, end] = [lastPlus(old), firstPlus(now)];
          if (netSign(old) === 1 && netSign(now) === 1 && start && end)
            write("CONTRADICTING_DEMAND", start, end);
        }
      }
    }
  }
  for (const breach of counted.filter(({ row }) => row.act === "VIOLATED")) {
    const promises = counted
      .filter(
        ({ row, actor }) =>
          row.act === "PROMISED" && row.target === breach.row.target && actor === breach.actor,
      )
      .filter(
        ({ row }) =>
          !(breach.row.latest !== null && row.earliest !== null && breach.row.latest < row.earliest),
      )
      .sort((left, right) =>
        `${left.row.latest ?? "~"}|${left.row.slug}` < `${right.row.latest ?? "~"}|${right.row.slug}`
          ? -1
          : 1,
      );
    const promise = promises.at(-1);
    if (promise) write("BROKEN_PROMISE", promise, breach);
  }
  return [...new Set(found)].sort();
}

/** The sign that a day comes to: 0 for both, or none, or where it ends in a withdrawal. */
function netSign(day: readonly Counted[]): number {
  const signs = new Set(day.map(({ row }) => Math.sign(row.polarity ?? 0)).filter((sign) => sign !== 0));
  if (signs.size !== 1 || day.at(-1)?.row.polarity === null) return 0;
  return [...signs][0] ?? 0;
}

/** Finds the gap between each two actors on the demands of some issues, as of a day or at the end: `a b gap`, sorted. */
export function gapsOf(
  counted: readonly Counted[],
  tables: Tables,
  issue: { readonly parts: readonly string[]; readonly unit: string | null },
  rule: { readonly asOf?: string; readonly through?: boolean } = {},
): string[] {
  const { parts: issues, unit } = issue;
  const measured = tables.demands.filter((demand) => {
    const own = tables.issues.find((issue) => issue.slug === demand.issue);
    return demand.value !== null && own && issues.includes(own.slug) && (own.unit ?? null) === unit;
  });
  const cells = stands(counted, tables, rule);
  const values = [...new Set(cells.map((cell) => cell.actor))].sort().map((actor) => {
    const open = measured.flatMap((demand) => {
      const list = cells.find((cell) => cell.actor === actor && cell.demand === demand.slug)?.list ?? [];
      return list
        .filter(({ row }) => (row.polarity ?? 0) > 0)
        .filter((stand) => !list.some((later) => isNo(later.row) && notBefore(later.row, stand.row)))
        .map(({ row }) => ({
          latest: row.latest ?? "",
          low: demand.value ?? 0,
          high: demand.valueMax ?? demand.value ?? 0,
        }));
    });
    const last = open
      .map(({ latest }) => latest)
      .sort()
      .at(-1);
    return { actor, intervals: open.filter(({ latest }) => latest === last) };
  });
  const found: string[] = [];
  for (const left of values) {
    for (const right of values) {
      if (left.actor >= right.actor || left.intervals.length === 0 || right.intervals.length === 0) continue;
      const distances = left.intervals.flatMap((a) =>
        right.intervals.map((b) => Math.max(0, a.low - b.high, b.low - a.high)),
      );
      found.push(`${left.actor} ${right.actor} ${Math.min(...distances)}`);
    }
  }
  return found.sort();
}

function isNo(row: Row): boolean {
  return row.polarity === -1 || row.polarity === null;
}

function notBefore(left: Row, right: Row): boolean {
  if (left.latest !== right.latest) return (left.latest ?? "") > (right.latest ?? "");
  return (left.earliest ?? "") >= (right.earliest ?? "");
}

/** Gives sources with all other entries for the same works. */
export function sameWorks(sources: readonly string[], tables: Tables): ReadonlySet<string> {
  const gone = new Set(sources);
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { slug, sameWorkAs } of tables.sources) {
      if (sameWorkAs.some((other) => gone.has(other)) || gone.has(slug)) {
        for (const one of [slug, ...sameWorkAs]) gone.add(one);
      }
    }
  }
  return gone;
}

/** Tells whether a row of any table falls when sources are left out, each with the other entries for its work. */
export function fallsWithout(
  row: {
    readonly cites: readonly string[];
    readonly citesOneOf: readonly string[];
    readonly foundIn: readonly string[];
    readonly found?: readonly string[];
  },
  sources: readonly string[],
  tables: Tables,
): boolean {
  const gone = sameWorks(sources, tables);
  const cited = [...row.cites, ...row.citesOneOf];
  const support = cited.length > 0 ? cited : (row.found ?? row.foundIn);
  return support.length > 0 && support.every((source) => gone.has(source));
}

/** Gives a case as it would be without some sources: the statements, ties, provisions and links that rest on them gone. */
export function withoutSources(dataset: Dataset, sources: readonly string[]): Dataset {
  const { tables } = dataset;
  const stays = (row: Parameters<typeof fallsWithout>[0]) => !fallsWithout(row, sources, tables);
  const standing = new Set(
    statementsOf(dataset)
      .filter(stays)
      .map(({ slug }) => slug),
  );
  return {
    ...dataset,
    tables: {
      ...tables,
      statements: tables.statements.filter(({ slug }) => standing.has(slug)),
      representations: tables.representations.filter(stays),
      provisions: tables.provisions.filter(stays),
      links: tables.links.filter(stays),
    },
  };
}

/** What has a part in a statement: its role, and its slug. */
export type Part = readonly [role: string, slug: string];

/** Lists what has a part in a statement; actors as those for whom they count. */
export function partsOf(row: Row, tables: Tables, rule: CountingRule): Part[] {
  const isActor = (slug: string) => tables.actors.some((actor) => actor.slug === slug);
  const count = (one: Row) => countFor([one], tables, rule).map(({ actor }) => actor);
  const as = (role: string, slugs: readonly string[]): Part[] =>
    slugs
      .flatMap((slug) => (isActor(slug) ? count({ ...row, actors: [slug], onBehalfOf: [] }) : [slug]))
      .map((slug) => [role, slug]);
  const places = [...(row.madeAt === null ? [] : [row.madeAt]), ...row.madeAtOneOf];
  const all = [
    ...count(row).map((slug): Part => ["STATED", slug]),
    ...as("ON", [row.target]),
    ...as("ADDRESSED_TO", row.addressedTo),
    ...as("AGAINST", row.against),
    ...as("ON_BEHALF_OF", row.onBehalfOf),
    ...as("THROUGH", row.through),
    ...as("MADE_AT", places),
  ];
  return all.filter(
    ([role, slug], index) => all.findIndex((other) => other[0] === role && other[1] === slug) === index,
  );
}

/** Finds the shortest chains between two things by walking all of them; null where none has at most six steps. */
export function shortestPaths(
  rows: readonly { readonly slug: string; readonly parts: readonly Part[] }[],
  source: string,
  target: string,
): { readonly length: number; readonly chains: readonly string[] } | null {
  let front = new Map([[source, [source]]]);
  const seen = new Set([source]);
  for (let length = 1; length <= 6; length += 1) {
    const next = new Map<string, string[]>();
    for (const [thing, chains] of front) {
      for (const { slug, parts } of rows) {
        for (const [role] of parts.filter((part) => part[1] === thing)) {
          for (const [otherRole, other] of parts.filter((part) => !seen.has(part[1]))) {
            const longer = chains.map((chain) => `${chain} ${role} ${slug} ${otherRole} ${other}`);
            next.set(other, [...(next.get(other) ?? []), ...longer]);
          }
        }
      }
    }
    const chains = next.get(target);
    if (chains !== undefined) return { length, chains };
    for (const slug of next.keys()) seen.add(slug);
    front = next;
  }
  return null;
}
