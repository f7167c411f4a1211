import { describeRule } from "../../support/rules.ts";

describeRule("missing-quote", "statements without quote or locator");
