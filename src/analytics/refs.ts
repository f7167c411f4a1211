import { parseId } from "../domain/ids.ts";
import { NODE_KINDS, type NodeKind } from "../domain/vocabulary.ts";

/** A thing of a case as every result names it: readable without another question. */
export interface Ref {
  /** `case/slug`. */
  readonly id: string;
  readonly slug: string;
  /** Name, title or text. */
  readonly name: string;
  readonly kind: NodeKind;
}

const KINDS = new Set<string>(NODE_KINDS);

/** Makes a reference from what a query gives of a node: its id, its labels and its name. */
export function makeRef(id: string, labels: readonly string[], name: string | null): Ref {
  const { slug } = parseId(id);
  return { id, slug, name: name ?? slug, kind: kindOf(labels) };
}

/** Gives the kind of a node from its labels, of which `Record` and `Mediator` are none; `RetiredActor` is an actor. */
export function kindOf(labels: readonly string[]): NodeKind {
  const kind = labels.map((label) => label.replace(/^Retired/, "")).find((label) => KINDS.has(label));
  if (!kind) throw new Error(`no kind among the labels ${labels.join(", ")}`);
  return kind as NodeKind;
}

/** Compares two texts by code unit, the same on every machine. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Takes of a fuller thing what a reference is. */
export function toRef({ id, slug, name, kind }: Ref): Ref {
  return { id, slug, name, kind };
}
