import { describeRule } from "../../support/rules.ts";

describeRule("provision-role", "provisions given or got by nobody");
