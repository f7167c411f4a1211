import { describeRule } from "../../support/rules.ts";

describeRule("reference-kind", "references to rows of a kind that the column does not take");
