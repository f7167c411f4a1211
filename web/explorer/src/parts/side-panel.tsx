import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { texts } from "../texts.ts";

interface SidePanelProps {
  readonly title: string;
  /** Names what is shown; where it changes, the panel comes into sight and takes the focus. */
  readonly subject: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What was chosen in a drawing, beside or below it; Escape closes it. */
export function SidePanel({ title, subject, onClose, children }: SidePanelProps) {
  const place = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is what calls for the focus
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "nearest" });
  }, [subject]);
  return (
    <section
      class="side-panel"
      ref={place}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" onClick={onClose}>
          {texts.tools.close}
        </button>
      </header>
      {children}
    </section>
  );
}
