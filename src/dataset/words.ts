import { TABLE_NAMES, TABLES, type TableName } from "../domain/tables.ts";
import { NODE_KINDS, type NodeKind } from "../domain/vocabulary.ts";

const TABLE_OF_KIND = new Map<string, TableName>(
  TABLE_NAMES.flatMap((name) => (TABLES[name].node === null ? [] : [[TABLES[name].node, name] as const])),
);

/** Gives the table whose rows are of a kind. */
export function tableOf(kind: NodeKind): TableName {
  const table = TABLE_OF_KIND.get(kind);
  if (!table) throw new Error(`no table of ${kind}`);
  return table;
}

/** Gives the file whose rows are of a kind. */
export function fileOf(kind: NodeKind): string {
  return TABLES[tableOf(kind)].file;
}

/** Names a kind in a sentence: `an actor`. */
export function withArticle(kind: NodeKind): string {
  const noun = kind.toLowerCase();
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** Joins words as in a sentence: `a, b or c`. */
export function joinWords(words: readonly string[], conjunction: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1)}`;
}

/** Names some kinds in a sentence: `demand, proposal or meeting`; `thing` where every kind will do. */
export function nameKinds(kinds: readonly NodeKind[]): string {
  if (kinds.length === 0 || kinds.length === NODE_KINDS.length) return "thing";
  return joinWords(
    kinds.map((kind) => kind.toLowerCase()),
    "or",
  );
}
