import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { EditRequest } from "../../src/curation/edit.ts";
import { editRow } from "../../src/curation/edit-row.ts";
import { EDITABLE_TABLES, type EditableTable } from "../../src/curation/editable-tables.ts";
import { fetchHistory } from "../../src/curation/history.ts";
import type { Dataset } from "../../src/dataset/dataset.ts";
import { DemarcheError } from "../../src/domain/errors.ts";
import { runDoctor } from "../../src/loading/doctor.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { prepareSchema } from "../../src/loading/prepare-schema.ts";
import { arbitraryDataset } from "../support/arbitrary-dataset.ts";
import { twinOf } from "../support/example-dataset.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";
import { removeAllNodes } from "../support/remove-all-nodes.ts";

const neo4j = useDatabase();
beforeAll(async () => await prepareSchema(neo4j.database));

/** What chance chose for one edit; each number picks from a list, whatever its length. */
interface Dice {
  readonly table: number;
  /** RETRACT: of what is no statement, a change. */
  readonly action: "MAKE" | "CHANGE" | "RETRACT";
  readonly isNamed: boolean;
  readonly row: number;
  readonly fields: readonly (readonly [field: number, value: number])[];
}

const dice: fc.Arbitrary<Dice> = fc.record({
  table: fc.nat(99),
  action: fc.constantFrom("MAKE", "CHANGE", "CHANGE", "RETRACT"),
  isNamed: fc.boolean(),
  row: fc.nat(99),
  fields: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 2 }),
});

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** Statements are edited half of the time. */
const TABLES: readonly EditableTable[] = [
  ...EDITABLE_TABLES.map(() => "statements" as const),
  ...EDITABLE_TABLES,
];

/** Values that the rules about several rows look at, right and wrong ones, for the fields of a table. */
function valuesFor(table: EditableTable, { tables }: Dataset): Readonly<Record<string, readonly unknown[]>> {
  const slugs = (name: EditableTable) =>
    (tables[name] as readonly { slug: string }[]).map(({ slug }) => slug);
  const lists = (name: EditableTable) => [[], ...slugs(name).map((slug) => [slug])];
  const timed = [...slugs("statements"), ...slugs("events"), ...slugs("meetings"), "nowhere"];
  const evidence = { foundIn: lists("sources"), quote: [null, "a few words", "x".repeat(301)] };
  const order = {
    date: [null, "2001-01-01", "1999", "2031/.."],
    after: [[], ...timed.map((slug) => [slug])],
    before: [[], ...timed.map((slug) => [slug])],
  };
  const names = [...tables.actors.map(({ name }) => name), "A new name"];
  const values: Readonly<Record<EditableTable, Readonly<Record<string, readonly unknown[]>>>> = {
    statements: {
      act: ["MEDIATED", "OFFERED_TO_MEDIATE", "ASSERTED", "DISPUTED", "VIOLATED", "FULFILLED", "BACKED"],
      actors: lists("actors"),
      target: ["demands", "proposals", "meetings", "claims"].flatMap((name) => slugs(name as EditableTable)),
      inResponseTo: lists("statements"),
      status: ["REPORTED", "OPINION", "DISPUTED"],
      note: ["a note", null],
      channel: ["MEDIA", null],
      ...evidence,
      ...order,
    },
    actors: { name: names, aliases: names.map((name) => [name]), ...evidence },
    issues: { unit: [null, "persons"], partOf: [null, ...slugs("issues")] },
    demands: { issue: [null, ...slugs("issues")], value: [null, 1], ...evidence },
    proposals: { kind: ["PLAN", "AGREEMENT", "COMMITMENT"], ...evidence, ...order },
    meetings: { partOf: [null, ...slugs("meetings")], ...evidence, ...order },
    events: { name: ["An event"], ...evidence, ...order },
    claims: { text: ["A claim"], about: [[], ...timed.map((slug) => [slug])], ...evidence },
    sources: { publisher: [null, ...names], coverage: [null, "COMPLETE", "PARTIAL"] },
  };
  return values[table];
}

