import { describeRule } from "../../support/rules.ts";

describeRule("unknown-file", "files that are no table of a case");
