import { describeRule } from "../../support/rules.ts";

describeRule("same-as", "links that name no actor of another case");
