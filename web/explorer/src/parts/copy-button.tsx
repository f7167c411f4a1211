import { useState } from "preact/hooks";
import { texts } from "../texts.ts";

interface CopyButtonProps {
  readonly says: string;
  /** Writes what is copied, when it is asked for. */
  readonly write: () => string;
}

/** Copies a text; where the browser forbids that, it shows the text to be copied by hand. */
export function CopyButton({ says, write }: CopyButtonProps) {
  const [state, setState] = useState<"IDLE" | "COPIED" | "BY_HAND">("IDLE");
  const copy = () =>
    copyText(write()).then(
      () => setState("COPIED"),
      () => setState("BY_HAND"),
    );
  return (
    <>
      <button type="button" onClick={copy}>
        {says}
      </button>
      <span aria-live="polite" class="small">
        {state === "COPIED" ? texts.trace.copied : ""}
      </span>
      {state === "BY_HAND" ? (
        <label class="by-hand">
          {texts.trace.copyByHand}
          <textarea readOnly rows={6} value={write()} onFocus={(event) => event.currentTarget.select()} />
        </label>
      ) : null}
    </>
  );
}

async function copyText(text: string): Promise<void> {
  // a page from a disk, or without https, has no clipboard
  if (!navigator.clipboard) throw new Error("no clipboard");
  await navigator.clipboard.writeText(text);
}
