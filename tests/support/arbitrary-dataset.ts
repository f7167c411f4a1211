import fc from "fast-check";
import { type Dataset, makeDataset, type Tables } from "../../src/dataset/dataset.ts";
import { SETTINGS } from "../../src/dataset/settings.ts";
import { ACTS, ACTS_ON_BINDING_PROPOSALS, type Act, type ActDefinition } from "../../src/domain/acts.ts";
import type { ColumnDefinition, RecordOf, TableName } from "../../src/domain/tables.ts";
import { propertyName, TABLE_NAMES, TABLES } from "../../src/domain/tables.ts";
import { DATE_BASES, type NodeKind } from "../../src/domain/vocabulary.ts";

/**
 * Generates sound cases that use every table: several scripts, quotes, line breaks, bars, backslashes and emoji in texts,
 * references in all directions, every status, retracted and joint statements.
 *
 * `validateDataset` finds no error in any of them; warnings there may be.
 */
export function arbitraryDataset(options: { readonly maxStatements?: number } = {}): fc.Arbitrary<Dataset> {
  return fc
    .record({
      caseSlug: arbitrarySlug(),
      suffixes: fc.array(arbitrarySlug(), { minLength: 4, maxLength: 4 }),
      counts: fc.record({
        actors: fc.integer({ min: 2, max: 5 }),
        issues: fc.integer({ min: 2, max: 4 }),
        demands: fc.integer({ min: 2, max: 4 }),
        proposals: fc.integer({ min: 2, max: 4 }),
        meetings: fc.integer({ min: 2, max: 4 }),
        events: fc.integer({ min: 1, max: 3 }),
        claims: fc.integer({ min: 1, max: 3 }),
        sources: fc.integer({ min: 2, max: 4 }),
        statements: fc.integer({ min: 0, max: options.maxStatements ?? 12 }),
      }),
      origin: fc.constantFrom("CODED" as const, "IMPORTED" as const),
    })
    .chain(({ caseSlug, suffixes, counts, origin }) => {
      const slugs = nameThings(counts, suffixes);
      return arbitraryTables(caseSlug, slugs).map((tables) =>
        makeDataset(tables, SETTINGS.parse({ origin, maxQuote: 300 })),
      );
    });
}

/** Generates texts as sources hold them: several scripts, quotes, commas, bars, backslashes, line breaks, emoji. */
export function arbitraryText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "Переговоры",
        "Київ",
        '"so-called"',
        "a, b",
        "x|y",
        "\\|",
        "\\",
        "one\ntwo",
        "🕊️",
        "=1+1",
        "NA",
        "null",
        "«не»",
        "مذاكرات",
      ),
    },
  );
  return fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map((pieces) => clean(pieces.join(" ")))
    .filter((text) => text !== "");
}

