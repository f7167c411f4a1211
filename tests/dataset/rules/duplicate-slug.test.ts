import { describeRule } from "../../support/rules.ts";

describeRule("duplicate-slug", "slugs that name two things, in one table or in two");
