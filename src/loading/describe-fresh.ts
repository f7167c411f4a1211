import { recordRows } from "../dataset/graph-rows.ts";
import { TABLE_NAMES, type TableName } from "../domain/tables.ts";
import type { CaseSource } from "./case-source.ts";
import { nameRelation } from "./describe-changes.ts";
import { type LoadReport, NAMED_LIMIT, NONE, type TableChanges } from "./load-report.ts";

/** Tells which rows a case that is not stored adds: all of them. */
export async function describeFresh(source: CaseSource): Promise<LoadReport["tables"]> {
  const tables: Partial<Record<TableName, TableChanges>> = {};
  for (const table of TABLE_NAMES) {
    const count = table === "statements" ? source.statementCount : source.tables[table].length;
    if (count > 0)
      tables[table] = { added: { count, ids: await nameRows(source, table) }, changed: NONE, removed: NONE };
  }
  return tables;
}

async function nameRows(source: CaseSource, table: TableName): Promise<string[]> {
  const names: string[] = [];
  const records = table === "statements" ? source.statements() : source.tables[table];
  for await (const record of records) {
    if (names.length >= NAMED_LIMIT) break;
    const { nodes, relations } = recordRows(table, record as never, source);
    const [relation] = relations;
    if (nodes[0] && table !== "former_ids") names.push(nodes[0].id);
    else if (relation) names.push(nameRelation(relation));
  }
  return names;
}
