import { describeRule } from "../../support/rules.ts";

describeRule("self-reference", "rows that refer to themselves");
