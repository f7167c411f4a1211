import fc from "fast-check";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { readDataset } from "../../../src/dataset/read-dataset.ts";
import { arbitraryDataset } from "../../support/arbitrary-dataset.ts";

/** Reads a case folder that must be sound. */
export async function readCase(folder: string): Promise<Dataset> {
  const { dataset, problems } = await readDataset(folder);
  if (!dataset) throw new Error(problems.map((problem) => problem.message).join("\n"));
  return dataset;
}

const STANCES = [
  "DEMANDED",
  "ACCEPTED",
  "CONCEDED",
  "NOT_ACCEPTED",
  "REJECTED",
  "WITHDREW",
  "IGNORED",
] as const;
const DATES = [
  "2022-03-01",
  "2022-03-02",
  "2022-03",
  "2022-03-02/2022-03-05",
  "2022-04",
  "2022-04-01/..",
  null,
] as const;

/** Generates cases in which many statements meet on the same few demands, proposals and days. */
export function arbitraryDebate(): fc.Arbitrary<Dataset> {
  const stance = fc.record({
    act: fc.constantFrom(...STANCES),
    date: fc.constantFrom(...DATES),
    target: fc.nat(),
    isOnProposal: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  });
  return arbitraryDataset({ maxStatements: 24 }).chain((dataset) =>
    fc
      .array(stance, {
        minLength: dataset.tables.statements.length,
        maxLength: dataset.tables.statements.length,
      })
      .map((stances) => withStances(dataset, stances)),
  );
}

function withStances(
  dataset: Dataset,
  stances: readonly {
    act: (typeof STANCES)[number];
    date: string | null;
    target: number;
    isOnProposal: boolean;
  }[],
): Dataset {
  const { demands, proposals } = dataset.tables;
  const statements = dataset.tables.statements.map((row, index) => {
    const { act, date, target, isOnProposal } = stances[index] ?? {
      act: "ACCEPTED",
      date: null,
      target: 0,
      isOnProposal: false,
    };
    const things = isOnProposal ? proposals : demands;
    const order = { after: [], before: [], inResponseTo: [], conditionalOn: [] };
    const dateBasis = date === null ? ("NOT_GIVEN" as const) : ("STATED" as const);
    return {
      ...row,
      act,
      date,
      dateBasis,
      ...order,
      target: things[target % things.length]?.slug ?? row.target,
    };
  });
  // Links to statements may contradict the dates that they have now.
  const slugs = new Set(statements.map(({ slug }) => slug));
  const links = dataset.tables.links.filter(({ from, to }) => !slugs.has(from) && !slugs.has(to));
  return { ...dataset, tables: { ...dataset.tables, statements, links } };
}

/** The slug of the one case of a dataset. */
export function slugOf({ tables }: Dataset): string {
  return tables.case[0]?.slug ?? "";
}

/** Texts in one order, for answers whose order is not what a test is about. */
export function sorted(texts: readonly string[]): string[] {
  return [...texts].sort();
}

/** A thing with all that is, by any number of steps, part of it. */
export function partsUnder(
  slug: string,
  rows: readonly { readonly slug: string; readonly partOf: string | null }[],
): string[] {
  const found = [slug];
  for (const one of found) {
    for (const row of rows) if (row.partOf === one && !found.includes(row.slug)) found.push(row.slug);
  }
  return found;
}
