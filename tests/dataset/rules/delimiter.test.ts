import { describeRule } from "../../support/rules.ts";

describeRule("delimiter", "cells separated by semicolons or tabs, and reads them");
