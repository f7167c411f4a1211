import type { Suggest } from "../domain/suggest.ts";
import { TABLES, type TableName } from "../domain/tables.ts";
import { NODE_KINDS, type NodeKind } from "../domain/vocabulary.ts";
import { placeOf } from "./place.ts";
import { forEachReference } from "./references.ts";
import type { Reporter } from "./reporter.ts";
import type { AnyRow, CheckContext, Checks, Reference, Row, RowCheck, Rule } from "./rule.ts";
import { duplicateSlug } from "./rules/duplicate-slug.ts";
import { RULES } from "./rules.ts";
import type { Settings } from "./settings.ts";
import { type Definition, SlugIndex } from "./slug-index.ts";
import { tableOf } from "./words.ts";

/** The order in which tables are checked: what is referred to first, so that little has to wait until the end. */
export const CHECK_ORDER: readonly TableName[] = [
  "case",
  "sources",
  "actors",
  "issues",
  "demands",
  "proposals",
  "meetings",
  "events",
  "claims",
  "statements",
  "representations",
  "provisions",
  "links",
  "findings",
  "same_as",
  "former_ids",
];

interface CheckerOptions {
  readonly settings: Settings;
  readonly reporter: Reporter;
  readonly suggest: Suggest;
}

// A case full of unknown names must not fill the memory with questions that no later row will answer.
const WAITING_LIMIT = 20_000;

interface Waiting {
  readonly slug: string;
  readonly use: (definition: Definition | null) => void;
}

/** Runs all rules over the rows of a case, given table by table in `CHECK_ORDER`; it keeps slugs and few facts, no rows. */
export class Checker {
  readonly #options: CheckerOptions;
  readonly #slugs = new SlugIndex();
  readonly #unread = new Set<string>();
  readonly #waiting: Waiting[] = [];
  #tableRank = 0;
  readonly #runs: readonly Checks[];
  readonly #referenceRuns: readonly ((reference: Reference) => void)[];
  readonly #rowRuns = new Map<TableName, readonly ((row: AnyRow) => void)[]>();

  constructor(options: CheckerOptions) {
    this.#options = options;
    this.#runs = RULES.map((rule) => rule.start(this.#contextFor(rule)));
    this.#referenceRuns = this.#runs.flatMap((checks) => checks.everyReference ?? []);
  }

  /** Says that rows of a table were lost. */
  lose(table: TableName): void {
    const { node } = TABLES[table];
    if (node !== null) this.#unread.add(node);
  }

  check(row: AnyRow): void {
    if (row.table !== CHECK_ORDER[this.#tableRank]) this.#tableRank = CHECK_ORDER.indexOf(row.table);
    this.#enter(row);
    forEachReference(row, (slug, column) => {
      const reference = { row, column, slug, kind: this.#slugs.kindOf(slug) };
      for (const run of this.#referenceRuns) run(reference);
    });
    for (const run of this.#runsFor(row.table)) run(row);
  }

  /** Runs what can only be told when every row is known. */
  finish(): void {
    for (const { slug, use } of this.#waiting) use(this.#slugs.find(slug));
    for (const run of this.#runs) run.end?.();
  }

  /** Whether every table that could define one of these kinds lies behind. */
  #areRead(kinds: readonly NodeKind[]): boolean {
    return (kinds.length === 0 ? NODE_KINDS : kinds).every(
      (kind) => CHECK_ORDER.indexOf(tableOf(kind)) < this.#tableRank,
    );
  }

  #enter(row: AnyRow): void {
    const { node } = TABLES[row.table];
    if (node === null || node === "Case" || !("slug" in row.record)) return;
    const { slug } = row.record;
    if (slug === null) return;
    const earlier = this.#slugs.add(slug, { kind: node, line: row.line ?? 0 });
    if (!earlier) return;
    const message = duplicateSlug.explain(slug, earlier);
    this.#options.reporter.report(duplicateSlug.name, duplicateSlug.severity, placeOf(row, "slug"), message);
  }

  #runsFor(table: TableName): readonly ((row: AnyRow) => void)[] {
    const known = this.#rowRuns.get(table);
    if (known) return known;
    const runs = this.#runs.flatMap((checks) => {
      const ofTable = checks.rows?.[table] as RowCheck<TableName> | undefined;
      return [checks.everyRow ?? [], ofTable ? guard(ofTable) : []].flat();
    });
    this.#rowRuns.set(table, runs);
    return runs;
  }

  #contextFor(rule: Rule): CheckContext {
    const { settings, reporter, suggest } = this.#options;
    return {
      settings,
      slugs: this.#slugs,
      suggest,
      report: (place, message, severity = rule.severity) =>
        reporter.report(rule.name, severity, place, message),
      whenKnown: (slug, kinds, use) => {
        const definition = this.#slugs.find(slug);
        if (definition) use(definition);
        else if (this.#waiting.length >= WAITING_LIMIT && this.#areRead(kinds)) use(null);
        else this.#waiting.push({ slug, use });
      },
      mayBeUnread: (kinds) =>
        kinds.length === 0 ? this.#unread.size > 0 : kinds.some((kind) => this.#unread.has(kind)),
    };
  }
}

function guard({ needs, check }: RowCheck<TableName>): (row: AnyRow) => void {
  return (row) => {
    if (row.faulty.length === 0 || !needs.some((column) => row.faulty.includes(column)))
      check(row as Row<TableName>);
  };
}
