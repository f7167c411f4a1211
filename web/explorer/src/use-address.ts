import { useCallback, useEffect, useState } from "preact/hooks";
import { type Address, formatAddress, parseAddress } from "./address.ts";

/** Gives the address in the URL and a way to change it; `replace` leaves no step for the back button. */
export function useAddress(): [Address, (next: Address, options?: { readonly replace?: boolean }) => void] {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  useEffect(() => {
    const read = () => {
      if (history.state === null) enter();
      setAddress(parseAddress(location.hash));
    };
    if (history.state === null) history.replaceState(SEEN, "");
    addEventListener("hashchange", read);
    addEventListener("popstate", read);
    return () => {
      removeEventListener("hashchange", read);
      removeEventListener("popstate", read);
    };
  }, []);
  const go = useCallback((next: Address, { replace = false } = {}) => {
    const now = parseAddress(location.hash);
    history[replace ? "replaceState" : "pushState"](SEEN, "", formatAddress(next));
    if (next.view !== now.view || next.subject !== now.subject) scrollTo(0, 0);
    setAddress(next);
  }, []);
  return [address, go];
}

/** Marks a step of the history that was shown before: there the browser finds the place to scroll to by itself. */
const SEEN = "seen";

/** Starts at the top of what a link led to. */
function enter(): void {
  history.replaceState(SEEN, "");
  scrollTo(0, 0);
}
