// `npm test`: sets up what the tests need, builds, then runs them all. Arguments go to vitest.
import { build } from "./build.mjs";
import { ensureInstalled, run } from "./ensure-installed.mjs";
import { setUpTests } from "./set-up-tests.mjs";

ensureInstalled();
await setUpTests();
build();
run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]);
