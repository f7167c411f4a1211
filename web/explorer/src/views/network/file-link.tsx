import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { AskError } from "../../data/ask-error.ts";
import { exportAddress, fetchFile } from "../../data/network-file.ts";
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

/** A network as a file; where a format cannot carry it, why. The address is that of the server, where there is one. */
export function FileLink({ caseSlug, words, format, children }: FileLinkProps) {
  const [failure, setFailure] = useState("");
  const save = () =>
    fetchFile(caseSlug, words, format).then(
      (file) => saveFile(`${caseSlug}-${words.network ?? "acts"}.${format}`, file),
      (error: Error) => setFailure(describeFailure(error)),
    );
  return (
    <>
      {isPublished() ? (
        <button type="button" class="link" onClick={save}>
          {children}
        </button>
      ) : (
        <a
          href={exportAddress(caseSlug, words, format)}
          onClick={(event) => {
            // a link of its own would carry no token, and hand out a refusal as a file
            event.preventDefault();
            void save();
          }}
        >
          {children}
        </a>
      )}
      {failure === "" ? null : (
        <span class="small" role="alert">
          {" "}
          {failure}
        </span>
      )}
    </>
  );
}

function describeFailure(error: Error): string {
  return error.message || texts.errors[error instanceof AskError ? error.failure : "SERVER_GONE"];
}
