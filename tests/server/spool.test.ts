import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DemarcheError } from "../../src/domain/errors.ts";
import { spool } from "../../src/server/spool.ts";

const tooLarge = () => new DemarcheError("TOO_LARGE", "too large");

function* makePieces(count: number, made: { count: number } = { count: 0 }): Generator<string> {
  for (; made.count < count; made.count++) yield `${made.count} ë `.padEnd(100_000, "·");
}

afterEach(() => void vi.unstubAllEnvs());

describe("spool(pieces, maxBytes, tooLarge)", () => {
  it.each([0, 1, 19, 60])("gives %i pieces as they came, each made once", async (count) => {
    const made = { count: 0 };
    const whole = [...makePieces(count)].join("");
    const file = await spool(makePieces(count, made), 100_000_000, tooLarge);
    expect((await text(file)) === whole).toBe(true);
    expect(made.count).toBe(count);
  });

  it("makes no more of a file that is too large, and leaves nothing behind", async () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-spool-"));
    vi.stubEnv("TMPDIR", folder);
    const made = { count: 0 };
    await expect(spool(makePieces(1_000, made), 9_000_000, tooLarge)).rejects.toThrow("too large");
    expect(made.count).toBeLessThan(60);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it("says so where the folder for temporary files takes nothing", async () => {
    vi.stubEnv("TMPDIR", "/no-such-folder");
    await expect(spool(makePieces(60), 100_000_000, tooLarge)).rejects.toMatchObject({
      code: "NO_SPACE",
      message: expect.stringContaining("TMPDIR"),
    });
    expect(await text(await spool(makePieces(3), 100_000_000, tooLarge))).toHaveLength(300_000);
  });
});
