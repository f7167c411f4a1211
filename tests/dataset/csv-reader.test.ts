import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvReader, type CsvRow } from "../../src/dataset/csv-reader.ts";
import { textLines } from "../../src/dataset/text-lines.ts";

describe("CsvReader", () => {
  it("gives cells with the line on which their record begins", () => {
    const text = 'a,b\n\n1,"two\nlines"\n"say ""so""",\n5 " 6,7';
    expect(new CsvReader().read(text, true)).toEqual([
      { line: 1, cells: ["a", "b"], fault: null },
      { line: 3, cells: ["1", "two\nlines"], fault: null },
      { line: 5, cells: ['say "so"', ""], fault: null },
      { line: 6, cells: ['5 " 6', "7"], fault: null },
    ]);
  });

  it("goes on at the next line after a quote that it cannot understand", () => {
    const text = 'a,b\n"x"y,1\n2,"open\n3,4\n';
    expect(new CsvReader().read(text, true)).toEqual([
      { line: 1, cells: ["a", "b"], fault: null },
      { line: 2, cells: [], fault: 'Cell 1 goes on with "y,1" after its closing quote.' },
      { line: 3, cells: [], fault: "Cell 2 opens a quote that is never closed." },
      { line: 4, cells: ["3", "4"], fault: null },
    ]);
  });

  it("stops after fifty faults", () => {
    const rows = new CsvReader().read('"x"y\n'.repeat(1000), true);
    expect(rows.length).toBe(50);
  });

  it("gives nothing for an empty text", () => {
    expect(new CsvReader().read("", true)).toEqual([]);
  });

  it("reads what was written as the same cells, whatever the pieces", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryCells(),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.integer({ min: 1, max: 40 }),
        async (rows, feed, size) => {
          const bytes = Buffer.from(rows.map((cells) => cells.map(quote).join(",")).join(feed), "utf8");
          const read = await readBytes(bytes, size);
          expect(read.map(({ cells }) => cells)).toEqual(rows.map((cells) => cells.map(withLineFeeds)));
        },
      ),
    );
  });

  it("gives the same cells as csv-parse on any text that both accept", () => {
    const piece = fc.constantFrom('"', ",", "\n", "a", "b ", "Київ", '""', '"x"', " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const expected = parseStrictly(text);
        fc.pre(expected !== null);
        const rows = new CsvReader().read(text, true);
        expect(rows.map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("never hangs or throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "x", "é") }), (text) => {
        for (const { line, fault, cells } of new CsvReader().read(text, true)) {
          expect(line).toBeGreaterThan(0);
          expect(fault === null).toBe(cells.length > 0);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function arbitraryCells(): fc.Arbitrary<string[][]> {
  const cell = fc.oneof(fc.string(), fc.constantFrom('"', "a,b", "x\ny", "Мир\r\nсейчас", "🕊️", ""));
  const row = fc.array(cell, { minLength: 2, maxLength: 5 });
  return fc.array(row, { minLength: 1, maxLength: 8 });
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function withLineFeeds(cell: string): string {
  return cell.replace(/\r\n?/g, "\n");
}

async function readBytes(bytes: Buffer, size: number): Promise<CsvRow[]> {
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const reader = new CsvReader();
  const rows: CsvRow[] = [];
  for await (const text of textLines(pieces())) rows.push(...reader.read(text));
  return [...rows, ...reader.read("", true)];
}

function parseStrictly(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true, skip_empty_lines: true, record_delimiter: "\n" });
  } catch {
    return null;
  }
}
