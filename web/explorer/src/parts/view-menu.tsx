import { useEffect, useRef } from "preact/hooks";
import { formatAddress, goToView, VIEWS } from "../address.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";

/** The menu of views; every entry is a link, so that it can be opened beside. */
export function ViewMenu({ navigation: { address } }: { readonly navigation: Navigation }) {
  const menu = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is what must come into sight
  useEffect(() => {
    if (menu.current) bringIntoSight(menu.current);
  }, [address.view]);
  return (
    <nav class="views no-print" aria-label={texts.title} ref={menu}>
      {VIEWS.map((view) => (
        <a
          key={view}
          href={formatAddress(goToView(address, view))}
          {...(view === address.view ? { "aria-current": "page" as const } : {})}
        >
          {texts.views[view]}
        </a>
      ))}
    </nav>
  );
}

/** Moves the menu alone, where it is wider than the page. */
function bringIntoSight(menu: HTMLElement): void {
  const current = menu.querySelector<HTMLElement>("[aria-current]");
  if (current) menu.scrollLeft = current.offsetLeft - (menu.clientWidth - current.offsetWidth) / 2;
}
