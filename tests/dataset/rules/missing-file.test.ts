import { describeRule } from "../../support/rules.ts";

describeRule("missing-file", "required files that are missing, and none of the references into them");
