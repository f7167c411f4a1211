import { useCallback, useEffect, useState } from "preact/hooks";
import { type Address, formatAddress, parseAddress } from "./address.ts";

/** Gives the address in the URL and a way to change it; `replace` leaves no step for the back button. */
export function useAddress(): [Address, (next: Address, options?: { readonly replace?: boolean }) => void] {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  useEffect(() => {
    const read = () => setAddress(parseAddress(location.hash));
    addEventListener("hashchange", read);
    addEventListener("popstate", read);
    return () => {
      removeEventListener("hashchange", read);
      removeEventListener("popstate", read);
    };
  }, []);
  const go = useCallback((next: Address, { replace = false } = {}) => {
    history[replace ? "replaceState" : "pushState"](null, "", formatAddress(next));
    setAddress(next);
  }, []);
  return [address, go];
}
