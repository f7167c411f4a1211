import type { PublishedContents } from "../../../../src/questions/published.ts";
import { AskError } from "./ask-error.ts";

declare global {
  interface Window {
    /** Set by `contents.js` of a published folder. */
    demarchePublished?: PublishedContents;
    /** What has been loaded, by key: each file of a published folder adds its own. */
    demarcheAnswers?: Record<string, unknown>;
  }
}

/** Whether this page was published with its answers and has no server behind it. */
export function isPublished(): boolean {
  return window.demarchePublished !== undefined;
}

/**
 * Gives what the page was published with under a key.
 *
 * @throws AskError NEEDS_SERVER where it was given nothing there.
 */
export async function readPublished<T>(key: string): Promise<T> {
  const file = window.demarchePublished?.files[key];
  if (file === undefined) throw new AskError("NEEDS_SERVER");
  if (window.demarcheAnswers?.[key] === undefined) await loadScript(file);
  return window.demarcheAnswers?.[key] as T;
}

/** A page opened from a disk may not fetch files, but it may load scripts. */
function loadScript(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => resolve();
    script.onerror = () => reject(new AskError("NEEDS_SERVER"));
    document.head.append(script);
  });
}
