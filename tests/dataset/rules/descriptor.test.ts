import { describeRule } from "../../support/rules.ts";

describeRule("descriptor", "unsound settings and files that are described otherwise than they are");
