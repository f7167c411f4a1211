import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateDataset } from "../../src/dataset/validate-dataset.ts";
import { DemarcheError } from "../../src/domain/errors.ts";
import { guessDateOrder, parseForeignDate } from "../../src/domain/foreign-dates.ts";
import { isSlug } from "../../src/domain/ids.ts";
import { actOfCameo, actOfPlover } from "../../src/importers/event-codes.ts";
import { readLines } from "../../src/importers/gdelt/read-lines.ts";
import { IdSet } from "../../src/importers/id-set.ts";
import { IMPORTERS } from "../../src/importers/importers.ts";
import { findInputs } from "../../src/importers/inputs.ts";
import { mendEncoding } from "../../src/importers/mend-encoding.ts";
import { JsonSplitter } from "../../src/importers/plover/json-items.ts";
import { SlugBook, slugify } from "../../src/importers/slug-book.ts";
import { byteOfWindows1252 } from "../../src/importers/windows-1252.ts";
import { importLake, makeFolder, sampleOf } from "./support.ts";

const STARTS: Readonly<Record<string, string>> = {
  csv: "Speaker,Topic,Position,Date\nAda,Dam,yes,2021-03-04\n",
  dna: "SQLite format 3\0STATEMENTTYPES",
  unvotes: "rcid,country,country_code,vote\n3,Namibia,NA,yes\n",
  paax: "signatory_id,from_node_id,signatory_type,to_node_id\n1,AGT_1,party,CON_1\n",
  mediation: "year,mediation ID,third-party,mediation\n1998,1,Westland,1\n",
  gdelt: `${"1\t".repeat(60)}1\n`,
  plover: '[{"event":"AGREE","source":[{"actorText":"A"}],"target":[{"actorText":"B"}]},\n',
};
const PIECES = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: "grapheme", maxLength: 30 }).map((text) => Buffer.from(text)),
    fc
      .constantFrom(...'",;\n\r\t|{}[]:\\'.split(""), '""', "\r\n", "NA", "yes", "2021-03-04", "045", "\0")
      .map((text) => Buffer.from(text)),
  ),
  { maxLength: 30 },
);

/** Holds that an error is one for the user; shows the cause of any other. */
function expectFault(error: unknown): void {
  if (!(error instanceof DemarcheError)) throw error;
  if (error.code === "INTERNAL") throw error.cause;
}

describe.each(IMPORTERS.map(({ name }) => name))("importCase(%s, any bytes)", (format) => {
  it("gives a sound case or says what is wrong, never anything else", async () => {
    const path = join(await makeFolder(), "input");
    const out = join(await makeFolder(), "lake");
    await fc.assert(
      fc.asyncProperty(PIECES, fc.boolean(), async (pieces, isStarted) => {
        const start = isStarted ? [Buffer.from(STARTS[format] ?? "")] : [];
        await writeFile(path, Buffer.concat([...start, ...pieces]));
        try {
          await importLake(format, [path], { out, overwrite: true });
          const problems = await validateDataset(out);
          expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
        } catch (error) {
          expectFault(error);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("importCase(dna, a damaged database)", () => {
  it("gives a case or says what is wrong", async () => {
    const bytes = await readFile(sampleOf("dna/sample/lake.dna"));
    const path = join(await makeFolder(), "input");
    const out = join(await makeFolder(), "lake");
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 200,
    });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of changes) damaged[at] = value;
        await writeFile(path, damaged);
        try {
          await importLake("dna", [path], { out, overwrite: true });
        } catch (error) {
          expectFault(error);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("JsonSplitter.split(piece)", () => {
  it("finds the same objects however the text is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.json()), { maxLength: 6 }),
        fc.nat(20),
        (objects, size) => {
          const text = JSON.stringify(objects, null, 1);
          const splitter = new JsonSplitter();
          const items = [];
          for (let at = 0; at < text.length; at += size + 1)
            items.push(...splitter.split(text.slice(at, at + size + 1)));
          expect(items.map((item) => JSON.parse(item.text))).toEqual(objects);
          expect(
            items.map(({ line, text: piece }) =>
              text
                .split("\n")
                .slice(line - 1)
                .join("\n")
                .includes(piece),
            ),
          ).toEqual(objects.map(() => true));
          expect(splitter.end()).toBeNull();
        },
      ),
    );
  });
});

describe("readLines(input)", () => {
  it("numbers the lines of any text", async () => {
    const path = join(await makeFolder(), "input");
    const line = fc
      .string({ unit: "grapheme", maxLength: 20 })
      .map((text) => text.replace(/[\r\n\ufeff]/g, ""));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), async (lines) => {
        await writeFile(path, `x${lines.join("\n")}\n`);
        const [input] = await findInputs([path]);
        const found: (string | null)[] = [];
        if (input) for await (const batch of readLines(input)) found.push(...batch.lines);
        expect(found).toEqual(`x${lines.join("\n")}`.split("\n"));
      }),
      { numRuns: 40 },
    );
  });
});

describe("SlugBook.claim(name, fallback)", () => {
  it("gives slugs that are unique and valid for any names", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (names) => {
        const book = new SlugBook();
        const slugs = names.map((name) => book.claim(name, "actor"));
        expect(new Set(slugs).size).toBe(slugs.length);
        expect(slugs.every(isSlug)).toBe(true);
      }),
    );
  });

  it("transliterates, numbers what collides, and keeps reserved ones free", () => {
    const book = new SlugBook();
    book.reserve(/^rc\d/);
    const names = [
      "Зеленський",
      "Côte d’Ivoire",
      "Cote d'Ivoire",
      "Cote d Ivoire 2",
      "Cote d Ivoire",
      "RC12",
      "…",
      "…",
    ];
    expect(names.map((name) => book.claim(name, "actor"))).toEqual([
      "zelenskiy",
      "cote-divoire",
      "cote-divoire-2",
      "cote-d-ivoire-2",
      "cote-d-ivoire",
      "actor-rc12",
      "actor",
      "actor-2",
    ]);
  });
});

describe("slugify(name)", () => {
  it("cuts long names at a word", () => {
    expect(slugify(`${"word ".repeat(20)}`)).toBe(
      "word-word-word-word-word-word-word-word-word-word-word-word",
    );
    expect(slugify("https://www.example.org/news/1")).toBe("example-org-news-1");
  });
});

describe("IdSet.add(id)", () => {
  it("tells what it has seen", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 2 ** 40 })), (ids) => {
        const set = new IdSet();
        const seen = new Set<number>();
        for (const id of [...ids, ...ids]) {
          expect(set.add(id)).toBe(!seen.has(id));
          seen.add(id);
        }
      }),
    );
  });
});

