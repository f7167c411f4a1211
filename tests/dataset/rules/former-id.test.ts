import { describeRule } from "../../support/rules.ts";

describeRule("former-id", "former slugs that cannot answer");
