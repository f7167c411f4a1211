import { describeRule } from "../../support/rules.ts";

describeRule("joint", "joint acts of one actor and unmarked acts of several");
