import { describeRule } from "../../support/rules.ts";

describeRule("link-kind", "links that join the wrong things or have the wrong kind");