describe("mendEncoding(text)", () => {
  it("turns back what was read as Windows-1252, once or twice, and leaves the rest", () => {
    const spoil = (text: string) =>
      new TextDecoder("latin1")
        .decode(Buffer.from(text))
        .replace(/[\u0080-\u009f]/g, (letter) => LETTERS.get(letter.charCodeAt(0)) ?? letter);
    for (const text of ["Côte d’Ivoire", "Українa", "Türkiye", "São Tomé"]) {
      expect(mendEncoding(spoil(text))).toBe(text);
      expect(mendEncoding(spoil(spoil(text)))).toBe(text);
      expect(mendEncoding(text)).toBe(text);
    }
    expect(mendEncoding("CÃ´te, Côte and Україна")).toBe("Côte, Côte and Україна");
  });
});

const LETTERS = new Map(
  [..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((letter) => [byteOfWindows1252(letter) ?? 0, letter]),
);

describe("parseForeignDate(text, order)", () => {
  it.each([
    ["2022-03-29", null, "2022-03-29"],
    ["2022-03", null, "2022-03"],
    ["2022-03-29T10:00:00Z", null, "2022-03-29"],
    ["2022-03-29 10:00", null, "2022-03-29"],
    ["20220329", null, "2022-03-29"],
    ["2022/3/9", null, "2022-03-09"],
    ["29.3.2022", null, "2022-03-29"],
    ["29/3/2022", null, "2022-03-29"],
    ["3/29/2022", null, "2022-03-29"],
    ["3/4/2022", null, null],
    ["3/3/2022", null, "2022-03-03"],
    ["3/4/2022", "day-first", "2022-04-03"],
    ["3/4/2022", "month-first", "2022-03-04"],
    ["29 March 2022", null, "2022-03-29"],
    ["Mar 29, 2022", null, "2022-03-29"],
    ["March 2022", null, "2022-03"],
    ["2022-02-30", null, null],
    ["spring", null, null],
    ["", null, null],
  ] as const)("reads %j (%s) as %j", (text, order, date) => {
    expect(parseForeignDate(text, order)).toBe(date);
  });

  it("takes the order from dates that can be read in one way only", () => {
    expect(guessDateOrder(["3/4/2022", "29/3/2022"])).toBe("day-first");
    expect(guessDateOrder(["3/4/2022", "3/29/2022"])).toBe("month-first");
    expect(guessDateOrder(["3/29/2022", "29/3/2022"])).toBeNull();
    expect(guessDateOrder(["3/4/2022"])).toBeNull();
  });
});

describe("actOfCameo(code)", () => {
  it.each([
    ["030", "OFFERED"],
    ["0356", "OFFERED"],
    ["036", null],
    ["037", "OFFERED"],
    ["038", "ACCEPTED"],
    ["039", "OFFERED_TO_MEDIATE"],
    ["040", "ATTENDED"],
    ["045", "MEDIATED"],
    ["046", "ATTENDED"],
    ["054", "BACKED"],
    ["055", null],
    ["057", "SIGNED"],
    ["080", "ACCEPTED"],
    ["081", null],
    ["0831", "ACCEPTED"],
    ["010", null],
    ["10", null],
    ["100", "DEMANDED"],
    ["108", "DEMANDED"],
    ["109", null],
    ["110", "CRITICISED"],
    ["112", "ACCUSED"],
    ["1123", "ACCUSED"],
    ["113", "CRITICISED"],
    ["115", "ACCUSED"],
    ["116", "ACCUSED"],
    ["129", "REJECTED"],
    ["139", "WARNED"],
    ["140", null],
    ["", null],
  ])("reads %j as %j", (code, act) => {
    expect(actOfCameo(code)).toBe(act);
  });
});

describe("actOfPlover(event, mode)", () => {
  it.each([
    ["AGREE", "", "OFFERED"],
    ["AGREE", "mediate", "OFFERED_TO_MEDIATE"],
    ["CONSULT", "visit", "ATTENDED"],
    ["CONSULT", "third-party", "MEDIATED"],
    ["SUPPORT", "", "BACKED"],
    ["SUPPORT", "sign", "SIGNED"],
    ["CONCEDE", "", "ACCEPTED"],
    ["REQUEST", "", "DEMANDED"],
    ["DEMAND", "", "DEMANDED"],
    ["REJECT", "assist", "REJECTED"],
    ["THREATEN", "violence", "WARNED"],
    ["ACCUSE", "", "ACCUSED"],
    ["ACCUSE", "disapprove", "CRITICISED"],
    ["DISAPPROVE", "", "CRITICISED"],
    ["PROTEST", "", null],
  ])("reads %s (%s) as %j", (event, mode, act) => {
    expect(actOfPlover(event, mode)).toBe(act);
  });
});
