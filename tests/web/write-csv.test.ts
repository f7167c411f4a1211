import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../web/explorer/src/parts/write-csv.ts";

const columns = [
  { title: "Name", value: ([name]: readonly [string, number | null]) => name },
  { title: "Weight", value: ([, weight]: readonly [string, number | null]) => weight },
];

describe("writeCsv(table)", () => {
  it("quotes commas, quotation marks and line breaks; leaves an empty cell for nothing", () => {
    expect(writeCsv({ columns, rows: [['He said "no", twice\nor so', null]] })).toBe(
      'Name,Weight\r\n"He said ""no"", twice\nor so",\r\n',
    );
  });

  it("keeps spreadsheets from running a text, but not from reading a negative number", () => {
    expect(writeCsv({ columns, rows: [["=1+1", -2]] })).toBe("Name,Weight\r\n'=1+1,-2\r\n");
  });

  it("writes the header alone where there are no rows", () => {
    expect(writeCsv({ columns, rows: [] })).toBe("Name,Weight\r\n");
  });

  it("is read back by another program, cell by cell", () => {
    const name = fc.string({ unit: "grapheme" }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.integer())), (rows) => {
        const read: string[][] = parse(writeCsv({ columns, rows }), { record_delimiter: "\r\n" });
        expect(read.slice(1)).toEqual(rows.map(([text, number]) => [text, String(number)]));
      }),
    );
  });
});
