import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes a folder of small shell scripts that stand in for programs this machine lacks or has in another version, and gives
 * an environment in which only they, and the shell's own tools, are found.
 */
export function fakePrograms(folder: string, programs: Readonly<Record<string, string>>): { PATH: string } {
  mkdirSync(folder, { recursive: true });
  for (const tool of ["sh", "env", "cat", "cp", "mkdir", "chmod", "echo"]) {
    const real = [`/bin/${tool}`, `/usr/bin/${tool}`].find((file) => existsSync(file));
    if (real !== undefined) symlinkSync(real, join(folder, tool));
  }
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return { PATH: folder };
}
