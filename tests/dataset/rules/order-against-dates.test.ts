import { describeRule } from "../../support/rules.ts";

describeRule("order-against-dates", "orders that the dates contradict");
