import { describeRule } from "../../support/rules.ts";

describeRule("encoding", "files that are not UTF-8, naming the encoding that they seem to have");
