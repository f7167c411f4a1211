import type { CellRule } from "../reading-rule.ts";

/** Finds control characters in texts: left-overs of a conversion that no export format can carry. */
export const controlCharacter: CellRule = {
  name: "control-character",
  severity: "error",
  says: "A text holds no control characters but line breaks and tabs.",
  explain: (text) => {
    const at = [...text].findIndex((character) => isControl(character.codePointAt(0) ?? 0));
    const code = ([...text][at]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `The text holds the control character U+${code} as its character ${at + 1}: take it out.`;
  },
};

function isControl(code: number): boolean {
  return (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127;
}
