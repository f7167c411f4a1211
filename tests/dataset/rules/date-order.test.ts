import { describeRule } from "../../support/rules.ts";

describeRule("date-order", "intervals and terms that end before they begin");
