import { createHash } from "node:crypto";
import { queryNames, readQueryText } from "../database/query-texts.ts";

/** One numbered step towards the shape of the graph that this program needs. */
export type SchemaStep = ConstraintStep | MigrationStep;

/** Makes a constraint or an index. */
export interface ConstraintStep {
  readonly kind: "CONSTRAINT" | "INDEX";
  /** Name of the query that makes it, such as `constraints/01-record-id`. */
  readonly query: string;
  /** Of the query's text, without its comment. */
  readonly checksum: string;
  /** Name of what it makes. */
  readonly name: string;
}

/** Changes what is stored, in portions; may be run again. */
export interface MigrationStep {
  readonly kind: "MIGRATION";
  readonly query: string;
  readonly checksum: string;
  /** Version of the graph's shape that it leads to. */
  readonly version: number;
}

/** Lists the steps in the order in which they are applied: constraints and indexes, then changes of data. */
export function listSchemaSteps(): readonly SchemaStep[] {
  return [...listConstraints(), ...listMigrations()];
}

/** Lists the constraints and indexes that every database has. */
export function listConstraints(): readonly ConstraintStep[] {
  return queryNames("constraints").map((query) => {
    const [, kind, name] = /\b(CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(readQueryText(query)) ?? [];
    if (name === undefined) throw new Error(`${query} names nothing that it makes`);
    return { kind: kind === "INDEX" ? "INDEX" : "CONSTRAINT", query, name, checksum: checksumOf(query) };
  });
}

function listMigrations(): readonly MigrationStep[] {
  return queryNames("migrations").map((query) => {
    const version = Number(/\/(\d+)-/.exec(query)?.[1]);
    return { kind: "MIGRATION", query, version, checksum: checksumOf(query) };
  });
}

/** Writes a step as a database notes that it was applied. */
export function formatStep({ query, checksum }: SchemaStep): string {
  return `${query} ${checksum}`;
}

/** Version of the graph's shape; rises with every migration. */
export const SCHEMA_VERSION = Math.max(1, ...listMigrations().map(({ version }) => version));

function checksumOf(query: string): string {
  return createHash("sha256").update(readQueryText(query)).digest("hex").slice(0, 16);
}
