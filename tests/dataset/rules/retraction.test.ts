import { describeRule } from "../../support/rules.ts";

describeRule("retraction", "statements retracted before they were recorded");
