// Writes congruence networks of 50,000 and of 200,000 edges as GEXF, each in a process of its own: what the writing takes
// of the processor after computing, and by how much memory grows meanwhile, which must not depend on the number of edges.
// The limit is 2 s for 200,000 edges.
import { spawnSync } from "node:child_process";
import { findFormat, writeNetwork } from "../src/exporters/formats.ts";
import type { Network } from "../src/network/network.ts";
import type { NetworkData } from "../src/network/network-data.ts";
import { parseNetworkOptions } from "../src/network/parse-network-options.ts";
import { projectNetwork } from "../src/network/project-network.ts";
import { StatementTableBuilder } from "../src/network/statement-table.ts";

const CONTEXT = { version: "bench", exportedAt: new Date(), statementIds: false };
const LIMIT_SECONDS = 2;
const DEMANDS = 200;
const SOURCES = 40;
const STATEMENTS_EACH = 45;

const [actorCount] = process.argv.slice(2).map(Number);
if (actorCount) measure(projectNetwork(makeDebate(actorCount), parseNetworkOptions("bench")));
else for (const actors of ["390", "780"]) run(actors);

function run(actors: string): void {
  const args = ["--expose-gc", "--import", "tsx", import.meta.filename, actors];
  if (spawnSync(process.execPath, args, { stdio: "inherit" }).status !== 0) process.exitCode = 1;
}

/** Every actor speaks on many demands, each time in another source, so that nearly all pairs are edges of their own kind. */
function makeDebate(actors: number): NetworkData {
  const builder = new StatementTableBuilder();
  for (let statement = 0; statement < actors * STATEMENTS_EACH; statement++) {
    const mixed = Math.imul(statement + 1, 2_654_435_761) >>> 0;
    const day = 18_000 + (mixed % 1_000);
    builder.pushActor(`bench/actor-${statement % actors}`);
    builder.pushTo("foundIn", `bench/source-${mixed % SOURCES}`);
    builder.addCoded(`bench/statement-${statement}`, {
      act: 0,
      status: 0,
      target: builder.codeOfTarget(`bench/demand-${(mixed >>> 9) % DEMANDS}`, "Demand"),
      date: -1,
      earliest: day,
      latest: day,
      madeAt: -1,
    });
  }
  const sources = Array.from({ length: SOURCES }, (_, i) => ({
    id: `bench/source-${i}`,
    publisher: `Publisher ${i % 12}`,
    sameWorkAs: [],
  }));
  const others = { actors: [], targets: [], meetings: [], representations: [], sameAs: [] };
  return { case: "bench", title: "A made-up debate", statements: builder.build(), sources, ...others };
}

function measure(network: Network): void {
  globalThis.gc?.();
  const megabytes = () => process.memoryUsage().heapUsed / 1_048_576;
  const before = megabytes();
  let most = before;
  let bytes = 0;
  const start = process.cpuUsage();
  for (const chunk of writeNetwork(network, findFormat("gexf"), CONTEXT)) {
    bytes += Buffer.byteLength(chunk);
    most = Math.max(most, megabytes());
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  globalThis.gc?.();
  console.log(
    `${network.edgeCount.toLocaleString("en")} edges: ${(bytes / 1_048_576).toFixed(0)} MB of GEXF in ${seconds.toFixed(2)} s; ` +
      `memory at most ${(most - before).toFixed(0)} MB more, ${(megabytes() - before).toFixed(0)} MB kept`,
  );
  if (network.edgeCount >= 190_000 && seconds > LIMIT_SECONDS) {
    console.log(`  over the limit of ${LIMIT_SECONDS} s`);
    process.exitCode = 1;
  }
}
