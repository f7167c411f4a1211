import { createHash, timingSafeEqual } from "node:crypto";
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyOptions, jwtVerify } from "jose";
import { DemarcheError } from "../domain/errors.ts";
import type { Role, User } from "../domain/user.ts";
import type { TokenSettings } from "./access-settings.ts";

/**
 * Tells whose token it is; null for any that is not valid, whatever is wrong with it.
 *
 * @throws DemarcheError KEYS_UNAVAILABLE where the keys that it is held against cannot be had.
 */
export type VerifyToken = (token: string) => Promise<User | null>;

type JwtSettings = Extract<TokenSettings, { kind: "JWT" }>;

/**
 * Makes the check of tokens.
 *
 * A JWT must be signed with the one algorithm of its kind of key, name issuer and audience, end (`exp`) and say who it is
 * for (`sub`); `role` is `editor` or `admin`, else a reader's, `cases` lists the slugs that an editor may edit, `*` all.
 */
export function makeVerifier(settings: TokenSettings | null): VerifyToken {
  if (settings === null) return async () => null;
  return settings.kind === "JWT" ? verifyJwt(settings) : verifyAdminToken(settings.token);
}

function verifyAdminToken(expected: string): VerifyToken {
  const wanted = digest(expected);
  return async (token) =>
    timingSafeEqual(digest(token), wanted) ? { name: "admin", role: "ADMIN", cases: ["*"] } : null;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

const PUBLIC_KEY_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"];

function verifyJwt({ key, issuer, audience, clockSkewS }: JwtSettings): VerifyToken {
  const options: JWTVerifyOptions = {
    issuer,
    audience,
    clockTolerance: clockSkewS,
    requiredClaims: ["exp", "sub"],
  };
  const verify =
    "secret" in key
      ? bySecret(new TextEncoder().encode(key.secret), { ...options, algorithms: ["HS256"] })
      : byPublicKeys(new URL(key.jwksUrl), { ...options, algorithms: PUBLIC_KEY_ALGORITHMS });
  return async (token) => {
    try {
      return userOf(await verify(token));
    } catch (error) {
      if (error instanceof DemarcheError) throw error;
      // One answer for all, so that nobody learns what to mend in a forged token.
      return null;
    }
  };
}

function bySecret(secret: Uint8Array, options: JWTVerifyOptions) {
  return async (token: string) => (await jwtVerify(token, secret, options)).payload;
}

function byPublicKeys(url: URL, options: JWTVerifyOptions) {
  const keys = createRemoteJWKSet(url);
  const find = async (...asked: Parameters<typeof keys>) => {
    try {
      return await keys(...asked);
    } catch (error) {
      // With keys that were fetched of late, it is the token that fits none.
      if (keys.fresh) throw error;
      const message = "The keys that tokens are held against cannot be had. Try again in a moment.";
      throw new DemarcheError("KEYS_UNAVAILABLE", message, { cause: error });
    }
  };
  return async (token: string) => (await jwtVerify(token, find, options)).payload;
}

const ROLES: Readonly<Record<string, Role>> = { editor: "EDITOR", admin: "ADMIN" };

function userOf({ sub, role, cases }: JWTPayload): User | null {
  if (sub === undefined || sub.trim() === "") return null;
  const named = typeof role === "string" && Object.hasOwn(ROLES, role) ? ROLES[role] : undefined;
  const isListed = Array.isArray(cases) && cases.every((item) => typeof item === "string");
  return { name: sub, role: named ?? "READER", cases: isListed ? (cases as string[]) : [] };
}
