import type { Output } from "./output.ts";
import type { Settings } from "./settings.ts";

export interface ArgumentDefinition {
  readonly name: string;
  readonly description: string;
  readonly isOptional?: true;
  /** Takes all the words that are left. */
  readonly isVariadic?: true;
}

export interface OptionDefinition {
  /** As commander reads it: `--to <date>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** Given several times, its values add up. */
  readonly isRepeatable?: true;
}

export interface CommandDefinition {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly arguments: readonly ArgumentDefinition[];
  readonly options: readonly OptionDefinition[];
  readonly examples: readonly { readonly line: string; readonly says: string }[];
  /** Loads the code only when the command runs, so that `--help` is instant. */
  readonly load: () => Promise<{ run: CommandRun }>;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CommandContext {
  readonly settings: Settings;
  readonly output: Output;
  /** Standard input, read only where a command says so. */
  readonly input: NodeJS.ReadableStream & { isTTY?: boolean };
}

/** Runs a command; its value is the exit code, undefined means 0. */
export type CommandRun = (
  context: CommandContext,
  words: readonly string[],
  options: OptionValues,
) => Promise<number | undefined>;
