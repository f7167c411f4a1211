import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { QueryObserver } from "../database/observe-queries.ts";
import type { OperationOutcome } from "../graphql/name-operation.ts";
import type { Doorkeeper } from "./doorkeeper.ts";
import type { RequestGate } from "./request-gate.ts";

/** What the server counts of itself; every label has a bounded set of values. */
export interface Metrics {
  readonly observeQuery: QueryObserver;
  readonly observeOperation: (outcome: OperationOutcome) => void;
  readonly countRequests: RequestHandler;
  /** Shows how busy the gate is, and how many the doorkeeper holds. */
  readonly watchEntry: (entry: Entry) => void;
  /** Serves the figures as text for Prometheus. */
  readonly serve: RequestHandler;
}

interface Entry {
  readonly gate: RequestGate;
  readonly doorkeeper: Doorkeeper;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the metrics of one server: requests, operations, queries to Neo4j, the queue, and those of the process. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    ...observeRequests(registry),
    ...observeOperations(registry),
    ...observeNeo4j(registry),
    watchEntry: (entry) => showEntry(registry, entry),
    serve: async (_request, response) => {
      response.set({ "Content-Type": registry.contentType, "Cache-Control": "no-store" });
      response.send(await registry.metrics());
    },
  };
}

function observeRequests(registry: Registry): Pick<Metrics, "countRequests"> {
  const durations = new Histogram({
    name: "demarche_http_request_duration_seconds",
    help: "Time from a request's arrival until its answer was out, by part of the server and class of status.",
    labelNames: ["route", "status"],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    countRequests: (request, response, next) => {
      const startedAt = performance.now();
      const route = routeOf(request.path);
      response.once("close", () => {
        const status = `${Math.floor(response.statusCode / 100)}xx`;
        durations.observe({ route, status }, (performance.now() - startedAt) / 1000);
      });
      next();
    },
  };
}

const ROUTES = ["graphql", "export", "healthz", "readyz", "metrics", "playground"];

function routeOf(path: string): string {
  const first = path.split("/", 2)[1] ?? "";
  return ROUTES.includes(first) ? first : "pages";
}

function observeOperations(registry: Registry): Pick<Metrics, "observeOperation"> {
  const durations = new Histogram({
    name: "demarche_operation_duration_seconds",
    help: "Time that a GraphQL operation took, by its field and the code of its first error (OK: none).",
    labelNames: ["operation", "code"],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    observeOperation: ({ operation, code, seconds }) =>
      durations.observe({ operation, code: code ?? "OK" }, seconds),
  };
}

function observeNeo4j(registry: Registry): Pick<Metrics, "observeQuery"> {
  const durations = new Histogram({
    name: "demarche_neo4j_query_duration_seconds",
    help: "Time until a query's answer was there, the wait for a connection included, by the query's name.",
    labelNames: ["query"],
    buckets: SECONDS,
    registers: [registry],
  });
  const failures = new Counter({
    name: "demarche_neo4j_query_failures_total",
    help: "Queries that failed, by error code.",
    labelNames: ["code"],
    registers: [registry],
  });
  const running = new Gauge({
    name: "demarche_neo4j_queries_running",
    help: "Queries that run or wait for a connection; the pool has 100 for each member of a cluster.",
    registers: [registry],
  });
  return {
    observeQuery: (query) => {
      running.inc();
      return ({ seconds, code }) => {
        running.dec();
        durations.observe({ query }, seconds);
        if (code !== null) failures.inc({ code });
      };
    },
  };
}

function showEntry(registry: Registry, { gate, doorkeeper }: Entry): void {
  new Gauge({
    name: "demarche_requests",
    help: "Requests for data that run, that wait in the queue, and that are held while their client makes way for others.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      const { running, waiting } = gate.load;
      this.set({ state: "running" }, running);
      this.set({ state: "waiting" }, waiting);
      this.set({ state: "held" }, doorkeeper.held);
    },
  });
}
