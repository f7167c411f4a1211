// Loaded before a program that is measured: writes the most memory that it took, in MB, to the file that BENCH_MEMORY names.
import { writeFileSync } from "node:fs";

const file = process.env.BENCH_MEMORY;
if (file !== undefined)
  process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1024)));
