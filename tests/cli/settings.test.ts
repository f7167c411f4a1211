import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/cli/settings.ts";
import { DEFAULT_LIMITS } from "../../src/graphql/limits/limits.ts";

describe("readSettings(environment, options)", () => {
  it("takes its defaults where nothing is set", () => {
    expect(readSettings({ HOME: "/users/ann", DEMARCHE_EDITOR: "ann" })).toEqual({
      neo4j: null,
      useDocker: false,
      access: { readers: "ANYONE", jwt: null },
      editor: "ann",
      dataFolder: "/users/ann/.local/share/demarche",
      cacheFolder: "/users/ann/.cache/demarche",
      javaHome: null,
      host: "127.0.0.1",
      port: 4000,
      logLevel: "info",
      queryTimeoutMs: 10_000,
      limits: DEFAULT_LIMITS,
      trustedProxies: 0,
      isYes: false,
      isCi: false,
      useColour: true,
    });
  });
  it("takes an empty variable for one that is not set", () => {
    expect(readSettings({ HOME: "/h", NEO4J_URI: "", DEMARCHE_PORT: "" })).toEqual(
      readSettings({ HOME: "/h" }),
    );
  });
  it("reads the way to a Neo4j of the user's own", () => {
    const environment = { NEO4J_URI: "neo4j+s://host", NEO4J_PASSWORD: "secret", NEO4J_DATABASE: "cases" };
    expect(readSettings(environment).neo4j).toEqual({
      uri: "neo4j+s://host",
      user: "neo4j",
      password: "secret",
      database: "cases",
    });
  });
  it("puts options before variables", () => {
    const settings = readSettings(
      { DEMARCHE_PORT: "5000", DEMARCHE_DATA: "/a" },
      { port: "0", data: "/b", yes: true },
    );
    expect([settings.port, settings.dataFolder, settings.isYes]).toEqual([0, "/b", true]);
  });
  it("sets the limits that are named, and the time", () => {
    const environment = {
      DEMARCHE_LIMITS: "maxDepth=20, requestsPerMinute=0,",
      DEMARCHE_QUERY_TIMEOUT_MS: "500",
    };
    expect(readSettings(environment).limits).toEqual({ ...DEFAULT_LIMITS, maxDepth: 20, timeoutMs: 500 });
  });
  it("limits the rate of clients only where other machines can reach the server", () => {
    const rates = ["127.0.0.1", "localhost", "::1", "0.0.0.0", "192.0.2.1"].map(
      (host) => readSettings({ DEMARCHE_HOST: host }).limits.requestsPerMinute,
    );
    expect(rates).toEqual([0, 0, 0, 1_200, 1_200]);
  });
  it.each(["maxDepth", "maxDepth=many", "deepest=3", "toString=3", "maxDepth=0"])(
    "refuses the limit %s",
    (limits) => {
      expect(() => readSettings({ DEMARCHE_LIMITS: limits })).toThrow(
        `DEMARCHE_LIMITS cannot have "${limits}": write name=number`,
      );
    },
  );
  it("follows the XDG folders", () => {
    const settings = readSettings({ HOME: "/h", XDG_DATA_HOME: "/d", XDG_CACHE_HOME: "/c" });
    expect([settings.dataFolder, settings.cacheFolder]).toEqual(["/d/demarche", "/c/demarche"]);
  });
  it("reads how tokens are told from forgeries", () => {
    const secret = "0123456789abcdef0123456789abcdef";
    const who = { DEMARCHE_JWT_ISSUER: "https://id.example.org", DEMARCHE_JWT_AUDIENCE: "demarche" };
    const { access } = readSettings({ DEMARCHE_JWT_SECRET: secret, DEMARCHE_READERS: "signed-in", ...who });
    expect(access).toEqual({
      readers: "SIGNED_IN",
      jwt: {
        kind: "JWT",
        key: { secret },
        issuer: "https://id.example.org",
        audience: "demarche",
        clockSkewS: 30,
      },
    });
    const jwksUrl = "https://id.example.org/keys";
    expect(readSettings({ DEMARCHE_JWKS_URL: jwksUrl, ...who }).access.jwt?.key).toEqual({ jwksUrl });
  });
  it("never repeats a secret", () => {
    expect(() => readSettings({ DEMARCHE_JWT_SECRET: "short" })).toThrow(
      'DEMARCHE_JWT_SECRET cannot be "…": it has fewer than 32 bytes. See docs/settings.md.',
    );
  });
  it.each([
    [{ DEMARCHE_JWKS_URL: "http://id.example.org/keys" }, {}, "give an https address"],
    [
      { DEMARCHE_JWKS_URL: "https://id.example.org/keys" },
      {},
      "set DEMARCHE_JWT_ISSUER and DEMARCHE_JWT_AUDIENCE",
    ],
    [{ DEMARCHE_READERS: "some" }, {}, 'DEMARCHE_READERS cannot be "some"'],
    [{ DEMARCHE_PORT: "eighty" }, {}, 'DEMARCHE_PORT cannot be "eighty"'],
    [{ DEMARCHE_LOG: "loud" }, {}, 'DEMARCHE_LOG cannot be "loud"'],
    [{}, { port: "70000" }, '--port cannot be "70000"'],
  ])("refuses %j %j, naming what was wrong", (environment, options, message) => {
    expect(() => readSettings(environment, options)).toThrow(message);
  });
});
