import { type Address, formatAddress, goToView } from "../address.ts";

/** Gives the link to the trace of a thing; the choices that hold everywhere go with the reader. */
export function traceLink({ address }: { readonly address: Address }, slug: string): string {
  return formatAddress(goToView(address, "trace", slug));
}
