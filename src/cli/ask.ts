import { createInterface } from "node:readline/promises";
import type { CommandContext } from "./command.ts";

/**
 * Asks a yes-or-no question on the terminal.
 *
 * @returns true at once with `--yes` or `CI=true`; false where nobody can answer.
 */
export async function askYesNo(
  context: Pick<CommandContext, "settings" | "input">,
  question: string,
): Promise<boolean> {
  if (context.settings.isYes) return true;
  if (!context.input.isTTY) return false;
  const terminal = createInterface({ input: context.input, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [Y/n] `);
    return /^(y|yes|)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
