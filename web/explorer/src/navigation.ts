import type { Address } from "./address.ts";

/** What every part needs to know and do about the address. */
export interface Navigation {
  readonly address: Address;
  readonly go: (next: Address, options?: { readonly replace?: boolean }) => void;
  /** Changes some choices of the view; an empty text takes one back. */
  readonly choose: (
    changes: Readonly<Record<string, string>>,
    options?: { readonly replace?: boolean },
  ) => void;
}
