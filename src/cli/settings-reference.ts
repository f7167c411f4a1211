import { VARIABLES } from "./settings.ts";

/** Renders docs/settings.md from the table of environment variables. */
export function settingsReference(): string {
  const rows = VARIABLES.map(({ name, default: value, description }) => {
    return `| \`${name}\` | ${value === "" ? "" : `\`${value}\``} | ${description} |`;
  });
  return [
    "# Settings",
    "",
    "Demarche reads these environment variables; an option of the command line goes before its variable.",
    "",
    "| variable | default | what it does |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
