import { DemarcheError } from "../domain/errors.ts";
import type { User } from "../domain/user.ts";

/** An editor whose name is known. */
export type Editor = User & { readonly name: string };

/** What is answered where a token is wanting or not valid, whatever is wrong with it. */
export const NOT_SIGNED_IN =
  "The token is missing or not valid: send a valid one in the header Authorization, after the word Bearer.";

/**
 * Makes sure that somebody may edit a case.
 *
 * @throws {DemarcheError} `UNAUTHENTICATED` for who gave no token, `FORBIDDEN` for who may not.
 */
export function requireEditor(user: User, caseSlug: string): Editor {
  const { name, role, cases } = requireName(user);
  if (role === "ADMIN" || (role === "EDITOR" && (cases.includes("*") || cases.includes(caseSlug))))
    return { name, role, cases };
  const reason =
    role === "EDITOR" ? `You may not edit the case "${caseSlug}".` : "You may read, and not edit.";
  throw new DemarcheError("FORBIDDEN", `${reason} Who gives out tokens can change that.`);
}

/**
 * Makes sure that somebody may see and do all.
 *
 * @throws {DemarcheError} As `requireEditor` does.
 */
export function requireAdmin(user: User): Editor {
  const editor = requireName(user);
  if (editor.role === "ADMIN") return editor;
  throw new DemarcheError("FORBIDDEN", "Only the role admin may see this.");
}

function requireName(user: User): Editor {
  if (user.name === null) throw new DemarcheError("UNAUTHENTICATED", NOT_SIGNED_IN);
  return { ...user, name: user.name };
}
