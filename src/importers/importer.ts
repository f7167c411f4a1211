import type { CaseSink } from "./case-sink.ts";
import type { Input, Sample } from "./inputs.ts";

/** An option of an importer, in the form that the command line reads. */
export interface ImportOption {
  /** Key of its value in `options`: `conceptAs` for `--concept-as`. */
  readonly name: string;
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  /** Given several times, its values add up. */
  readonly isRepeatable?: true;
}

export type ImportOptionValue = string | boolean | readonly string[] | undefined;
export type ImportOptionValues = Readonly<Record<string, ImportOptionValue>>;

/** What an importer cannot tell by itself and a person may answer. */
export interface ImportQuestion {
  /** The role that is wanted: `actor`, `target`. */
  readonly name: string;
  readonly text: string;
  /** The possible answers: the columns of the file. */
  readonly choices: readonly string[];
}

/** Answers a question with one of its choices; null where nobody can. */
export type Ask = (question: ImportQuestion) => Promise<string | null>;

/** What an importer works with. */
export interface ImportRun {
  readonly caseSlug: string;
  /** The files of its format, in the order given. */
  readonly inputs: readonly Input[];
  readonly options: ImportOptionValues;
  readonly sink: CaseSink;
  readonly ask: Ask | null;
  /** Says, as a sentence after a blank, that a file looks like one of another format; empty where it does not. */
  adviseOn(sample: Sample): string;
}

/** A foreign format: how it is recognised and how it becomes the tables of a case. */
export interface Importer {
  readonly name: string;
  /** What a file of the format is called in a sentence: `a file of UN votes`. */
  readonly title: string;
  readonly description: string;
  readonly options: readonly ImportOption[];
  /** Tells how surely a file is of this format, 0 (it cannot be) to 1, from its name and first bytes. */
  sniff(sample: Sample): number;
  run(run: ImportRun): Promise<void>;
}
