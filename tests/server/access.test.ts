import { createHmac, createPublicKey, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { MUTATIONS } from "../../src/graphql/mutations.ts";
import { loadDataset } from "../../src/loading/load-dataset.ts";
import { makeVerifier } from "../../src/server/verify-token.ts";
import { EXAMPLE_CASE } from "../support/example-case.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";
import { readGraph } from "../support/read-graph.ts";

const SECRET = "a secret of the test, more than 32 bytes long";
const JWT = {
  kind: "JWT",
  key: { secret: SECRET },
  issuer: "https://id.example.org",
  audience: "demarche",
  clockSkewS: 5,
} as const;
const NOW = Math.floor(Date.now() / 1000);
const SOUND = { sub: "ada", iss: JWT.issuer, aud: JWT.audience, exp: NOW + 3600 };
const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });

const neo4j = useDatabase();
const open = useServer(neo4j, { access: { readers: "ANYONE", tokens: JWT } });
const closed = useServer(neo4j, { access: { readers: "SIGNED_IN", tokens: JWT } });

beforeAll(async () => {
  await loadDataset(neo4j.database, EXAMPLE_CASE);
});

async function sign(claims: JWTPayload, alg = "HS256", secret = SECRET): Promise<string> {
  return await new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));
}

function unsigned(header: object, claims: object, signature = ""): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return `${encode(header)}.${encode(claims)}.${signature}`;
}

/** A token that is signed with the public key, as if that were a secret. */
function confused(): string {
  const text = unsigned({ alg: "HS256" }, { ...SOUND, role: "admin" }).slice(0, -1);
  const key = createPublicKey(RSA.privateKey.export({ type: "pkcs8", format: "pem" })).export({
    type: "spki",
    format: "pem",
  });
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

const admin = { ...SOUND, role: "admin" };
const without = (claim: keyof typeof SOUND) => ({ ...admin, [claim]: undefined });
const BAD_TOKENS: Readonly<Record<string, () => string | Promise<string>>> = {
  "an expired one": () => sign({ ...admin, exp: NOW - 60 }),
  "one that is not valid yet": () => sign({ ...admin, nbf: NOW + 600 }),
  "one signed with another secret": () => sign(admin, "HS256", "another secret that is also long enough"),
  "one of another issuer": () => sign({ ...admin, iss: "https://id.example.com" }),
  "one for another audience": () => sign({ ...admin, aud: "elsewhere" }),
  "one that never ends": () => sign(without("exp")),
  "one of nobody": () => sign(without("sub")),
  "one without issuer": () => sign(without("iss")),
  "one signed by another algorithm": () => sign(admin, "HS384"),
  "one signed with a foreign key": () =>
    new SignJWT(admin).setProtectedHeader({ alg: "RS256" }).sign(RSA.privateKey),
  "one signed with a public key": confused,
  "one whose algorithm is none": () => unsigned({ alg: "none" }, admin),
  "one without its signature": async () => (await sign(admin)).replace(/[^.]+$/, ""),
  "one with other claims than were signed": async () => {
    const [header, , signature] = (await sign({ ...SOUND, role: "editor" })).split(".");
    return `${header}.${Buffer.from(JSON.stringify(admin)).toString("base64url")}.${signature}`;
  },
  garbage: () => "garbage",
  nothing: () => "",
};

/** Every mutation, sent so that who may make it hears that its row is not there or its name cannot be. */
const CALLS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(MUTATIONS).map((name) => [name, callOf(name)]),
);

function callOf(name: string): string {
  if (name.endsWith("SameAs"))
    return `${name}(actors: ["lake-talks/none", "lake-talks/nobody"], why: "test") { from }`;
  if (name === "recordStatement") return `${name}(case: "lake-talks", slug: "NO SLUG", fields: {}) { id }`;
  if (name.startsWith("create")) return `${name}(case: "lake-talks", slug: "NO SLUG", fields: {}) { id }`;
  const fields = name === "retractStatement" ? "" : ", fields: {note: null}";
  return `${name}(id: "lake-talks/none", seen: "0", why: "test"${fields}) { id }`;
}

const send = (server: typeof open, query: string, authorization?: string) =>
  server.get("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: JSON.stringify({ query }),
  });

