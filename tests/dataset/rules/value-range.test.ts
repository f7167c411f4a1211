import { describeRule } from "../../support/rules.ts";

describeRule("value-range", "values, upper ends and bounds that do not go together");
