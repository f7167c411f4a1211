import { createInterface } from "node:readline/promises";
import type { CommandContext } from "./command.ts";

/**
 * Asks a yes-or-no question on the terminal.
 *
 * @param enterMeans - What Enter alone says; `NO` for what cannot be taken back.
 * @returns true at once with `--yes`, and with `CI=true` where Enter says so too; false where nobody can answer.
 */
export async function askYesNo(
  context: Pick<CommandContext, "settings" | "input">,
  question: string,
  enterMeans: "YES" | "NO" = "YES",
): Promise<boolean> {
  const { isYes, isCi } = context.settings;
  if (isYes || (isCi && enterMeans === "YES")) return true;
  if (!context.input.isTTY) return false;
  const terminal = createInterface({ input: context.input, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} ${enterMeans === "YES" ? "[Y/n]" : "[y/N]"} `);
    return answer.trim() === "" ? enterMeans === "YES" : /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