const PERMITTED = Object.fromEntries(
  Object.keys(MUTATIONS).map((name) => [
    name,
    name === "recordStatement" || name.startsWith("create") ? "BAD_INPUT" : "NOT_FOUND",
  ]),
);
/** Status and `WWW-Authenticate` of who may not; who may is answered 200, with the fault of what was sent. */
const STATUS: Readonly<Record<string, readonly [number, string | null]>> = {
  UNAUTHENTICATED: [401, "Bearer"],
  FORBIDDEN: [403, null],
};
const all = (code: string) => Object.fromEntries(Object.keys(MUTATIONS).map((name) => [name, code]));

describe("who may what", () => {
  const ROLES: readonly [string, JWTPayload | null, Readonly<Record<string, string>>][] = [
    ["nobody known", null, all("UNAUTHENTICATED")],
    ["a reader", SOUND, all("FORBIDDEN")],
    ["somebody of an unknown role", { ...SOUND, role: "root" }, all("FORBIDDEN")],
    ["an editor of no case", { ...SOUND, role: "editor" }, all("FORBIDDEN")],
    ["an editor of another case", { ...SOUND, role: "editor", cases: ["sea-talks"] }, all("FORBIDDEN")],
    ["an editor whose cases are no list", { ...SOUND, role: "editor", cases: "*" }, all("FORBIDDEN")],
    ["an editor of the case", { ...SOUND, role: "editor", cases: ["lake-talks"] }, PERMITTED],
    ["an editor of all cases", { ...SOUND, role: "editor", cases: ["*"] }, PERMITTED],
    ["an admin", admin, PERMITTED],
  ];

  it.each(ROLES)("answers every mutation of %s", async (_, claims, expected) => {
    const before = await readGraph(neo4j.database);
    const token = claims === null ? undefined : `Bearer ${await sign(claims)}`;
    const codes: [string, string][] = [];
    for (const [name, call] of Object.entries(CALLS)) {
      const { status, headers, json } = await send(open, `mutation { ${call} }`, token);
      const { code } = json.errors[0].extensions;
      codes.push([name, code]);
      expect([status, headers.get("www-authenticate")]).toEqual(STATUS[code] ?? [200, null]);
    }
    expect(Object.fromEntries(codes)).toEqual(expected);
    expect(await readGraph(neo4j.database)).toEqual(before);
  });

  it.each(Object.entries(BAD_TOKENS))(
    "answers %s with 401 and the same words, whatever is asked",
    async (_, make) => {
      const token = `Bearer ${await make()}`;
      for (const call of Object.values(CALLS)) {
        const answer = await send(open, `mutation { ${call} }`, token);
        expect([answer.status, answer.headers.get("www-authenticate"), answer.json]).toEqual([
          401,
          "Bearer",
          REFUSED,
        ]);
      }
      expect((await send(open, "{ cases { slug } }", token)).json).toEqual(REFUSED);
      expect(
        (await open.get("/export/lake-talks/acts.json", { headers: { authorization: token } })).status,
      ).toBe(401);
    },
  );

  it("answers other ways of signing in alike", async () => {
    const answer = await send(open, "{ cases { slug } }", `Basic ${Buffer.from("a:b").toString("base64")}`);
    expect([answer.status, answer.json]).toEqual([401, REFUSED]);
  });

  it("bears with clocks that differ a little", async () => {
    const token = await sign({ ...SOUND, exp: NOW + 3600, nbf: Math.floor(Date.now() / 1000) + 3 });
    expect((await send(open, "{ cases { slug } }", `Bearer ${token}`)).status).toBe(200);
  });

  it("shows the audit log to admins alone", async () => {
    const ask = async (claims: JWTPayload) =>
      (await send(open, "{ auditLog { action by case } }", `Bearer ${await sign(claims)}`)).json;
    expect((await ask(admin)).data.auditLog).toEqual([{ action: "LOAD", by: null, case: "lake-talks" }]);
    expect((await ask({ ...SOUND, role: "editor", cases: ["*"] })).errors[0].extensions.code).toBe(
      "FORBIDDEN",
    );
  });
});

const REFUSED = {
  errors: [
    {
      message:
        "The token is missing or not valid: send a valid one in the header Authorization, after the word Bearer.",
      extensions: { code: "UNAUTHENTICATED" },
    },
  ],
};

