import { describeRule } from "../../support/rules.ts";

describeRule("empty-case", "cases without a statement");
