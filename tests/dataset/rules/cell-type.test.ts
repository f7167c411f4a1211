import { describeRule } from "../../support/rules.ts";

describeRule("cell-type", "cells that hold no value of their column's type");
