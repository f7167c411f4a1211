import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import sqlite from "node-sqlite3-wasm";
import { DemarcheError } from "../../domain/errors.ts";
import type { Input } from "../inputs.ts";

/** A variable of a statement type. */
export interface Variable {
  readonly id: number;
  readonly name: string;
  /** `short text`, `long text`, `integer` or `boolean`. */
  readonly dataType: string;
}

/** A statement type with its variables. */
export interface StatementType {
  readonly id: number;
  readonly label: string;
  readonly variables: readonly Variable[];
}

/** A statement as coded: offsets into its document, and the values of its variables. */
export interface DnaStatement {
  readonly id: number;
  readonly typeId: number;
  readonly documentId: number;
  readonly start: number;
  readonly stop: number;
  readonly coder: string;
}

/** A document that statements were coded from; `date` in seconds since 1970, UTC. */
export interface DnaDocument {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly coder: string;
  readonly author: string;
  readonly source: string;
  readonly section: string;
  readonly notes: string;
  readonly type: string;
  readonly date: number | null;
}

/** A coded value: the entity's text with its attributes, or the number or text itself. */
export interface DnaValue {
  readonly variableId: number;
  readonly text: string;
  readonly number: number | null;
  readonly entity: Entity | null;
}

/** An entity of a short-text variable, with its attributes (Type, Alias, Notes and others). */
export interface Entity {
  readonly id: number;
  readonly value: string;
  /** The value of the entity that it is a child of; empty where there is none. */
  readonly parent: string;
  readonly colour: string;
  readonly attributes: readonly (readonly [string, string])[];
}

type Row = Readonly<Record<string, string | number | bigint | Uint8Array | null>>;

const NEEDED = ["DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS", "DATASHORTTEXT", "DATABOOLEAN"];
/** Tables whose rows have no place in a case. */
const OTHERS = ["STATEMENTLINKS", "VARIABLELINKS"];

const VALUES_OF_STATEMENT = `
  SELECT VariableId, CAST(Value AS TEXT) AS text, Value AS number, NULL AS entity FROM DATABOOLEAN WHERE StatementId = ?1
  UNION ALL SELECT VariableId, CAST(Value AS TEXT), Value, NULL FROM DATAINTEGER WHERE StatementId = ?1
  UNION ALL SELECT VariableId, Value, NULL, NULL FROM DATALONGTEXT WHERE StatementId = ?1
  UNION ALL SELECT VariableId, NULL, NULL, Entity FROM DATASHORTTEXT WHERE StatementId = ?1`;

/** A database of Discourse Network Analyzer 3, read-only. Of the coders only the names are read, never their passwords. */
export class DnaFile {
  readonly #name: string;
  readonly #database: sqlite.Database;
  readonly #folder: string;
  readonly #tables: ReadonlySet<string>;
  readonly #coders: ReadonlyMap<number, string>;
  readonly #entities: ReadonlyMap<number, Entity>;
  readonly types: readonly StatementType[];

