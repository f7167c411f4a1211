import { type GraphRows, recordRows } from "../dataset/graph-rows.ts";
import { parseId } from "../domain/ids.ts";
import { TABLE_NAMES } from "../domain/tables.ts";
import type { CaseNotes } from "./apply-plan.ts";
import type { CaseSource } from "./case-source.ts";
import { withRecordedAt } from "./recorded-at.ts";
import type { StagedState } from "./staged-load.ts";

export interface FreshOptions {
  /** When statements that do not say so were recorded. */
  readonly now: string;
  /** Told after each row of the folder that has been turned into nodes and relations. */
  readonly onRow?: () => void;
}

/** Gives the whole state of a case that is not stored yet, made row by row as it is read. */
export function freshState(source: CaseSource, options: FreshOptions): Omit<StagedState, "audit"> {
  const { caseSlug, facts } = source;
  const [record] = source.tables.case;
  const [caseNode] = record ? recordRows("case", record, { caseSlug, facts }).nodes : [];
  if (!caseNode) throw new Error("no case");
  const isEntangled = (id: string) => source.entangled.has(parseId(id).slug);
  return { caseSlug, caseNode, notes: notesOf(source), isEntangled, pieces: freshPieces(source, options) };
}

/** Gives what loading notes for itself on the node of a case. */
export function notesOf({ fingerprint, settings }: CaseSource): CaseNotes {
  return { fingerprint, settings: JSON.stringify(settings) };
}

/** Counts the rows of a folder. */
export function countRows({ tables, statementCount }: CaseSource): number {
  const others = TABLE_NAMES.filter((table) => table !== "statements");
  return others.reduce((sum, table) => sum + tables[table].length, statementCount);
}

/** The rows of the graph, row by row of the folder: records first, so that statements find the ends of their relations. */
async function* freshPieces(source: CaseSource, { now, onRow }: FreshOptions): AsyncGenerator<GraphRows> {
  const context = { caseSlug: source.caseSlug, facts: source.facts };
  for (const table of TABLE_NAMES) {
    if (table === "statements") continue;
    for (const record of source.tables[table]) {
      yield recordRows(table, record as never, context);
      onRow?.();
    }
  }
  for await (const statement of source.statements()) {
    const rows = recordRows("statements", statement, context);
    const { versions } = source.facts;
    const nodes = rows.nodes.map((node) => withRecordedAt(node, { storedAt: null, versions, now }));
    yield { nodes, relations: rows.relations };
    onRow?.();
  }
}
