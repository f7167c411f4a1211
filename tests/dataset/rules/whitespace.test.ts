import { describeRule } from "../../support/rules.ts";

describeRule("whitespace", "blanks around texts, and drops those around slugs");
