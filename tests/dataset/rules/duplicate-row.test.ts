import { describeRule } from "../../support/rules.ts";

describeRule("duplicate-row", "relations that stand twice");
