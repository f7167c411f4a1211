import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";

/** The network of the case. */
export function NetworkView(_: { readonly navigation: Navigation }) {
  return <h1>{texts.views.network}</h1>;
}
