import { describeRule } from "../../support/rules.ts";

describeRule("coverage", "documents that were read without word of how completely");
