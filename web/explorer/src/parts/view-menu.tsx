import { formatAddress, goToView, VIEWS } from "../address.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";

/** The menu of views; every entry is a link, so that it can be opened beside. */
export function ViewMenu({ navigation: { address } }: { readonly navigation: Navigation }) {
  return (
    <nav class="views no-print" aria-label={texts.title}>
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
