#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { findPackageFile } from "./package-root.ts";
import { runProgram } from "./program.ts";

// A reader that goes away (`demarche … | head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { version } = JSON.parse(readFileSync(findPackageFile("package.json"), "utf8")) as { version: string };
const exitCode = await runProgram(process.argv.slice(2), process.env, version);
// Sockets of the driver may still be closing; what was written has to be out first.
process.stdout.write("", () => process.exit(exitCode));
