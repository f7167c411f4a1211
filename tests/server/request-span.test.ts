import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type TextMapPropagator,
  TraceFlags,
  trace,
} from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

/** What an SDK brings: the current span, kept over every `await`. */
class AsyncContexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active = () => this.#storage.getStore() ?? ROOT_CONTEXT;
  with: ContextManager["with"] = (current, work, self, ...args) =>
    this.#storage.run(current, () => work.call(self as never, ...args));
  bind: ContextManager["bind"] = (_, target) => target;
  enable = () => this;
  disable = () => this;
}

/** And this: who called, from the header `traceparent`. */
const CALLERS: TextMapPropagator = {
  inject: () => undefined,
  fields: () => ["traceparent"],
  extract: (current, carrier, getter) => {
    const [, traceId = "", spanId = ""] = String(getter.get(carrier, "traceparent")).split("-");
    return trace.setSpanContext(current, { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
  },
};

const exporter = new InMemorySpanExporter();
const own = useDatabase();
const { get } = useServer(own);

beforeAll(async () => {
  await loadDataset(own.database, EXAMPLE_CASE);
  context.setGlobalContextManager(new AsyncContexts());
  propagation.setGlobalPropagator(CALLERS);
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
});
afterAll(() => {
  trace.disable();
  propagation.disable();
  context.disable();
});

const CALLER = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };

const ask = (query: string) =>
  get("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-01`,
      "x-request-id": "traced",
    },
    body: JSON.stringify({ query }),
  });

const idOf = (span: ReadableSpan) => span.spanContext().spanId;

describe("the spans of a request", () => {
  it("lead from the caller over the request to each query in Neo4j, without what was asked for", async () => {
    await ask('{ trace(id: "lake-talks/zone-20") { root { id } } }');
    const spans = exporter.getFinishedSpans();
    const request = spans.find(({ name }) => name === "POST");
    expect(request).toMatchObject({
      parentSpanContext: { spanId: CALLER.spanId },
      attributes: {
        "http.request.method": "POST",
        "url.path": "/graphql",
        "http.response.status_code": 200,
        "demarche.request.id": "traced",
      },
    });
    const queries = spans.filter(({ name }) => name.startsWith("cypher "));
    expect(queries.map(({ name }) => name)).toContain("cypher analytics/trace");
    for (const span of queries) {
      expect([span.parentSpanContext?.spanId, span.spanContext().traceId]).toEqual([
        request && idOf(request),
        CALLER.traceId,
      ]);
      expect(JSON.stringify(span.attributes)).not.toMatch(/zone-20|MATCH/);
    }
  });

  it("show generated queries too, and which failed", async () => {
    exporter.reset();
    await ask("{ cases { slug } }");
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toContain("cypher generated");
  });
});
