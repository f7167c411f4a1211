import type { CommandDefinition, OptionDefinition } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { GLOBAL_OPTIONS } from "./program.ts";

/** Renders docs/commands.md from the table of commands. */
export function commandReference(): string {
  const intro = [
    "# Commands",
    "",
    "Data go to standard output, talk to standard error. Exit codes: 0 done, 1 failed, 2 wrong use. `demarche help COMMAND` shows the same.",
    "",
    "Every command takes:",
    "",
    ...optionTable(GLOBAL_OPTIONS),
    "",
  ];
  return `${[...intro, ...COMMANDS.flatMap(commandSection)].join("\n").trimEnd()}\n`;
}

function commandSection(command: CommandDefinition): string[] {
  const words = command.arguments.map(({ name, isOptional, isVariadic }) => {
    const shown = `${name.toUpperCase()}${isVariadic ? "…" : ""}`;
    return isOptional ? `[${shown}]` : shown;
  });
  return [
    `## demarche ${[command.name, ...words].join(" ")}`,
    "",
    command.description ?? `${capitalise(command.summary)}.`,
    "",
    ...command.arguments.map(({ name, description }) => `- \`${name.toUpperCase()}\`: ${description}`),
    ...(command.arguments.length > 0 ? [""] : []),
    ...(command.options.length > 0 ? [...optionTable(command.options), ""] : []),
    ...command.examples.flatMap(({ line, says }) => ["```sh", `${line}   # ${says}`, "```", ""]),
  ];
}

function optionTable(options: readonly OptionDefinition[]): string[] {
  const rows = options.map(({ flags, description, choices }) => {
    const list = choices ? ` (${choices.join(", ")})` : "";
    return `| \`${flags}\` | ${description}${list} |`;
  });
  return ["| option | what it does |", "|---|---|", ...rows];
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
