import { describeRule } from "../../support/rules.ts";

describeRule("date-basis", "bases that do not fit their date");
