import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { AskError } from "../../data/ask-error.ts";
import { exportAddress, fetchFile } from "../../data/network-file.ts";
import type { NetworkWords } from "../../data/network-shape.ts";
import { isPublished } from "../../data/published.ts";
import { readToken } from "../../data/session-token.ts";
import { saveFile } from "../../parts/save-file.ts";
import { texts } from "../../texts.ts";

interface FileLinkProps {
  readonly caseSlug: string;
  readonly words: NetworkWords;
  readonly format: string;
  readonly children: ComponentChildren;
}

/** A network as a file, from the server; a link carries no token, and a published page has no server. */
export function FileLink(props: FileLinkProps) {
  const { caseSlug, words, format, children } = props;
  if (isPublished() || readToken() !== "") return <FileButton {...props} />;
  return (
    <a href={exportAddress(caseSlug, words, format)} download>
      {children}
    </a>
  );
}

function FileButton({ caseSlug, words, format, children }: FileLinkProps) {
  const [failure, setFailure] = useState("");
  const save = () =>
    fetchFile(caseSlug, words, format).then(
      (file) => saveFile(`${caseSlug}-${words.network ?? "acts"}.${format}`, file),
      (error: Error) => setFailure(describeFailure(error)),
    );
  return (
    <>
      <button type="button" class="link" onClick={save}>
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

function describeFailure(error: Error): string {
  return error.message || texts.errors[error instanceof AskError ? error.failure : "SERVER_GONE"];
}
