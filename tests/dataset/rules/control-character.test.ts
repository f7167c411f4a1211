import { describeRule } from "../../support/rules.ts";

describeRule("control-character", "control characters in texts");
