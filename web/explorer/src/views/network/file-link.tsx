import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { exportAddress } from "../../data/network-file.ts";
import type { NetworkWords } from "../../data/network-shape.ts";
import { isPublished } from "../../data/published.ts";
import { saveFile } from "../../parts/save-file.ts";
import { texts } from "../../texts.ts";

interface FileLinkProps {
  readonly caseSlug: string;
  readonly words: NetworkWords;
  readonly format: string;
  readonly children: ComponentChildren;
}

/** A network as a file: from the server, or, on a published page, written in the browser. */
export function FileLink({ caseSlug, words, format, children }: FileLinkProps) {
  const [failure, setFailure] = useState("");
  if (!isPublished()) {
    return (
      <a href={exportAddress(caseSlug, words, format)} download>
        {children}
      </a>
    );
  }
  const save = async () => {
    const { writePublished } = await import("../../data/published-network.ts");
    saveFile(
      `${caseSlug}-${words.network ?? "acts"}.${format}`,
      await writePublished(caseSlug, words, format),
    );
  };
  return (
    <>
      <button
        type="button"
        class="link"
        onClick={() => save().catch((error: Error) => setFailure(error.message || texts.errors.NEEDS_SERVER))}
      >
        {children}
      </button>
      {failure === "" ? null : (
        <span class="small" role="alert">
          {" "}
          {failure}
        </span>
      )}
    </>
  );
}
