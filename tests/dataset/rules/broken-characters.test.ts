import { describeRule } from "../../support/rules.ts";

describeRule("broken-characters", "traces of an earlier conversion");