describe("a server whose keys cannot be had", () => {
  const keyless = useServer(neo4j, {
    access: { readers: "ANYONE", tokens: { ...JWT, key: { jwksUrl: "http://127.0.0.1:9/" } } },
  });

  it("serves who sends no token, and tells the others and the log that it is not their token", async () => {
    const token = await new SignJWT(admin).setProtectedHeader({ alg: "RS256" }).sign(RSA.privateKey);
    const answer = await send(keyless, "{ cases { slug } }", `Bearer ${token}`);
    expect([answer.status, answer.headers.get("retry-after"), answer.json]).toEqual([
      503,
      "1",
      {
        errors: [
          {
            message: "The keys that tokens are held against cannot be had. Try again in a moment.",
            extensions: { code: "KEYS_UNAVAILABLE" },
          },
        ],
      },
    ]);
    expect((await send(keyless, "{ cases { slug } }")).status).toBe(200);
    expect(keyless.log.map(({ level, msg }) => [level, msg])).toContainEqual([
      40,
      "no keys to hold tokens against",
    ]);
  });
});

describe("a server for those who signed in", () => {
  it("lets nobody else read", async () => {
    const answer = await send(closed, "{ cases { slug } }");
    expect([answer.status, answer.json]).toEqual([401, REFUSED]);
    expect((await closed.get("/export/lake-talks/acts.json")).status).toBe(401);
    expect((await closed.get("/")).status).toBe(401);
  });

  it("lets readers read", async () => {
    const answer = await send(closed, "{ cases { slug } }", `Bearer ${await sign(SOUND)}`);
    expect(answer.json).toEqual({ data: { cases: [{ slug: "lake-talks" }] } });
  });

  it("still says that it is alive", async () => {
    expect((await closed.get("/healthz")).status).toBe(200);
  });
});

describe("makeVerifier(settings)", () => {
  let keys: Server;
  let jwksUrl = "";

  beforeAll(async () => {
    const jwk = { ...(await exportJWK(RSA.publicKey)), kid: "one", alg: "RS256" };
    keys = createServer((_, response) => void response.end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => keys.listen(0, "127.0.0.1", resolve));
    jwksUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`;
  });
  afterAll(() => void keys.close());

  it("takes a token that is signed with a published key, and none that only knows the public one", async () => {
    const verify = makeVerifier({ ...JWT, key: { jwksUrl } });
    const token = await new SignJWT({ ...SOUND, role: "editor", cases: ["lake-talks"] })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .sign(RSA.privateKey);
    expect(await verify(token)).toEqual({ name: "ada", role: "EDITOR", cases: ["lake-talks"] });
    expect(await verify(confused())).toBe(null);
    expect(await verify(await sign(admin))).toBe(null);
  });

  it("says that the keys cannot be had, of what could be a token alone", async () => {
    const verify = makeVerifier({ ...JWT, key: { jwksUrl: "http://127.0.0.1:9/" } });
    const token = await new SignJWT(admin).setProtectedHeader({ alg: "RS256" }).sign(RSA.privateKey);
    await expect(verify(token)).rejects.toThrow(
      new DemarcheError(
        "KEYS_UNAVAILABLE",
        "The keys that tokens are held against cannot be had. Try again in a moment.",
      ),
    );
    expect([await verify(await sign(admin)), await verify("nonsense")]).toEqual([null, null]);
  });

  it("says no such thing of a key that nobody published, while there are others", async () => {
    const verify = makeVerifier({ ...JWT, key: { jwksUrl } });
    const token = await new SignJWT(admin)
      .setProtectedHeader({ alg: "RS256", kid: "another" })
      .sign(RSA.privateKey);
    expect(await verify(token)).toBe(null);
  });

  it("takes the admin token and no other", async () => {
    const verify = makeVerifier({ kind: "ADMIN_TOKEN", token: "s3cret" });
    expect(await verify("s3cret")).toEqual({ name: "admin", role: "ADMIN", cases: ["*"] });
    expect([await verify("s3cre"), await verify("")]).toEqual([null, null]);
  });

  it("takes no token where there is no way to sign in", async () => {
    expect(await makeVerifier(null)(await sign(admin))).toBe(null);
  });
});
