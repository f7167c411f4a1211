import type { Rule } from "./rule.ts";
import { missingSource } from "./rules/missing-source.ts";
import { referenceKind } from "./rules/reference-kind.ts";
import { unknownReference } from "./rules/unknown-reference.ts";

/** The rules about rows and what they refer to, in the order in which they run. */
export const RULES: readonly Rule[] = [unknownReference, referenceKind, missingSource];
