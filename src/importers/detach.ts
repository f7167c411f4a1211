/** Copies a text that is kept: V8 keeps a slice as a view, which holds the whole piece of file that it was cut from. */
export function detach(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf8").toString("utf8");
}
