import { describeRule } from "../../support/rules.ts";

describeRule("identifier", "codes, items and addresses that are not of their form");
