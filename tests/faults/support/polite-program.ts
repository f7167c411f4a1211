// A friendly client in a process of its own, so that nothing else keeps its clock waiting. Arguments: address of the server,
// address of the client. Asks until standard input ends; then prints the milliseconds that 95 of 100 answers stayed within.
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const [url = "", address = ""] = process.argv.slice(2);
const body = JSON.stringify({ query: '{ trace(id: "lake-talks/zone-20") { root { id } } }' });
const headers = { "content-type": "application/json", "x-forwarded-for": address };

const times: number[] = [];
let isStopped = false;
process.stdin.resume();
const stopping = once(process.stdin, "end").then(() => {
  isStopped = true;
});
while (!isStopped) {
  const startedAt = performance.now();
  const response = await fetch(new URL("graphql", url), { method: "POST", headers, body });
  await response.text();
  times.push(performance.now() - startedAt);
  await sleep(20);
}
await stopping;
const sorted = times.toSorted((left, right) => left - right);
console.log(Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0));
