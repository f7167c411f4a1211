import { describeRule } from "../../support/rules.ts";

describeRule("required-cell", "empty cells of required columns");
