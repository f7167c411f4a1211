// Fails where Demarche runs Cypher that is no file of `cypher/`; see scripts/cypher-rules.ts.
import { findForeignCypher } from "./cypher-rules.ts";
import { listQueries, readSources } from "./read-sources.ts";

const faults = findForeignCypher(readSources(), listQueries());
for (const fault of faults) console.log(fault);
process.exit(faults.length === 0 ? 0 : 1);
