import { execFileSync } from "node:child_process";

/** Gives the resident memory of a server, in MB, by its own figures. */
export async function readMemoryMb(url: string): Promise<number> {
  const text = await (await fetch(new URL("metrics", url))).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  return Math.round(bytes / 1e6);
}

/** Gives the resident memory of a process of this machine, in MB. */
export function readProcessMemoryMb(pid: number): number {
  const kilobytes = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
  return Math.round((kilobytes * 1024) / 1e6);
}
