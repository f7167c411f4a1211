import fc from "fast-check";
import type { Dataset, Tables } from "../../src/dataset/dataset.ts";
import { type ColumnDefinition, propertyName, TABLE_NAMES, TABLES } from "../../src/domain/tables.ts";
import { arbitraryDataset } from "./arbitrary-dataset.ts";

/** Generates a sound case and later states of it: rows taken out, statements and names changed, some put back. */
export function arbitraryHistory(options: { readonly maxStatements?: number } = {}): fc.Arbitrary<Dataset[]> {
  return arbitraryDataset(options).chain((dataset) =>
    fc
      .array(fc.infiniteStream(fc.nat(3)), { minLength: 1, maxLength: 3 })
      .map((streams) => [
        dataset,
        ...streams.map((stream) => changeDataset(dataset, () => stream.next().value ?? 0)),
      ]),
  );
}

/** Takes out a quarter of the statements and relations, changes a quarter, and takes out what nothing refers to then. */
function changeDataset(dataset: Dataset, chance: () => number): Dataset {
  const { tables } = dataset;
  const statements = tables.statements
    .filter(() => chance() !== 0)
    .map((row) => (chance() === 0 ? { ...row, note: `changed ${chance()}` } : row));
  const standing = new Set(statements.map(({ slug }) => slug));
  const gone = new Set(tables.statements.map(({ slug }) => slug).filter((slug) => !standing.has(slug)));
  const thinned = {
    ...tables,
    actors: tables.actors.map((row) => (chance() === 0 ? { ...row, name: `${row.name} ${chance()}` } : row)),
    statements,
    representations: tables.representations.filter(() => chance() !== 0),
    provisions: tables.provisions.filter(() => chance() !== 0),
    links: tables.links.filter(() => chance() !== 0),
    findings: tables.findings.filter(() => chance() !== 0),
    same_as: tables.same_as.filter(() => chance() !== 0),
    former_ids: tables.former_ids.filter(() => chance() !== 0),
  } as Tables;
  const sound = withoutReferences(thinned, gone);
  return { ...dataset, tables: withoutUnused(sound) };
}

const REQUIRED_OF_STATEMENTS = ["findings", "former_ids", "links"] as const;

/** Takes references to some slugs out of cells, and rows out that cannot be without. */
function withoutReferences(tables: Tables, gone: ReadonlySet<string>): Tables {
  const names = new Set<string>(REQUIRED_OF_STATEMENTS);
  const cleaned = TABLE_NAMES.map((table) => {
    const rows = tables[table] as readonly Record<string, unknown>[];
    const kept = names.has(table)
      ? rows.filter(
          (row) => ![row.statement, row.now, row.from, row.to].some((slug) => gone.has(String(slug))),
        )
      : rows;
    return [table, kept.map((row) => cleanRow(row, gone))];
  });
  return Object.fromEntries(cleaned) as Tables;
}

function cleanRow(row: Record<string, unknown>, gone: ReadonlySet<string>): Record<string, unknown> {
  const entries = Object.entries(row).map(([name, value]) => {
    const isListed = Array.isArray(value) && ["about", "inResponseTo", "after", "before"].includes(name);
    return [name, isListed ? (value as string[]).filter((slug) => !gone.has(slug)) : value];
  });
  return Object.fromEntries(entries);
}

const OPTIONAL = ["actors", "demands", "proposals", "meetings", "events", "claims", "sources"] as const;

/** Takes out one row of each kind that nothing refers to. */
function withoutUnused(tables: Tables): Tables {
  const used = new Set<string>();
  for (const table of TABLE_NAMES)
    for (const row of tables[table] as readonly Record<string, unknown>[])
      for (const column of TABLES[table].columns as readonly ColumnDefinition[])
        if (column.refersTo)
          for (const slug of [row[propertyName(column.name)]].flat()) used.add(String(slug));
  const thinned = OPTIONAL.map((table) => {
    const rows = tables[table] as readonly { readonly slug: string }[];
    const unused = rows.find(({ slug }) => !used.has(slug));
    return [table, rows.filter((row) => row !== unused)];
  });
  return { ...tables, ...Object.fromEntries(thinned) };
}