  private constructor(name: string, database: sqlite.Database, folder: string) {
    this.#name = name;
    this.#database = database;
    this.#folder = folder;
    this.#tables = new Set(
      this.#all("SELECT upper(name) AS name FROM sqlite_master").map((row) => text(row.name)),
    );
    this.#checkTables();
    this.#coders = new Map(
      this.#tables.has("CODERS")
        ? this.#all("SELECT ID, Name FROM CODERS").map((row) => [Number(row.ID), text(row.Name)])
        : [],
    );
    this.#entities = this.#readEntities();
    this.types = this.#readTypes();
  }

  /**
   * Opens a file; it is copied into a temporary folder, since SQLite wants to lock it and the input may be packed or a pipe.
   *
   * @throws {DemarcheError} `FILE_UNREADABLE` when it is no database of DNA 3.
   */
  static async open(input: Input): Promise<DnaFile> {
    const folder = await mkdtemp(join(tmpdir(), "demarche-dna-"));
    try {
      const path = join(folder, "copy.dna");
      await pipeline(input.open(), createWriteStream(path));
      return new DnaFile(
        input.name,
        new sqlite.Database(path, { readOnly: true, fileMustExist: true }),
        folder,
      );
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw explain(input.name, error);
    }
  }

  async close(): Promise<void> {
    this.#database.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #readTypes(): readonly StatementType[] {
    const variables = this.#all("SELECT ID, Variable, DataType, StatementTypeId FROM VARIABLES ORDER BY ID");
    return this.#all("SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID").map((row) => ({
      id: Number(row.ID),
      label: text(row.Label),
      variables: variables
        .filter((variable) => variable.StatementTypeId === row.ID)
        .map((found) => ({
          id: Number(found.ID),
          name: text(found.Variable),
          dataType: text(found.DataType),
        })),
    }));
  }

  countStatements({ id }: StatementType): number {
    const [row] = this.#all("SELECT count(*) AS number FROM STATEMENTS WHERE StatementTypeId = ?", [id]);
    return Number(row?.number ?? 0);
  }

  /** Counts the rows of tables that cannot be taken over. */
  countOthers(): readonly (readonly [string, number])[] {
    return OTHERS.filter((table) => this.#tables.has(table)).map((table) => [
      table,
      Number(this.#all(`SELECT count(*) AS number FROM ${table}`)[0]?.number ?? 0),
    ]);
  }

  /** Gives the statements of all types, those of a document together. */
  *statements(): Generator<DnaStatement> {
    const sql =
      "SELECT ID, StatementTypeId, DocumentId, Start, Stop, Coder FROM STATEMENTS ORDER BY DocumentId, Start, ID";
    for (const row of this.#all(sql)) {
      yield {
        id: Number(row.ID),
        typeId: Number(row.StatementTypeId),
        documentId: Number(row.DocumentId),
        start: Number(row.Start),
        stop: Number(row.Stop),
        coder: this.#coders.get(Number(row.Coder)) ?? "",
      };
    }
  }

  /** Gives the ids of all documents. */
  documentIds(): readonly number[] {
    return this.#all("SELECT ID FROM DOCUMENTS ORDER BY ID").map((row) => Number(row.ID));
  }

  findDocument(id: number): DnaDocument | null {
    const columns = "ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date";
    const [row] = this.#all(`SELECT ${columns} FROM DOCUMENTS WHERE ID = ?`, [id]);
    if (!row) return null;
    return {
      id,
      title: text(row.Title),
      text: text(row.Text),
      coder: this.#coders.get(Number(row.Coder)) ?? "",
      author: text(row.Author),
      source: text(row.Source),
      section: text(row.Section),
      notes: text(row.Notes),
      type: text(row.Type),
      date: row.Date === null || row.Date === undefined ? null : Number(row.Date),
    };
  }

  valuesOf(statementId: number): readonly DnaValue[] {
    return this.#all(VALUES_OF_STATEMENT, [statementId]).map((row) => {
      const entity = row.entity === null ? null : (this.#entities.get(Number(row.entity)) ?? null);
      return {
        variableId: Number(row.VariableId),
        text: entity?.value ?? text(row.text),
        number: row.number === null ? null : Number(row.number),
        entity,
      };
    });
  }

  #checkTables(): void {
    if (this.#tables.has("ATTRIBUTES") && !this.#tables.has("ENTITIES")) {
      const message = `${this.#name} is a database of DNA 2. Open it in Discourse Network Analyzer 3, save it anew, and import that file.`;
      throw new DemarcheError("FILE_UNREADABLE", message);
    }
    const missing = [...NEEDED, "ENTITIES", "DATAINTEGER", "DATALONGTEXT"].filter(
      (name) => !this.#tables.has(name),
    );
    if (missing.length === 0) return;
    const message = `${this.#name} is an SQLite database, but none of Discourse Network Analyzer 3: it has no table ${missing.join(", ")}.`;
    throw new DemarcheError("FILE_UNREADABLE", message);
  }

  #readEntities(): ReadonlyMap<number, Entity> {
    const attributes = this.#readAttributes();
    const rows = this.#all("SELECT * FROM ENTITIES ORDER BY ID");
    const names = new Map(rows.map((row) => [Number(row.ID), text(row.Value).trim()]));
    return new Map(
      rows.map((row) => {
        const id = Number(row.ID);
        const parent = names.get(Number(row.ChildOf ?? 0)) ?? "";
        const entity = { id, value: text(row.Value).trim(), parent, colour: colourOf(row) };
        return [id, { ...entity, attributes: attributes.get(id) ?? [] }];
      }),
    );
  }

  #readAttributes(): ReadonlyMap<number, (readonly [string, string])[]> {
    const found = new Map<number, (readonly [string, string])[]>();
    if (!this.#tables.has("ATTRIBUTEVALUES") || !this.#tables.has("ATTRIBUTEVARIABLES")) return found;
    const rows = this.#all(`
      SELECT v.EntityId AS entity, a.AttributeVariable AS name, v.AttributeValue AS value
      FROM ATTRIBUTEVALUES v JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId
      ORDER BY v.EntityId, a.ID`);
    for (const { entity, name, value } of rows) {
      const list = found.get(Number(entity)) ?? [];
      found.set(Number(entity), [...list, [text(name), text(value).trim()]]);
    }
    return found;
  }

  #all(sql: string, values: (number | string)[] = []): Row[] {
    try {
      return this.#database.all(sql, values) as Row[];
    } catch (error) {
      throw explain(this.#name, error);
    }
  }
}

function text(value: Row[string] | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

function colourOf(row: Row): string {
  const parts = [row.Red, row.Green, row.Blue].map((part) => Number(part ?? 0));
  if (parts.every((part) => part === 0)) return "";
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function explain(name: string, error: unknown): DemarcheError {
  if (error instanceof DemarcheError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `${name} cannot be read as an SQLite database (${reason}): it may be damaged or cut off.`;
  return new DemarcheError("FILE_UNREADABLE", message, { cause: error });
}
