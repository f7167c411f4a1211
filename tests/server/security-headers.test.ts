import { describe, expect, it } from "vitest";
import { findPackageFile } from "../../src/cli/package-root.ts";
import { useServer } from "../support/http.ts";
import { useDatabase } from "../support/neo4j.ts";

const server = useServer(useDatabase(), {
  explorerFolder: findPackageFile("dist", "web"),
  playgroundFolder: findPackageFile("dist", "playground"),
});

const policyOf = async (path: string, accept = "text/html") => {
  const { headers } = await server.get(path, { headers: { accept } });
  const directives = (headers.get("content-security-policy") ?? "").split("; ");
  return Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/).slice(0, 2)));
};

const STRICT = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self' data:",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self' blob:",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

describe("the Content-Security-Policy", () => {
  it.each(["/", "/index.html", "/export/no-such-case/acts.json", "/no-such-page"])(
    "lets %s load nothing but scripts, styles and data of its own host",
    async (path) => {
      expect(await policyOf(path)).toEqual(STRICT);
    },
  );

  it("lets only the playground set styles in its markup, and no page run scripts in it", async () => {
    const lenient = { ...STRICT, "style-src": "'self' 'unsafe-inline'" };
    expect(await policyOf("/graphql")).toEqual(lenient);
    expect(await policyOf("/playground/index.html")).toEqual(lenient);
    expect(await policyOf("/graphql", "application/json")).toEqual(STRICT);
  });
});
