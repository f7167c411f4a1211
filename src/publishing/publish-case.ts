import type { Logger } from "pino";
import { fetchNetworkData } from "../analytics/network.ts";
import { makeRef } from "../analytics/refs.ts";
import type { Database } from "../database/database.ts";
import { DemarcheError, type ErrorCode } from "../domain/errors.ts";
import { ANONYMOUS } from "../domain/user.ts";
import { DEFAULT_LIMITS } from "../graphql/limits/limits.ts";
import { openQueryDesk, type QueryDesk } from "../graphql/run-query.ts";
import { readStatement } from "../network/statement-table.ts";
import { casesQuestion } from "../questions/cases.ts";
import type { PageNotes } from "../questions/filters.ts";
import {
  PUBLISHED_NAMES,
  PUBLISHED_NETWORK_DATA,
  PUBLISHED_STATEMENTS,
  type PublishedContents,
  type PublishedName,
  type PublishedNetworkData,
} from "../questions/published.ts";
import { questionKey } from "../questions/question.ts";
import type { Statement } from "../questions/statement.ts";
import { type Trace, traceQuestion } from "../questions/trace.ts";
import { type PlannedQuestion, planEarlierPositions, planQuestions } from "./planned-questions.ts";
import { openPublishedFolder, type PublishedFolder } from "./published-folder.ts";

export interface PublishOptions {
  /** Folder to make. */
  readonly out: string;
  /** Whether an earlier publication in that folder is replaced. */
  readonly overwrite: boolean;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Version of Demarche, which the page names. */
  readonly version: string;
  /** Day of publishing, as ISO. */
  readonly publishedAt: string;
  readonly logger: Logger;
}

/** What was published. */
export interface PublishReport {
  readonly caseSlug: string;
  readonly out: string;
  readonly statementCount: number;
  /** Answers that the page was given. */
  readonly answerCount: number;
}

/** One query of a large case may take its time: nobody waits at a page. */
const TIMEOUT_MS = 120_000;

/**
 * Writes a folder that shows a case in any browser, from a web server or from a disk, without Neo4j: the explorer with
 * the answers to all that it asks unfiltered, and with the data from which it computes networks by itself.
 *
 * The folder appears when it is whole.
 *
 * @throws {DemarcheError} `UNKNOWN_CASE`; `FILE_UNREADABLE` when the page is not built, the folder holds something else or
 * cannot be written to.
 */
export async function publishCase(
  database: Database,
  caseSlug: string,
  options: PublishOptions,
): Promise<PublishReport> {
  const data = await fetchNetworkData(database, caseSlug);
  const folder = await openPublishedFolder(options);
  const desk = await openQueryDesk(database, {
    logger: options.logger,
    user: ANONYMOUS,
    limits: { ...DEFAULT_LIMITS, timeoutMs: TIMEOUT_MS },
  });
  try {
    const names = await fetchNames(database, caseSlug);
    const statements = await writeAnswers(desk, folder, { caseSlug, names });
    await folder.add(PUBLISHED_NAMES, names);
    await folder.add(PUBLISHED_STATEMENTS, Object.fromEntries(statements));
    const rows = Array.from(data.statements.ids.keys(), (row) => readStatement(data.statements, row));
    await folder.add(PUBLISHED_NETWORK_DATA, { ...data, statements: rows } satisfies PublishedNetworkData);
    const { publishedAt, version } = options;
    const files = await folder.finish((made): PublishedContents => ({ publishedAt, version, files: made }));
    return {
      caseSlug,
      out: options.out,
      statementCount: statements.size,
      answerCount: Object.keys(files).length,
    };
  } catch (error) {
    await folder.abort();
    throw error;
  } finally {
    await desk.close();
  }
}

interface NameRow extends Record<string, unknown> {
  readonly id: string;
  readonly labels: readonly string[];
  readonly name: string;
  readonly aliases: readonly string[];
}

async function fetchNames(database: Database, caseSlug: string): Promise<PublishedName[]> {
  const rows = await database.read<NameRow>("publishing/things", { case: caseSlug });
  return rows.map(({ id, labels, name, aliases }) => ({ ...makeRef(id, labels, name), aliases }));
}

interface Subject {
  readonly caseSlug: string;
  readonly names: readonly PublishedName[];
}

/** Writes the answer to every planned question; gives the statements that the traces hold, by id. */
async function writeAnswers(
  desk: QueryDesk,
  folder: PublishedFolder,
  { caseSlug, names }: Subject,
): Promise<Map<string, Statement>> {
  const statements = new Map<string, Statement>();
  const waiting = planQuestions(caseSlug, names);
  for (const planned of waiting) {
    const answer = await askPlanned(desk, planned, caseSlug);
    await folder.add(questionKey(planned.question.name, planned.variables), answer);
    if (planned.question === traceQuestion) collect(answer as { readonly trace: Trace }, statements);
    const next = nextPage(planned, answer);
    if (next) waiting.push(next);
    waiting.push(...planEarlierPositions(planned, answer));
  }
  return statements;
}

/** Plans the page after an answer, where there is one and the view asks for it. */
function nextPage({ question, variables }: PlannedQuestion, answer: unknown): PlannedQuestion | null {
  const [result] = Object.values(answer as Record<string, { readonly pageInfo?: PageNotes } | undefined>);
  if (!result?.pageInfo?.hasNextPage || !question.document.includes("$after")) return null;
  return { question, variables: { ...variables, after: result.pageInfo.endCursor } };
}

async function askPlanned(
  desk: QueryDesk,
  { question, variables }: PlannedQuestion,
  caseSlug: string,
): Promise<unknown> {
  const { data, errors } = await desk.run({ source: question.document, variables });
  const [error] = errors ?? [];
  if (error) {
    throw new DemarcheError((error.extensions?.code as ErrorCode | undefined) ?? "INTERNAL", error.message);
  }
  // a published folder holds one case, whatever else the database does
  if (question === casesQuestion) {
    const { cases } = data as { cases: readonly { readonly slug: string }[] };
    return { cases: cases.filter(({ slug }) => slug === caseSlug) };
  }
  return data;
}

function collect({ trace }: { readonly trace: Trace }, statements: Map<string, Statement>): void {
  for (const { statements: group } of trace.groups) {
    for (const statement of group) statements.set(statement.id, statement);
  }
}
