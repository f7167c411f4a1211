import type { OptionDefinition } from "./command.ts";

/** The options of all importers: the same as each importer names, listed here so that `--help` loads no importer. */
export const IMPORT_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--title <text>", description: "title of the case" },
  { flags: "--licence <text>", description: "licence of the data, as their publisher states it" },
  {
    flags: "--encoding <name>",
    description: "encoding of text files that are not UTF-8, such as windows-1252",
  },
  { flags: "--mapping <file>", description: "csv: YAML or JSON file that says which column is which" },
  {
    flags: "--map <role=column,...>",
    description: "csv: the same in a line: actor=Speaker,target=Issue,act=Position,date=Day",
    isRepeatable: true,
  },
  {
    flags: "--acts <word=act,...>",
    description: "csv: what the words in the column of acts mean: agree=BACKED,0=REJECTED",
    isRepeatable: true,
  },
  { flags: "--act <act>", description: "csv: the act of every row, where no column tells" },
  {
    flags: "--target-as <kind>",
    description: "csv: what the targets are",
    choices: ["demand", "proposal", "claim", "meeting", "event", "actor"],
  },
  {
    flags: "--actor-kind <kind>",
    description: "csv: what sort of actors the column of actors names",
    choices: ["STATE", "PERSON", "ORGANIZATION", "COALITION", "GROUP"],
  },
  {
    flags: "--date-order <order>",
    description: "csv: how 3/4/2022 is meant, where the dates themselves do not tell",
    choices: ["day-first", "month-first"],
  },
  {
    flags: "--delimiter <character>",
    description: "csv: what separates the cells (tab for tabs); guessed when it is not given",
  },
  {
    flags: "--type <label>",
    description: "dna: statement type to take; all that have the variables when it is not given",
    isRepeatable: true,
  },
  {
    flags: "--actor <variable>",
    description: "dna: variable that names the actor; several, with commas, for types that differ",
  },
  { flags: "--organization <variable>", description: "dna: variable that names the actor's organisation" },
  { flags: "--concept <variable>", description: "dna: variable that names what the statement is about" },
  {
    flags: "--qualifier <variable>",
    description:
      "dna: variable that says whether the actor agrees: true or a positive number for, false or a negative one against",
  },
  {
    flags: "--concept-as <kind>",
    description: "dna: what a concept becomes: a demand, or a claim in debates of fact",
    choices: ["demand", "claim"],
  },
];
