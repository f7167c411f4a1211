import type { Database } from "../database/database.ts";
import { DemarcheError } from "../domain/errors.ts";
import {
  type ConstraintStep,
  formatStep,
  listConstraints,
  listSchemaSteps,
  type MigrationStep,
  SCHEMA_VERSION,
  type SchemaStep,
} from "./schema-steps.ts";

export interface SchemaOptions {
  /**
   * Called once before what is stored is changed, to keep a copy; not called for a database that holds no case.
   *
   * @param version - Version of the shape that the database has so far.
   */
  readonly beforeUpgrade?: (version: number) => Promise<void>;
}

/**
 * Brings a database to the shape that this program needs: makes constraints and indexes that are not there, or are there in
 * an older form, changes what is stored by the migrations that were not applied yet, and notes every step with its checksum.
 *
 * Quick, and without any change, where all is there. Several processes may call it at once: one works, the others wait.
 * Where it is cut off, the next call goes on.
 *
 * @throws {DemarcheError} `CONFLICT` when the database was written by a newer Demarche, or by one with other migrations.
 */
export async function prepareSchema(database: Database, options: SchemaOptions = {}): Promise<void> {
  if ((await listPending(database)).length === 0) return;
  // The lock is a node of which there must be one: its constraint comes before all.
  await database.write(async (transaction) => await transaction.run("constraints/05-lock-id"));
  await database.write(async (transaction) => {
    await transaction.run("load/lock-schema");
    await applySteps(database, await listPending(database), options);
  });
}

/** Tells whether a database has the shape that this program needs. */
export async function isSchemaApplied(database: Database): Promise<boolean> {
  return (await listPending(database)).length === 0;
}

/**
 * Tells whether an older Demarche wrote a database; false for a new one.
 *
 * @throws {DemarcheError} `CONFLICT` when a newer one did.
 */
export async function isOutdated(database: Database): Promise<boolean> {
  const { version } = await readSchema(database);
  if (version > SCHEMA_VERSION) throw tooNew(version);
  return version > 0 && version < SCHEMA_VERSION;
}

/** Lists the constraints and indexes of `cypher/constraints` that are not there, or do not answer. */
export async function listMissingIndexes(database: Database): Promise<readonly ConstraintStep[]> {
  const rows = await database.read<{ name: string; state: string }>("load/list-indexes");
  const online = new Set(rows.filter(({ state }) => state === "ONLINE").map(({ name }) => name));
  return listConstraints().filter(({ name }) => !online.has(name));
}

interface StoredSchema extends Record<string, unknown> {
  /** 0 in an empty database. */
  readonly version: number;
  /** Names of queries and the checksums that they had, as `name checksum`. */
  readonly steps: readonly string[];
}

/** A step that is still to be done; `isChanged`: it was done in another form before. */
interface PendingStep {
  readonly step: SchemaStep;
  readonly isChanged: boolean;
}

async function listPending(database: Database): Promise<readonly PendingStep[]> {
  const stored = await readSchema(database);
  if (stored.version > SCHEMA_VERSION) throw tooNew(stored.version);
  const missing = new Set((await listMissingIndexes(database)).map(({ query }) => query));
  const checksums = new Map(stored.steps.map((noted) => noted.split(" ") as [string, string]));
  return listSchemaSteps().flatMap((step) => {
    const noted = checksums.get(step.query);
    const isChanged = noted !== undefined && noted !== step.checksum;
    if (isChanged && step.kind === "MIGRATION") throw otherMigration(step);
    const isDone = noted === step.checksum && !missing.has(step.query);
    return isDone ? [] : [{ step, isChanged }];
  });
}

async function readSchema(database: Database): Promise<StoredSchema> {
  const [stored] = await database.read<StoredSchema>("load/read-schema");
  return stored ?? { version: 0, steps: [] };
}

async function applySteps(
  database: Database,
  pending: readonly PendingStep[],
  { beforeUpgrade }: SchemaOptions,
): Promise<void> {
  const { version } = await readSchema(database);
  if (pending.some(({ step }) => step.kind === "MIGRATION") && (await holdsCases(database)))
    await beforeUpgrade?.(version);
  for (const { step, isChanged } of pending) {
    if (step.kind === "MIGRATION") await migrate(database, step);
    else await makeIndex(database, step, isChanged);
  }
  await database.read("load/await-indexes", { seconds: 300 });
  await note(database, SCHEMA_VERSION, listSchemaSteps());
}

async function holdsCases(database: Database): Promise<boolean> {
  return (await database.read("analytics/case-slugs")).length > 0;
}

/** Neo4j takes no data in the transaction that changes the schema. */
async function makeIndex(
  database: Database,
  { kind, query, name }: ConstraintStep,
  isChanged: boolean,
): Promise<void> {
  const drop = kind === "INDEX" ? "load/drop-index" : "load/drop-constraint";
  if (isChanged) await database.write(async (transaction) => await transaction.run(drop, { name }));
  await database.write(async (transaction) => await transaction.run(query));
}

const PORTION = 10_000;

/** Each portion is a transaction; one that was cut off leaves less for the next time. */
async function migrate(database: Database, { query, version }: MigrationStep): Promise<void> {
  for (;;) {
    const [row] = await database.write((transaction) =>
      transaction.run<{ count: number }>(query, { limit: PORTION }),
    );
    if (!row?.count) break;
  }
  const { steps } = await readSchema(database);
  const done = new Set(steps.map((noted) => noted.split(" ")[0]));
  await note(
    database,
    version,
    listSchemaSteps().filter((step) => done.has(step.query) || step.query === query),
  );
}

async function note(database: Database, version: number, steps: readonly SchemaStep[]): Promise<void> {
  const noted = steps.map(formatStep);
  await database.write((transaction) => transaction.run("load/put-schema", { version, steps: noted }));
}

function tooNew(version: number): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `This database has shape ${version}, and this Demarche knows shapes up to ${SCHEMA_VERSION}: use the newer Demarche that wrote it.`,
  );
}

function otherMigration({ query }: MigrationStep): DemarcheError {
  return new DemarcheError(
    "CONFLICT",
    `This database was changed by another form of the migration "${query}" than this Demarche has: use the Demarche that changed it, or restore a dump into an empty database.`,
  );
}
