import { describeRule } from "../../support/rules.ts";

describeRule("missing-actor", "statements without an actor that do not say so, and with one though they do");
