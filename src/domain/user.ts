/** What somebody may do: read; edit the cases that are theirs; edit all, and see the audit log. */
export const ROLES = ["READER", "EDITOR", "ADMIN"] as const;

export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface User {
  /** As the token names them; null for a reader who gave none. */
  readonly name: string | null;
  readonly role: Role;
  /** Slugs of the cases that an editor may edit; `*` stands for all. */
  readonly cases: readonly string[];
}

/** A reader who gave no token. */
export const ANONYMOUS: User = { name: null, role: "READER", cases: [] };
