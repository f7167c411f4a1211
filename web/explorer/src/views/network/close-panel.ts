import type { Navigation } from "../../navigation.ts";

/** Closes what is open beside the network; the focus goes back to the node that was open. */
export function closePanel(navigation: Navigation): void {
  const { caseSlug, choices } = navigation.address;
  navigation.choose({ focus: "", edge: "", path: "" });
  const id = `${caseSlug}/${choices.focus ?? ""}`;
  document.querySelector<SVGGElement>(`svg.network [data-id="${CSS.escape(id)}"]`)?.focus();
}
