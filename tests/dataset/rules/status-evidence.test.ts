import { describeRule } from "../../support/rules.ts";

describeRule("status-evidence", "claims that nobody makes and disputes that nobody has");
