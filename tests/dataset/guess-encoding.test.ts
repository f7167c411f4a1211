import { describe, expect, it } from "vitest";
import { decodeGuess, guessByteEncoding, guessWideEncoding } from "../../src/dataset/guess-encoding.ts";

describe("guessWideEncoding(start)", () => {
  it("knows UTF-16 and UTF-32 by their marks, and UTF-16 without", () => {
    const text = Buffer.from("slug,name\n", "utf16le");
    const starts = [
      Buffer.concat([Buffer.from([0xff, 0xfe]), text]),
      Buffer.from([0xfe, 0xff, 0, 0x73]),
      Buffer.from([0xff, 0xfe, 0, 0, 0x73, 0, 0, 0]),
      text,
      Buffer.from(text).swap16(),
    ];
    expect(starts.map((start) => guessWideEncoding(start)?.name)).toEqual([
      "UTF-16 (little endian)",
      "UTF-16 (big endian)",
      "UTF-32 (little endian)",
      "UTF-16 (little endian)",
      "UTF-16 (big endian)",
    ]);
  });

  it("gives null for UTF-8 and for nothing", () => {
    expect([Buffer.from("slug,Київ\n"), Buffer.alloc(0)].map(guessWideEncoding)).toEqual([null, null]);
  });
});

describe("guessByteEncoding(bytes)", () => {
  it("tells Latin-1, Windows-1252 and Windows-1251 apart and decodes them", () => {
    const texts = [
      Buffer.from("Südland, élan", "latin1"),
      Buffer.from([0x61, 0x20, 0x96, 0x20, 0x93, 0x62, 0x94]),
      Buffer.from([0xd8, 0xe8, 0xf0, 0xe8, 0xed, 0xe0]),
    ];
    const guesses = texts.map((bytes) => ({ bytes, guess: guessByteEncoding(bytes) }));
    expect(guesses.map(({ bytes, guess }) => [guess.name, decodeGuess(bytes, guess)])).toEqual([
      ["Latin-1 (ISO 8859-1)", "Südland, élan"],
      ["Windows-1252", "a – “b”"],
      ["Windows-1251 (Cyrillic)", "Ширина"],
    ]);
  });
});
