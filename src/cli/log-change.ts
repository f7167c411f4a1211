import type { AuditAction } from "../loading/audit.ts";
import type { CommandContext } from "./command.ts";
import { createLogger } from "./logger.ts";

/** What a command changed, as the audit log tells it. */
export interface CommandChange {
  readonly action: AuditAction;
  readonly by: string;
  /** Slug, of a change of a whole case. */
  readonly case?: string;
  /** Id, of a change of one record. */
  readonly record?: string;
  /** Id of the entry in the audit log. */
  readonly editId?: string;
  readonly at?: string;
}

/** Logs that a command changed data, as the server does of its editors; not on a terminal, where the answer says so. */
export function logChange({ settings }: Pick<CommandContext, "settings">, change: CommandChange): void {
  if (process.stderr.isTTY !== true) createLogger(settings).info(change, "data changed");
}
