import { useEffect, useState } from "preact/hooks";
import { choose, goToView, VIEWS, type ViewName } from "./address.ts";
import type { Navigation } from "./navigation.ts";
import { FilterBar } from "./parts/filter-bar.tsx";
import { Masthead } from "./parts/masthead.tsx";
import { ShortcutList } from "./parts/shortcut-list.tsx";
import { ViewMenu } from "./parts/view-menu.tsx";
import { texts } from "./texts.ts";
import { useAddress } from "./use-address.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { ViewFrame } from "./views/view-frame.tsx";

/** The explorer: masthead, menu of views, the view that the address names. */
export function App() {
  const [address, go] = useAddress();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const navigation: Navigation = {
    address,
    go,
    choose: (changes, options) => go(choose(address, changes), options),
  };
  const show = (view: ViewName) => go(goToView(address, view));
  useShortcuts({
    "?": () => setHelpOpen(true),
    "/": () => document.getElementById("search")?.focus(),
    ...Object.fromEntries(VIEWS.map((view, index) => [String(index + 1), () => show(view)])),
  });
  useEffect(() => {
    document.title = [texts.views[address.view], address.subject, texts.title].filter(Boolean).join(" · ");
  }, [address.view, address.subject]);
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById("content")?.focus()}>
        {texts.skip}
      </button>
      <Masthead navigation={navigation} onHelp={() => setHelpOpen(true)} />
      <ViewMenu navigation={navigation} />
      {address.caseSlug === "" || address.view === "case" ? null : <FilterBar navigation={navigation} />}
      <p class="only-print small">{texts.printedFrom(location.href)}</p>
      <main id="content" tabIndex={-1}>
        <ViewFrame navigation={navigation} />
      </main>
      <ShortcutList isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}
