/** Gives the resident memory of a server, in MB, by its own figures. */
export async function readMemoryMb(url: string): Promise<number> {
  const text = await (await fetch(new URL("metrics", url))).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]);
  return Math.round(bytes / 1e6);
}
