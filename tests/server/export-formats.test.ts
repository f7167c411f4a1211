import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { computeNetwork } from "../../src/analytics/network.ts";
import { EXPORT_FORMATS, writeNetwork } from "../../src/exporters/formats.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { NETWORK_NAMES } from "../../src/network/network-options.ts";
import { parseNetworkOptions } from "../../src/network/parse-network-options.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const own = useDatabase();
const { get } = useServer(own, { version: "1.2.3" });
const failure = (status: number, json: { errors: { message: string; extensions: { code: string } }[] }) => [
  status,
  json.errors[0]?.extensions.code,
  json.errors[0]?.message,
];

const TODAY = new Date("2025-07-01T09:00:00Z");

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: TODAY });
  await loadDataset(own.database, EXAMPLE_CASE);
});

afterAll(() => void vi.useRealTimers());

describe("GET /export/<case>/<network>.<format>", () => {
  for (const format of EXPORT_FORMATS) {
    const network = format.carriesMulti ? "acts" : "actors";
    it(`gives ${network}.${format.name} as its writer writes it, under a name of its own`, async () => {
      const { status, headers, text } = await get(`/export/lake-talks/${network}.${format.name}`);
      const options = parseNetworkOptions("lake-talks", { network });
      const computed = await computeNetwork(own.database, "lake-talks", options);
      const context = { version: "1.2.3", exportedAt: TODAY, statementIds: false };
      expect(text).toBe([...writeNetwork(computed, format, context)].join(""));
      expect([
        status,
        headers.get("content-type")?.split(";")[0],
        headers.get("content-disposition"),
      ]).toEqual([
        200,
        format.mediaType.split(";")[0],
        `attachment; filename="lake-talks-${network}.${format.name}"`,
      ]);
    });
  }

  for (const network of NETWORK_NAMES)
    it(`gives the network ${network}`, async () => {
      const { status, json } = await get(`/export/lake-talks/${network}.json`);
      expect([status, Array.isArray(json.nodes)]).toEqual([200, true]);
    });

  it("takes the words of a network as parameters, repeated or with commas", async () => {
    const edges = async (words: string) => (await get(`/export/lake-talks/acts.edges.csv?${words}`)).text;
    expect(await edges("acts=DEMANDED&acts=REJECTED")).toBe(await edges("acts=demanded,rejected"));
    expect(await edges("acts=DEMANDED")).not.toBe(await edges("acts=REJECTED"));
  });

  it("names the statements of each edge where it is asked to", async () => {
    const links = async (words: string) =>
      (await get(`/export/lake-talks/acts.json${words}`)).json.links as { statements?: string[] }[];
    const computed = await computeNetwork(
      own.database,
      "lake-talks",
      parseNetworkOptions("lake-talks", { network: "acts" }),
    );
    expect((await links("?statement-ids=true")).map(({ statements }) => statements)).toEqual(
      Array.from({ length: computed.edgeCount }, (_, edge) => computed.statementsOf(edge)),
    );
    expect((await links("")).some(({ statements }) => statements)).toBe(false);
    const { status, json } = await get("/export/lake-talks/acts.net?statementIds=true");
    expect(failure(status, json).slice(0, 2)).toEqual([400, "UNSUPPORTED_COMBINATION"]);
  });

  it("answers 304 where the case and the words are the same, and anew where they are not", async () => {
    const { headers } = await get("/export/lake-talks/acts.gexf");
    const etag = headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
    // Left to itself, fetch asks past every cache as soon as a condition is given.
    const conditions = { "if-none-match": etag, "cache-control": "max-age=0" };
    const again = await get("/export/lake-talks/acts.gexf", { headers: conditions });
    expect([again.status, again.text]).toEqual([304, ""]);
    const other = await get("/export/lake-talks/acts.gexf?roll-up=state", { headers: conditions });
    expect([other.status, other.headers.get("etag") === etag]).toEqual([200, false]);
  });

  it("is compressed", async () => {
    const { headers } = await get("/export/lake-talks/acts.gexf", { headers: { "accept-encoding": "gzip" } });
    expect(headers.get("content-encoding")).toBe("gzip");
  });

  it("refuses an unknown case, network, format or word, with what there is", async () => {
    const ask = async (path: string) => {
      const { status, json } = await get(`/export/${path}`);
      return failure(status, json).slice(0, 2);
    };
    expect(await ask("lake-talk/acts.gexf")).toEqual([404, "UNKNOWN_CASE"]);
    expect(await ask("lake-talks/actz.gexf")).toEqual([404, "NOT_FOUND"]);
    expect(await ask("lake-talks/acts.xls")).toEqual([400, "BAD_INPUT"]);
    expect(await ask("lake-talks/acts")).toEqual([404, "NOT_FOUND"]);
    expect(await ask("lake-talks/acts.gexf?colour=red")).toEqual([400, "BAD_INPUT"]);
    expect(await ask("lake-talks/acts.gexf?from=soon")).toEqual([400, "BAD_INPUT"]);
    expect(await ask("lake-talks/actors.gexf?actors=nobody")).toEqual([404, "NOT_FOUND"]);
    expect(await ask("lake-talks%2f..%2fx/acts.gexf")).toEqual([404, "UNKNOWN_CASE"]);
  });

  it("refuses what has no meaning together, with the nearest that has", async () => {
    const { status, json } = await get("/export/lake-talks/acts.matrix.csv");
    expect(failure(status, json)).toEqual([
      400,
      "UNSUPPORTED_COMBINATION",
      'The format matrix.csv cannot carry several edges between two nodes, which the network "acts" has: keep to one act, or take another format. Nearest: format edges.csv.',
    ]);
  });
});
