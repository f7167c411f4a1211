import { describeRule } from "../../support/rules.ts";

describeRule("implied-actor", "implied actors without a note");
