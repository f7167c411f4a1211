import type { CommandDefinition } from "./command.ts";

/** Every command of the program; help, completion and docs/commands.md are drawn from this table. */
export const COMMANDS: readonly CommandDefinition[] = [];
