import { createHash, type Hash } from "node:crypto";
import { CHECK_ORDER, Checker } from "../dataset/checker.ts";
import type { Dataset, Tables } from "../dataset/dataset.ts";
import { type DerivedFacts, FactCollector } from "../dataset/derived-facts.ts";
import { formatProblem } from "../dataset/format-problem.ts";
import { forEachReference } from "../dataset/references.ts";
import { Reporter } from "../dataset/reporter.ts";
import type { AnyRow } from "../dataset/rule.ts";
import type { Settings } from "../dataset/settings.ts";
import { streamTable } from "../dataset/stream-table.ts";
import { parseVersion } from "../dataset/versions.ts";
import { type Progress, walkCase } from "../dataset/walk-case.ts";
import { DemarcheError, type Problem } from "../domain/errors.ts";
import { createSuggest } from "../domain/suggest.ts";
import { type RecordOf, TABLE_NAMES, type TableName } from "../domain/tables.ts";

/** A checked case, ready to be turned into rows of the graph. */
export interface CaseSource {
  readonly caseSlug: string;
  readonly settings: Settings;
  /** All rows; without the statements where there are too many to hold. */
  readonly tables: Tables;
  readonly facts: DerivedFacts;
  readonly statementCount: number;
  /** Whether `tables` lacks the statements. */
  readonly isStreamed: boolean;
  /** Slugs of all statements that others refer to, or that refer to others; few of a large case. */
  readonly entangled: ReadonlySet<string>;
  /** Equal for equal rows in equal order. */
  readonly fingerprint: string;
  statements(): AsyncIterable<RecordOf<"statements">>;
}

export interface SurveyOptions {
  /** Statements that are held in memory; with more, all of them are read again when they are written. */
  readonly heldStatements?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

const HELD_STATEMENTS = 50_000;
/** Changes when the same rows make another graph, so that stored cases are compared anew. */
const MAPPING_VERSION = 1;

/**
 * Reads and checks a case folder, or checks a dataset in memory.
 *
 * @throws {DemarcheError} `INVALID_DATASET` with all problems in `details.problems`.
 */
export async function surveyCase(source: string | Dataset, options: SurveyOptions = {}): Promise<CaseSource> {
  const reporter = new Reporter();
  const survey = new Survey(
    typeof source === "string" ? (options.heldStatements ?? HELD_STATEMENTS) : Infinity,
  );
  const settings =
    typeof source === "string"
      ? await walkCase(source, reporter, { ...walkOptions(options), onRows: (rows) => survey.add(rows) })
      : walkDataset(source, reporter, survey);
  refuseFaulty(typeof source === "string" ? source : "dataset", reporter.list());
  return survey.finish(settings, typeof source === "string" ? source : null);
}

function walkOptions({ onProgress, signal }: SurveyOptions) {
  return { ...(onProgress ? { onProgress } : {}), ...(signal ? { signal } : {}) };
}

function walkDataset({ settings, tables, lines }: Dataset, reporter: Reporter, survey: Survey): Settings {
  const checker = new Checker({ settings, reporter, suggest: createSuggest() });
  for (const table of CHECK_ORDER) {
    const rows = tables[table].map((record, index) => {
      return { table, record, line: lines[table]?.[index] ?? null, faulty: [] } as unknown as AnyRow;
    });
    for (const row of rows) checker.check(row);
    survey.add(rows);
  }
  checker.finish();
  return settings;
}

/**
 * Stops a load of what has errors.
 *
 * @throws {DemarcheError} `INVALID_DATASET` with all problems in `details.problems`; warnings alone stop nothing.
 */
export function refuseFaulty(name: string, problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const shown = errors.slice(0, 20).map(formatProblem);
  const more = errors.length > shown.length ? [`… and ${errors.length - shown.length} more.`] : [];
  const count = errors.length === 1 ? "1 problem" : `${errors.length} problems`;
  throw new DemarcheError(
    "INVALID_DATASET",
    [`${name} has ${count}; nothing was loaded.`, ...shown, ...more].join("\n"),
    { details: { problems } },
  );
}

/** Gathers, row by row, what must be known of a case before its first row is written. */
class Survey {
  readonly #held: number;
  readonly #tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, []])) as unknown as Record<
    TableName,
    unknown[]
  >;
  readonly #hashes = new Map<TableName, Hash>();
  readonly #facts = new FactCollector();
  readonly #entangled = new Set<string>();
  #statementCount = 0;
  #isStreamed = false;

  constructor(held: number) {
    this.#held = held;
  }

  add(rows: readonly AnyRow[]): void {
    for (const row of rows) {
      this.#hash(row);
      this.#entangle(row);
      if (row.table === "statements") this.#addStatement(row.record);
      else this.#tables[row.table].push(row.record);
    }
  }

  finish(settings: Settings, folder: string | null): CaseSource {
    const tables = this.#tables as unknown as Tables;
    const isStreamed = this.#isStreamed;
    return {
      caseSlug: tables.case[0]?.slug ?? "",
      settings,
      tables,
      facts: this.#facts.facts(tables),
      statementCount: this.#statementCount,
      isStreamed,
      entangled: this.#entangled,
      fingerprint: this.#fingerprint(settings),
      statements: () => (isStreamed && folder !== null ? readStatements(folder) : iterate(tables.statements)),
    };
  }

  #addStatement(record: RecordOf<"statements">): void {
    this.#statementCount += 1;
    this.#facts.add(record);
    if (this.#isStreamed) return;
    this.#tables.statements.push(record);
    if (this.#statementCount <= this.#held) return;
    this.#tables.statements = [];
    this.#isStreamed = true;
  }

  #entangle(row: AnyRow): void {
    const own = row.table === "statements" ? row.record.slug : null;
    forEachReference(row, (slug, { kinds }) => {
      if (kinds.length > 0 && !kinds.includes("Statement")) return;
      this.#entangled.add(slug);
      if (own !== null) this.#entangled.add(own);
    });
    const version = own === null ? null : parseVersion(own);
    if (own !== null && version) this.#entangled.add(own).add(version.base);
  }

  #hash({ table, record }: AnyRow): void {
    const hash = this.#hashes.get(table) ?? createHash("sha256");
    this.#hashes.set(table, hash);
    hash.update(`${JSON.stringify(Object.values(record))}\n`);
  }

  #fingerprint(settings: Settings): string {
    const total = createHash("sha256").update(`${MAPPING_VERSION} ${JSON.stringify(settings)}\n`);
    for (const table of TABLE_NAMES)
      total.update(`${table} ${this.#hashes.get(table)?.digest("hex") ?? ""}\n`);
    return total.digest("hex");
  }
}

async function* readStatements(folder: string): AsyncIterable<RecordOf<"statements">> {
  for await (const { record } of streamTable(folder, "statements")) yield record;
}

async function* iterate<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}
