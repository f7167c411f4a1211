import { describeRule } from "../../support/rules.ts";

describeRule("unknown-column", "columns that the table does not have");
