/** The views of the explorer, in the order of the menu. */
export const VIEWS = [
  "case",
  "network",
  "timeline",
  "positions",
  "range",
  "trace",
  "disputes",
  "sources",
] as const;

export type ViewName = (typeof VIEWS)[number];

/** What is shown: everything a link must carry so that another person sees the same. */
export interface Address {
  /** Slug of the case; empty before the first is chosen. */
  readonly caseSlug: string;
  readonly view: ViewName;
  /** What a URL had in the place of a view, though it names none. */
  readonly unknownView?: string;
  /** Slug of the thing that the view is about: what the trace tells of, the issue of a range; empty elsewhere. */
  readonly subject: string;
  /** Choices of the view and the filters that hold everywhere; absent: the default. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Choices that go with the reader from view to view. */
export const LASTING_CHOICES = ["from", "to", "statuses", "without", "rollUp"] as const;

/** Reads an address from the part of a URL after `#`; what cannot be read becomes the default. */
export function parseAddress(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
  const [caseSlug = "", view = "", ...rest] = path.replace(/^\//, "").split("/").map(decodePart);
  return {
    caseSlug,
    ...(isView(view) ? { view } : { view: "case", ...(view === "" ? {} : { unknownView: view }) }),
    subject: rest.join("/"),
    choices: Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value !== "")),
  };
}

/** Writes an address as the part of a URL from `#` on; the same address gives the same text. */
export function formatAddress(address: Address): string {
  const path = [address.caseSlug, address.view, ...(address.subject === "" ? [] : [address.subject])];
  const choices = Object.entries(address.choices).filter(([, value]) => value !== "");
  const query = new URLSearchParams(choices.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
  return `#/${path.map(encodeURIComponent).join("/")}${query === "" ? "" : `?${query}`}`;
}

/** Gives the address of another view of the same case: lasting choices stay, those of the view go. */
export function goToView(address: Address, view: ViewName, subject = ""): Address {
  const lasting = Object.entries(address.choices).filter(([name]) =>
    (LASTING_CHOICES as readonly string[]).includes(name),
  );
  return { caseSlug: address.caseSlug, view, subject, choices: Object.fromEntries(lasting) };
}

/** Gives the address with some choices changed; an empty text takes a choice back. */
export function choose(address: Address, changes: Readonly<Record<string, string>>): Address {
  const choices = Object.entries({ ...address.choices, ...changes }).filter(([, value]) => value !== "");
  return { ...address, choices: Object.fromEntries(choices) };
}

function isView(text: string): text is ViewName {
  return (VIEWS as readonly string[]).includes(text);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
