import { describeRule } from "../../support/rules.ts";

describeRule("edtf-date", "dates that cannot be read, with the way to write them");
