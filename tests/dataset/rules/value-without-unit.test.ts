import { describeRule } from "../../support/rules.ts";

describeRule("value-without-unit", "values on issues without a unit");
