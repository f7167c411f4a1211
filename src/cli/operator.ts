import type { User } from "../domain/user.ts";
import type { CommandContext } from "./command.ts";

/** Gives who works on the command line: whoever has the password of the database may do all. */
export function operator({ settings }: Pick<CommandContext, "settings">): User & { readonly name: string } {
  return { name: settings.editor, role: "ADMIN", cases: ["*"] };
}
