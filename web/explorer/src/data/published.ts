import { type Question, questionKey, type Variables } from "../../../../src/questions/question.ts";
import { AskError } from "./ask-error.ts";

/** What a published folder says of itself, in its `contents.js`. */
interface PublishedContents {
  /** Day of publishing, as ISO. */
  readonly publishedAt: string;
  readonly version: string;
  /** File of each answer, relative to the page, by the key of its question. */
  readonly files: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    demarchePublished?: PublishedContents;
    /** Answers that have been loaded, by key: each file of a published folder adds its own. */
    demarcheAnswers?: Record<string, unknown>;
  }
}

/** Whether this page was published with its answers and has no server behind it. */
export function isPublished(): boolean {
  return window.demarchePublished !== undefined;
}

/**
 * Gives an answer that the page was published with.
 *
 * @throws AskError NEEDS_SERVER where it was not given this one.
 */
export async function askPublished(question: Question<unknown>, variables: Variables): Promise<unknown> {
  const key = questionKey(question.name, variables);
  const file = window.demarchePublished?.files[key];
  if (file === undefined) throw new AskError("NEEDS_SERVER");
  await loadScript(file);
  return window.demarcheAnswers?.[key];
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
