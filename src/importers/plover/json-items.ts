import { DemarcheError } from "../../domain/errors.ts";

/** An object of a JSON file: its text and the line on which it begins, from 1. */
export interface JsonItem {
  readonly line: number;
  readonly text: string;
  /** Whether its last brace was found; an item that is cut off is the last one. */
  readonly isWhole: boolean;
}

const LONGEST_ITEM = 8 * 1024 * 1024;
const QUOTE = 34;
const BACKSLASH = 92;
const LINE_FEED = 10;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * Splits JSON into its outermost objects as it comes, be they in one array, one a line, or one after another.
 *
 * @throws {DemarcheError} `FILE_UNREADABLE` at an object longer than 8 MB.
 */
export class JsonSplitter {
  #text = "";
  #line = 1;
  #startLine = 1;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  /** Gives the objects that end in this piece. */
  split(piece: string): JsonItem[] {
    const items: JsonItem[] = [];
    let start = this.#depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const change = this.#step(piece.charCodeAt(at));
      if (change === 1 && this.#depth === 1) {
        start = at;
        this.#startLine = this.#line;
      } else if (change === -1 && this.#depth === 0) {
        items.push({ line: this.#startLine, text: this.#text + piece.slice(start, at + 1), isWhole: true });
        this.#text = "";
        start = -1;
      }
    }
    if (start >= 0) this.#keep(piece.slice(start));
    return items;
  }

  /** Gives the object that the end of the file cuts off; null where there is none. */
  end(): JsonItem | null {
    return this.#depth === 0 ? null : { line: this.#startLine, text: this.#text, isWhole: false };
  }

  /** Takes one character; gives 1 where it opens an object, -1 where it closes one. */
  #step(code: number): 1 | -1 | 0 {
    if (code === LINE_FEED) this.#line += 1;
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) this.#isInString = false;
      return 0;
    }
    if (code === QUOTE) this.#isInString = this.#depth > 0;
    if (code === OPEN_BRACE) this.#depth += 1;
    else if (code !== CLOSE_BRACE || this.#depth === 0) return 0;
    else this.#depth -= 1;
    return code === OPEN_BRACE ? 1 : -1;
  }

  #keep(text: string): void {
    this.#text += text;
    if (this.#text.length <= LONGEST_ITEM) return;
    const message = `The object that begins on line ${this.#startLine} is longer than 8 MB: this is no file of events.`;
    throw new DemarcheError("FILE_UNREADABLE", message);
  }
}
