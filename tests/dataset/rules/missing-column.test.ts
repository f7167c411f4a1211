import { describeRule } from "../../support/rules.ts";

describeRule("missing-column", "required columns that are left out, once for the file and not on every line");