/** Generates EDTF dates, days, months, seasons, years and intervals, none of which ends before it begins. */
export function arbitraryDate(): fc.Arbitrary<string> {
  const day = fc
    .date({ min: new Date("1946-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const single = fc.oneof(
    day,
    day.map((text) => text.slice(0, 7)),
    day.map((text) => text.slice(0, 4)),
    fc
      .tuple(day, fc.constantFrom("21", "22", "23", "24"))
      .map(([text, season]) => `${text.slice(0, 4)}-${season}`),
  );
  const doubted = fc.tuple(single, fc.constantFrom("", "~", "?", "%")).map(([text, mark]) => text + mark);
  const interval = fc.tuple(day, day).map((days) => days.sort().join("/"));
  const open = fc.oneof(
    day.map((text) => `${text}/..`),
    day.map((text) => `../${text}`),
  );
  return fc.oneof(day, doubted, interval, open);
}

type Counted =
  | "actors"
  | "issues"
  | "demands"
  | "proposals"
  | "meetings"
  | "events"
  | "claims"
  | "sources"
  | "statements";
type Slugs = Readonly<Record<Counted, readonly string[]>>;

const KIND_TABLES: Readonly<Record<NodeKind, Counted>> = {
  Actor: "actors",
  Issue: "issues",
  Demand: "demands",
  Proposal: "proposals",
  Meeting: "meetings",
  Event: "events",
  Claim: "claims",
  Source: "sources",
  Statement: "statements",
};

function nameThings(counts: Readonly<Record<Counted, number>>, suffixes: readonly string[]): Slugs {
  return Object.fromEntries(
    Object.entries(counts).map(([table, count]) => [
      table,
      Array.from(
        { length: count },
        (_, at) => `${table.slice(0, -1)}-${at + 1}-${suffixes[at % suffixes.length]}`,
      ),
    ]),
  ) as unknown as Slugs;
}

function arbitraryTables(caseSlug: string, slugs: Slugs): fc.Arbitrary<Tables> {
  const rows = Object.fromEntries(
    TABLE_NAMES.map((table) => [table, arbitraryRows(table, caseSlug, slugs)]),
  ) as unknown as { [T in TableName]: fc.Arbitrary<RecordOf<T>[]> };
  return fc.record(rows).map((tables) => mend(tables as unknown as Mendable, slugs));
}

function arbitraryRows(table: TableName, caseSlug: string, slugs: Slugs): fc.Arbitrary<object[]> {
  const known = (slugs as Readonly<Record<string, readonly string[]>>)[table];
  const free = arbitraryRow(table, slugs);
  if (table === "case") return free.map((row) => [{ ...row, slug: caseSlug }]);
  if (!known) return fc.array(free, { maxLength: 4 });
  return fc
    .array(free, { minLength: known.length, maxLength: known.length })
    .map((rows) => rows.map((row, at) => ({ ...row, slug: known[at] })));
}

function arbitraryRow(table: TableName, slugs: Slugs): fc.Arbitrary<object> {
  const columns: readonly ColumnDefinition[] = TABLES[table].columns;
  return fc.record(
    Object.fromEntries(columns.map((column) => [propertyName(column.name), arbitraryCell(column, slugs)])),
  );
}

function arbitraryCell(column: ColumnDefinition, slugs: Slugs): fc.Arbitrary<unknown> {
  const named = namedBy(column, slugs);
  if (column.type === "list") return fc.array(arbitraryText().map(oneLine), { maxLength: 3 });
  if (column.type === "references") return fc.subarray([...named], { maxLength: Math.min(2, named.length) });
  const value = arbitraryValue(column, named);
  return column.required ? value : fc.option(value, { nil: null });
}

function arbitraryValue(column: ColumnDefinition, named: readonly string[]): fc.Arbitrary<unknown> {
  switch (column.type) {
    case "integer":
      return fc.integer({ min: 0, max: 1_000_000 });
    case "number":
      return fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((number) => number + 0);
    case "boolean":
      return fc.boolean();
    case "enum":
      return fc.constantFrom(...(column.values ?? []));
    case "edtf":
      return arbitraryDate();
    case "day-time":
      return fc
        .date({ min: new Date("2000-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
        .map((date) => date.toISOString());
    case "reference":
      return named.length === 0 ? fc.constant(null) : fc.constantFrom(...named);
    default:
      return arbitraryText();
  }
}

function namedBy(column: ColumnDefinition, slugs: Slugs): readonly string[] {
  if (!column.refersTo) return [];
  const kinds = column.refersTo.length === 0 ? (Object.keys(KIND_TABLES) as NodeKind[]) : column.refersTo;
  return kinds.flatMap((kind) => slugs[KIND_TABLES[kind]]);
}

type Mendable = { -readonly [T in TableName]: RecordOf<T>[] };

/** Makes rows of free cells sound: what hangs together in a case is put right, row by row. */
function mend(tables: Mendable, slugs: Slugs): Tables {
  const binding = tables.proposals.filter(({ kind }) => kind === "AGREEMENT" || kind === "COMMITMENT");
  const agreements = tables.proposals.filter(({ kind }) => kind === "AGREEMENT");
  const isMeasured = new Map(tables.issues.map(({ slug, unit }) => [slug, unit !== null]));
  return {
    case: tables.case.map((row) => ({ ...row, from: null, to: null })),
    actors: tables.actors.map((row, at) => ({
      ...row,
      iso3: at === 0 ? "XAA" : null,
      wikidata: at === 1 ? "Q42" : null,
    })),
    representations: distinct(
      tables.representations.map((row) => ({
        ...row,
        ...mendTie(row, slugs.actors),
        from: row.from && "1945~",
        to: row.to && "2031",
      })),
    ),
    issues: tables.issues.map((row, at) => ({
      ...row,
      partOf: at === 0 ? null : (slugs.issues[at - 1] ?? null),
    })),
    demands: tables.demands.map((row) => mendDemand(row, isMeasured)),
    proposals: tables.proposals.map((row) => ({ ...mendDates(row), points: row.points })),
    provisions: distinct(
      tables.provisions.map((row) => ({ ...row, role: row.by === null ? ("TERM" as const) : row.role })),
    ),
    meetings: tables.meetings.map((row, at) => ({
      ...mendDates(row),
      partOf: at === 0 ? null : (slugs.meetings[0] ?? null),
    })),
    events: tables.events.map(mendDates),
    claims: tables.claims.map((row) => ({ ...row, about: row.about.filter((slug) => slug !== row.slug) })),
    sources: tables.sources.map((row, at) => ({
      ...row,
      url: row.url === null ? null : `https://example.org/${at}?q=a,b|c`,
      sameWorkAs: row.sameWorkAs.filter((slug) => slug !== row.slug),
    })),
    statements: tables.statements.map((row) =>
      mendStatement(row, { slugs, binding: binding.map(({ slug }) => slug) }),
    ),
    links: distinct(tables.links.flatMap((row) => mendLink(row, slugs, agreements))),
    findings: slugs.statements.length === 0 ? [] : distinct(tables.findings),
    same_as: distinct(tables.same_as.map((row, at) => ({ ...row, sameAs: `another.case/actor-${at}` }))),
    former_ids: tables.former_ids.map((row, at) => ({ ...row, former: `former-${at}` })),
  };
}

function mendTie(row: RecordOf<"representations">, actors: readonly string[]): { actor: string; of: string } {
  const at = Math.max(1, actors.indexOf(row.actor));
  return { actor: actors[at] ?? row.actor, of: actors[Math.min(actors.indexOf(row.of), at - 1)] ?? row.of };
}

function mendDemand(row: RecordOf<"demands">, isMeasured: ReadonlyMap<string, boolean>): RecordOf<"demands"> {
  const { value, valueMax, issue } = row;
  if (value === null || issue === null || !isMeasured.get(issue))
    return { ...row, value: null, valueMax: null, bound: null };
  if (valueMax === null) return { ...row, bound: row.bound === "RANGE" ? "EXACT" : row.bound };
  return { ...row, value: Math.min(value, valueMax), valueMax: Math.max(value, valueMax), bound: "RANGE" };
}

type Dated = Pick<RecordOf<"statements">, "date" | "dateBasis" | "after" | "before">;

/** Order is told by links only: free references would soon run in rings. */
function mendDates<R extends Dated>(row: R): R {
  if (row.date === null)
    return { ...row, after: [], before: [], dateBasis: row.dateBasis === null ? null : "NOT_GIVEN" };
  const dateBasis = row.dateBasis === "NOT_GIVEN" ? DATE_BASES[0] : row.dateBasis;
  return { ...row, after: [], before: [], dateBasis };
}

function mendStatement(
  row: RecordOf<"statements">,
  { slugs, binding }: { slugs: Slugs; binding: readonly string[] },
): RecordOf<"statements"> {
  const [document = ""] = slugs.sources;
  const recordedAt = row.retractedAt === null ? row.recordedAt : "2000-01-01T00:00:00Z";
  const [someone = ""] = slugs.actors;
  return {
    ...mendDates(row),
    ...mendActors(row),
    ...mendAct(row, slugs, binding),
    inResponseTo: row.inResponseTo.filter((slug) => slug !== row.slug),
    assertedBy: row.status === "CLAIMED" ? [someone] : row.assertedBy,
    disputedBy: row.status === "DISPUTED" ? [someone] : row.disputedBy,
    foundIn: row.foundIn.length === 0 ? [document] : row.foundIn,
    recordedAt,
  };
}

function mendActors(row: RecordOf<"statements">): Pick<RecordOf<"statements">, "actorBasis" | "joint"> {
  if (row.actors.length === 0) return { actorBasis: "NOT_STATED", joint: null };
  const actorBasis = row.actorBasis === "NOT_STATED" ? "NAMED" : row.actorBasis;
  return { actorBasis, joint: row.actors.length > 1 ? true : row.joint && false };
}

function mendAct(
  row: RecordOf<"statements">,
  slugs: Slugs,
  binding: readonly string[],
): { act: Act; target: string } {
  const kind = (Object.keys(KIND_TABLES) as NodeKind[]).find((name) =>
    slugs[KIND_TABLES[name]].includes(row.target),
  );
  const acts: readonly ActDefinition[] = ACTS;
  const fits = (act: ActDefinition) =>
    act.targets.some((target) => target === kind) &&
    (!ACTS_ON_BINDING_PROPOSALS.some((name) => name === act.name) || binding.includes(row.target));
  const start = acts.findIndex(({ name }) => name === row.act);
  const found = acts.find((act, at) => at >= start && fits(act)) ?? acts.find(fits);
  return { act: (found?.name ?? row.act) as Act, target: row.target };
}

function mendLink(
  row: RecordOf<"links">,
  slugs: Slugs,
  agreements: readonly RecordOf<"proposals">[],
): RecordOf<"links">[] {
  const [firstProposal = "", secondProposal = ""] = slugs.proposals;
  const [firstMeeting = "", secondMeeting = ""] = slugs.meetings;
  const [firstDemand = "", secondDemand = ""] = slugs.demands;
  const [claim = ""] = slugs.claims;
  const [event = ""] = slugs.events;
  const join = (from: string, to: string, kind: string | null = null) => [{ ...row, from, to, kind }];
  switch (row.relation) {
    case "AMENDS":
    case "INCORPORATES":
    case "RESPONDS_TO":
      return join(secondProposal, firstProposal);
    case "AT":
      return join(firstProposal, firstMeeting, "PRESENTED");
    case "RESULTED_IN":
      return agreements.flatMap(({ slug }) => join(firstMeeting, slug)).slice(0, 1);
    case "CONTRADICTS":
    case "HARDENS":
    case "SOFTENS":
      return join(secondDemand, firstDemand);
    case "SUPPORTS":
      return slugs.claims.length < 2 ? [] : join(slugs.claims[1] ?? "", claim);
    case "EXPLAINS":
      return join(claim, firstProposal, "KEY");
    case "LED_TO":
      return join(event, secondMeeting, "OVERSHADOWED");
    case "AFTER":
      return join(secondMeeting, firstMeeting);
    case "BEFORE":
      return join(firstMeeting, event);
  }
}

function distinct<R>(rows: readonly R[]): R[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function arbitrarySlug(): fc.Arbitrary<string> {
  return fc.stringMatching(/^[a-z0-9]{1,6}([-_.][a-z0-9]{1,4}){0,2}$/);
}

/** What a reader keeps of a text: no blanks around it, no control characters, line breaks as LF. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\u200d]/gu, "")
    .trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
