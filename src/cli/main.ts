#!/usr/bin/env node
import { runProgram } from "./program.ts";
import { readVersion } from "./version.ts";

// A reader that goes away (`demarche … | head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const exitCode = await runProgram(process.argv.slice(2), process.env, readVersion());
// Sockets of the driver may still be closing; what was written has to be out first.
process.stdout.write("", () => process.exit(exitCode));
