import { DemarcheError } from "../../domain/errors.ts";
import { writeDataSource } from "../data-source.ts";
import type { Importer, ImportOption, ImportRun } from "../importer.ts";
import type { Input, Sample } from "../inputs.ts";
import { DnaFile, type StatementType } from "./dna-file.ts";
import { chooseRoles, type Roles } from "./roles.ts";
import { StatementWriter } from "./statement-writer.ts";

const OPTIONS: readonly ImportOption[] = [
  {
    name: "type",
    flags: "--type <label>",
    description: "Statement type to take; all that have the variables when it is not given.",
    isRepeatable: true,
  },
  {
    name: "actor",
    flags: "--actor <variable>",
    description: "Variable that names the actor; several, with commas, for types that differ.",
    default: "person",
  },
  {
    name: "organization",
    flags: "--organization <variable>",
    description: "Variable that names the actor's organisation.",
    default: "organization",
  },
  {
    name: "concept",
    flags: "--concept <variable>",
    description: "Variable that names what the statement is about.",
    default: "concept",
  },
  {
    name: "qualifier",
    flags: "--qualifier <variable>",
    description:
      "Variable that says whether the actor agrees: true or a positive number for, false or a negative one against.",
    default: "agreement",
  },
  {
    name: "conceptAs",
    flags: "--concept-as <kind>",
    description: "What a concept becomes: a demand, or a claim in debates of fact.",
    choices: ["demand", "claim"],
    default: "demand",
  },
];

/** Reads files of the Discourse Network Analyzer 3: statements of persons and organisations on concepts, with their quotes. */
export const dna: Importer = {
  name: "dna",
  title: "Discourse Network Analyzer 3 database",
  description:
    "A .dna file of Discourse Network Analyzer 3 (SQLite): persons and organisations become actors, concepts demands or claims, documents sources. Passwords are never read.",
  options: OPTIONS,
  sniff: ({ bytes }: Sample) => {
    if (!bytes.subarray(0, 15).equals(Buffer.from("SQLite format 3"))) return 0;
    return bytes.includes("STATEMENTTYPES") ? 1 : 0.2;
  },
  run,
};

async function run(run: ImportRun): Promise<void> {
  const about = { slug: "dna", title: "Discourse Network Analyzer database" };
  const source = await writeDataSource(run, about);
  const writer = new StatementWriter(run, source);
  let taken = 0;
  for (const input of run.inputs) {
    const file = await DnaFile.open(input);
    try {
      taken += await readFile({ run, input, file, writer });
    } finally {
      await file.close();
    }
  }
  await writer.finish();
  if (taken === 0) throw new DemarcheError("FILE_UNREADABLE", `${run.inputs[0]?.name} holds no statements.`);
}

async function readFile(parts: {
  run: ImportRun;
  input: Input;
  file: DnaFile;
  writer: StatementWriter;
}): Promise<number> {
  const { run, input, file, writer } = parts;
  const types = file.types;
  const roles = chooseRoles(types, run.options);
  for (const type of types) {
    const count = file.countStatements(type);
    if (!roles.has(type.id)) leaveOutType(run, { type, count, file: input.name });
  }
  if (roles.size === 0) throw noFittingType(input, types);
  for (const [table, count] of file.countOthers())
    for (let index = 0; index < count; index += 1)
      run.sink.leaveOut(`Rows of ${table} have no place in a case.`, { file: input.name, line: null });
  warnOfMissingQualifiers(run, { types, roles, file: input.name });
  return writer.read(input.name, file, roles);
}

function leaveOutType(run: ImportRun, about: { type: StatementType; count: number; file: string }): void {
  const { type, count, file } = about;
  const reason = `The statement type "${type.label}" was not asked for, or has no such variables (it has ${listVariables(type)}).`;
  for (let index = 0; index < count; index += 1) run.sink.leaveOut(reason, { file, line: null });
}

function warnOfMissingQualifiers(
  { sink }: ImportRun,
  {
    types,
    roles,
    file,
  }: { types: readonly StatementType[]; roles: ReadonlyMap<number, Roles>; file: string },
): void {
  for (const type of types) {
    const role = roles.get(type.id);
    if (!role || role.qualifier !== null) continue;
    const message = `The statement type "${type.label}" has no qualifier: its statements are read as agreement.`;
    sink.warn(message, { file, line: null });
  }
}

function noFittingType(input: Input, types: readonly StatementType[]): DemarcheError {
  const list = types.map((type) => `  ${type.label}: ${listVariables(type)}`).join("\n");
  const message = `No statement type of ${input.name} has the variables asked for. It has\n${list}\nSay which is which: --actor, --organization, --concept, --qualifier, and --type to choose one.`;
  return new DemarcheError("BAD_INPUT", message);
}

function listVariables({ variables }: StatementType): string {
  return variables.map(({ name, dataType }) => `${name} (${dataType})`).join(", ") || "no variables";
}
