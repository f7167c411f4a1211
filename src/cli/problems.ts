import type { Problem } from "../domain/errors.ts";
import type { Output } from "./output.ts";

/** Prints problems one a line: file, line and column, how much it weighs, what is wrong and what to do, the rule. */
export function printProblems(output: Output, problems: readonly Problem[]): void {
  const { bold, red, yellow, dim } = output.colours;
  for (const { file, line, column, severity, message, rule } of problems) {
    const place = [file, line, column].filter((part) => part !== null).join(":");
    const mark = severity === "error" ? red("error") : yellow("warning");
    output.data(`${bold(place)} ${mark} ${message} ${dim(`[${rule}]`)}`);
  }
}

/** Tells in a line how many errors and warnings a folder has. */
export function summariseProblems(folder: string, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (problems.length === 0) return `${folder}: no problems.`;
  return `${folder}: ${countOf(errors, "error")}, ${countOf(problems.length - errors, "warning")}.`;
}

/** Writes a number with its noun in the right form: `1 error`, `2 errors`. */
export function countOf(number: number, noun: string): string {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}
