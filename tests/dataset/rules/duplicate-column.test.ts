import { describeRule } from "../../support/rules.ts";

describeRule("duplicate-column", "columns that stand twice");
