/** What a column of a foreign table can hold. */
export interface RoleDefinition {
  readonly name: RoleName;
  readonly isRequired: boolean;
  readonly says: string;
  /** Column names by which it is recognised, the surest first. */
  readonly names: readonly string[];
}

export const ROLE_NAMES = [
  "actor",
  "target",
  "act",
  "date",
  "organization",
  "addressed_to",
  "issue",
  "meeting",
  "source",
  "url",
  "quote",
  "locator",
  "id",
  "note",
] as const;

export type RoleName = (typeof ROLE_NAMES)[number];

/** The roles of columns, in the order in which they choose theirs. */
export const ROLES: readonly RoleDefinition[] = [
  {
    name: "actor",
    isRequired: true,
    says: "who did or said it; several with | between them",
    names: [
      "actor",
      "actors",
      "speaker",
      "person",
      "who",
      "country",
      "state",
      "sender",
      "politician",
      "delegation",
      "organization",
      "organisation",
      "party",
      "name",
    ],
  },
  {
    name: "target",
    isRequired: true,
    says: "what it is about",
    names: [
      "target",
      "demand",
      "concept",
      "claim",
      "proposal",
      "resolution",
      "statement",
      "issue",
      "topic",
      "subject",
      "measure",
      "policy",
    ],
  },
  {
    name: "act",
    isRequired: false,
    says: "how the actor stands to it: an act, yes and no, 1 and -1",
    names: [
      "act",
      "stance",
      "position",
      "vote",
      "agreement",
      "agree",
      "support",
      "qualifier",
      "polarity",
      "opinion",
      "sign",
    ],
  },
  {
    name: "date",
    isRequired: false,
    says: "when",
    names: ["date", "day", "when", "datum", "timestamp", "time", "year"],
  },
  {
    name: "organization",
    isRequired: false,
    says: "for whom the actor speaks",
    names: ["organization", "organisation", "org", "affiliation", "party", "on behalf of", "on_behalf_of"],
  },
  {
    name: "addressed_to",
    isRequired: false,
    says: "who hears it; several with | between them",
    names: ["addressed_to", "addressed to", "addressee", "recipient", "receiver"],
  },
  {
    name: "issue",
    isRequired: false,
    says: "the wider issue of a demand",
    names: ["issue", "topic", "theme", "category", "policy area"],
  },
  {
    name: "meeting",
    isRequired: false,
    says: "where it was made",
    names: ["meeting", "round", "made_at", "session"],
  },
  {
    name: "source",
    isRequired: false,
    says: "the document that it was found in",
    names: ["source", "document", "publication", "newspaper", "outlet", "medium", "found_in"],
  },
  {
    name: "url",
    isRequired: false,
    says: "address of the document",
    names: ["url", "link", "address", "href"],
  },
  {
    name: "quote",
    isRequired: false,
    says: "the words of the document",
    names: ["quote", "text", "sentence", "excerpt"],
  },
  {
    name: "locator",
    isRequired: false,
    says: "where they stand",
    names: ["locator", "page", "paragraph", "line"],
  },
  {
    name: "id",
    isRequired: false,
    says: "name of the row",
    names: ["id", "statement_id", "statement id", "slug"],
  },
  { name: "note", isRequired: false, says: "a remark", names: ["note", "notes", "comment", "remark"] },
];

/** Guesses the columns of the roles from a header; each column serves one role. */
export function guessColumns(header: readonly string[]): Partial<Record<RoleName, string>> {
  const found: Partial<Record<RoleName, string>> = {};
  const free = new Set(header.filter((name) => name !== ""));
  for (const role of ROLES) {
    for (const name of role.names) {
      const column = [...free].find((candidate) => candidate.toLowerCase() === name);
      if (column === undefined) continue;
      found[role.name] = column;
      free.delete(column);
      break;
    }
  }
  return found;
}
