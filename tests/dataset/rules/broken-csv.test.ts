import { describeRule } from "../../support/rules.ts";

describeRule("broken-csv", "open quotes, lines of the wrong length, and files that are no CSV");
