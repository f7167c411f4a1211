import { Argument, Command, CommanderError, Option } from "commander";
import { DemarcheError } from "../domain/errors.ts";
import type { CommandDefinition, OptionValues } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { createOutput } from "./output.ts";
import { type GlobalOptions, readSettings } from "./settings.ts";

/** Options that every command takes. */
export const GLOBAL_OPTIONS = [
  { flags: "--data <folder>", description: "folder of the embedded database (default: DEMARCHE_DATA)" },
  { flags: "--docker", description: "use Neo4j in a container instead of the embedded one" },
  { flags: "--json", description: "print JSON" },
  { flags: "--quiet", description: "print nothing but the result" },
  { flags: "--yes", description: "answer every question with yes" },
] as const;

/**
 * Runs the command line.
 *
 * @returns The exit code: 0 done, 1 failed, 2 wrong use.
 */
export async function runProgram(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  version: string,
): Promise<number> {
  let exitCode = 0;
  const program = createProgram(version, environment, (code) => {
    exitCode = code;
  });
  try {
    if (COMPLETION_COMMANDS.includes(words[0] ?? "")) await addCompletion(program);
    await program.parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(error, words.includes("--json"), environment);
  }
}

const COMPLETION_COMMANDS = ["completion", "complete"];

// Loaded only when asked for: it is no part of any other command.
async function addCompletion(program: Command): Promise<void> {
  const { default: tab } = await import("@bomb.sh/tab/commander");
  tab(program, { completionCommandName: "completion" });
}

/** Builds the commander program from the table of commands; `onExit` hears the exit code of the command that ran. */
export function createProgram(
  version: string,
  environment: Readonly<Record<string, string | undefined>>,
  onExit: (code: number) => void,
): Command {
  const program = new Command("demarche")
    .description(
      "Who proposed, demanded, backed, accepted, rejected or mediated what, when, and according to which source.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .showSuggestionAfterError(true)
    .showHelpAfterError("(--help shows how)")
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .addHelpText("after", PROGRAM_HELP)
    .exitOverride();
  program.configureOutput({ outputError: (text, write) => write(text) });
  for (const definition of COMMANDS) program.addCommand(createCommand(definition, environment, onExit));
  return program;
}

const PROGRAM_HELP = `
Start here:
  $ demarche serve                      start, load the shipped cases, print the address of the playground
  $ demarche search crimea              find actors, demands, proposals, meetings, quotes
  $ demarche trace ID                   the whole story of one of them, with sources

Shell completion: \`demarche completion bash\` (or zsh, fish, powershell) prints a script for your shell to source.
Settings come from the environment (NEO4J_URI, DEMARCHE_DATA, DEMARCHE_PORT …): see docs/settings.md.
Exit codes: 0 done, 1 failed, 2 wrong use.`;

function createCommand(
  definition: CommandDefinition,
  environment: Readonly<Record<string, string | undefined>>,
  onExit: (code: number) => void,
): Command {
  const command = new Command(definition.name)
    .summary(definition.summary)
    .description(definition.description ?? definition.summary)
    .helpOption("-h, --help", "show this help")
    .showSuggestionAfterError(true)
    .showHelpAfterError(`(demarche ${definition.name} --help shows how)`)
    .exitOverride();
  for (const argument of definition.arguments) {
    const name = `${argument.name}${argument.isVariadic ? "..." : ""}`;
    command.addArgument(new Argument(argument.isOptional ? `[${name}]` : `<${name}>`, argument.description));
  }
  for (const option of [...definition.options, ...GLOBAL_OPTIONS]) command.addOption(createOption(option));
  if (definition.examples.length > 0) command.addHelpText("after", renderExamples(definition));
  return command.action(async () => {
    const options = command.opts() as OptionValues & GlobalOptions;
    const words = command.args;
    const settings = readSettings(environment, options);
    const output = createOutput({
      isJson: options.json === true,
      isQuiet: options.quiet === true,
      useColour: settings.useColour && process.stdout.isTTY === true,
    });
    const { run } = await definition.load();
    onExit((await run({ settings, output, input: process.stdin }, words, options)) ?? 0);
  });
}

function createOption(definition: CommandDefinition["options"][number]): Option {
  const option = new Option(definition.flags, definition.description);
  if (definition.choices) option.choices(definition.choices);
  if (definition.default !== undefined) option.default(definition.default);
  if (definition.isRepeatable) {
    option.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value]);
  }
  return option;
}

function renderExamples(definition: CommandDefinition): string {
  const lines = definition.examples.map(({ line, says }) => `  $ ${line}\n      ${says}`);
  return `\nExamples:\n${lines.join("\n")}`;
}

function reportError(
  error: unknown,
  isJson: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): number {
  // commander has printed its own message by now
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const known = error instanceof DemarcheError ? error : unexpectedError(error);
  if (isJson) {
    process.stderr.write(
      `${JSON.stringify({ error: { code: known.code, message: known.message, ...known.details } })}\n`,
    );
  } else {
    process.stderr.write(`demarche: ${known.message} [${known.code}]\n`);
  }
  if (known.code === "INTERNAL" && environment.DEMARCHE_LOG === "debug") console.error(error);
  return known.code === "USAGE" ? 2 : 1;
}

function unexpectedError(error: unknown): DemarcheError {
  const message = error instanceof Error ? error.message : String(error);
  return new DemarcheError(
    "INTERNAL",
    `${message}. This is a fault of Demarche; DEMARCHE_LOG=debug shows more.`,
    { cause: error },
  );
}
