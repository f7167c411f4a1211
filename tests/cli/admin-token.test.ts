import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ensureAdminToken } from "../../src/cli/admin-token.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-token-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("ensureAdminToken(dataFolder)", () => {
  const data = join(folder, "data");

  it("makes a token of 32 random bytes the first time, in a file that only its owner can read", () => {
    const { file, token } = ensureAdminToken(data);
    expect(file).toBe(join(data, "admin-token"));
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect([statSync(file).mode & 0o777, readFileSync(file, "utf8")]).toEqual([0o600, `${token}\n`]);
  });

  it("gives the same one later", () => {
    expect(ensureAdminToken(data)).toEqual(ensureAdminToken(data));
  });

  it("refuses a file that others can read", () => {
    const { file } = ensureAdminToken(data);
    chmodSync(file, 0o644);
    expect(() => ensureAdminToken(data)).toThrow(
      `Others can read the admin token ${file}: remove the file, and a new token is made; then use that.`,
    );
  });

  it("says so where it can be neither read nor made", () => {
    const { file } = ensureAdminToken(join(folder, "other"));
    expect(() => ensureAdminToken(file)).toThrow(/^The admin token .+ can be neither read nor made\.$/);
  });
});