/** Makes the edit of a case that chance chose; null where the table has no row to change. */
async function makeEdit(chosen: Dice, dataset: Dataset, caseSlug: string): Promise<EditRequest | null> {
  const table = pick(TABLES, chosen.table) ?? "statements";
  const values = Object.entries(valuesFor(table, dataset));
  const fields = Object.fromEntries(
    chosen.fields.map(([field, value]) => {
      const [name = "", list = []] = pick(values, field) ?? [];
      return [name, pick(list, value)];
    }),
  );
  const rows = dataset.tables[table] as readonly {
    readonly slug: string;
    readonly retractedAt?: string | null;
  }[];
  const standing = rows.filter(({ retractedAt = null }) => retractedAt === null);
  const row = pick(standing.length > 0 ? standing : rows, chosen.row);
  if (!row) return null;
  if (chosen.action === "MAKE") {
    const {
      slug: _,
      recordedAt: __,
      retractedAt: ___,
      ...copied
    } = row as unknown as Record<string, unknown>;
    const slug = !chosen.isNamed && table === "statements" ? null : `new-${chosen.row % 3}`;
    const action = table === "statements" ? "RECORD" : "CREATE";
    return { action, table, case: caseSlug, slug, fields: { ...copied, ...fields } };
  }
  const id = `${caseSlug}/${row.slug}`;
  const { versions } = await fetchHistory(neo4j.database, id);
  const seen = versions[0]?.version ?? "";
  if (table !== "statements") return { action: "UPDATE", table, id, seen, fields };
  if (chosen.action === "RETRACT") return { action: "RETRACT", table, id, seen, fields: {} };
  return { action: "CORRECT", table, id, seen, fields };
}

const NOW = new Date("2026-02-01T00:00:00Z");

/** What becomes of an edit, by which two cases of the same rows can be compared. */
async function outcomeOf(request: EditRequest, caseSlug: string, mostWhole: number): Promise<string> {
  const context = { by: "ada", why: null, now: () => NOW, mostWhole };
  const outcome = await editRow(neo4j.database, request, context).then(
    ({ id: _, ...edit }) => edit,
    (error: unknown) => {
      if (!(error instanceof DemarcheError)) throw error;
      return { code: error.code, message: error.message, details: error.details };
    },
  );
  return withoutCase(outcome, caseSlug);
}

function withoutCase(value: unknown, caseSlug: string): string {
  return JSON.stringify(value).replaceAll(`${caseSlug}/`, "CASE/").replaceAll(`"${caseSlug}"`, '"CASE"');
}

describe("an edit of a case too large to be read as a whole", () => {
  it("does, or is refused for, what it would be if all of the case were read", async () => {
    const world = fc.tuple(
      arbitraryDataset({ maxStatements: 12 }),
      fc.array(dice, { minLength: 8, maxLength: 12 }),
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(world, async ([dataset, all]) => {
        await removeAllNodes(neo4j.database);
        for (const name of ["part", "whole"])
          await loadDataset(neo4j.database, twinOf(dataset, name), { now: () => NOW });
        for (const chosen of all) {
          const [part, whole] = [
            await makeEdit(chosen, dataset, "part"),
            await makeEdit(chosen, dataset, "whole"),
          ];
          if (!part || !whole) continue;
          const outcome = await outcomeOf(part, "part", 0);
          expect(outcome).toEqual(await outcomeOf(whole, "whole", 1_000_000));
          seen.add(/"code":"(\w+)"/.exec(outcome)?.[1] ?? part.action);
        }
        expect(withoutCase(await readGraph(neo4j.database, "part"), "part")).toEqual(
          withoutCase(await readGraph(neo4j.database, "whole"), "whole"),
        );
        expect((await runDoctor(neo4j.database)).isSound).toBe(true);
      }),
      { numRuns: 5, seed: 8, endOnFailure: true },
    );
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(["CORRECT", "CREATE", "INVALID_EDIT", "RECORD", "RETRACT", "UPDATE"]),
    );
  });
});
