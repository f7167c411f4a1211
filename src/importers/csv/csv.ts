import { ACTOR_KINDS } from "../../domain/vocabulary.ts";
import { writeDataSource } from "../data-source.ts";
import { openTable, sampleHeader } from "../foreign-table.ts";
import type { Importer, ImportOption, ImportRun } from "../importer.ts";
import type { Sample } from "../inputs.ts";
import { chooseColumns, hasColumns } from "./choose-columns.ts";
import { readMapping } from "./mapping.ts";
import { RowWriter } from "./row-writer.ts";
import { TARGET_WORDS } from "./stances.ts";

const OPTIONS: readonly ImportOption[] = [
  {
    name: "mapping",
    flags: "--mapping <file>",
    description: "YAML or JSON file that says which column is which.",
  },
  {
    name: "map",
    flags: "--map <role=column,...>",
    description: "The same in a line: actor=Speaker,target=Issue,act=Position,date=Day.",
    isRepeatable: true,
  },
  {
    name: "acts",
    flags: "--acts <word=act,...>",
    description: "What the words in the column of acts mean: agree=BACKED,0=REJECTED.",
    isRepeatable: true,
  },
  { name: "act", flags: "--act <act>", description: "The act of every row, where no column tells." },
  {
    name: "targetAs",
    flags: "--target-as <kind>",
    description: "What the targets are.",
    choices: Object.keys(TARGET_WORDS),
    default: "demand",
  },
  {
    name: "actorKind",
    flags: "--actor-kind <kind>",
    description: "What sort of actors the column of actors names.",
    choices: ACTOR_KINDS,
    default: "PERSON",
  },
  {
    name: "dateOrder",
    flags: "--date-order <order>",
    description: "How 3/4/2022 is meant, where the dates themselves do not tell.",
    choices: ["day-first", "month-first"],
  },
  {
    name: "delimiter",
    flags: "--delimiter <character>",
    description: "What separates the cells (tab for tabs); guessed when it is not given.",
  },
];

const NO_SUCH_COLUMNS = "The file was not read: it has none of the columns that are asked for.";

/** Reads any table with a header line, one statement a row, by a mapping of its columns. */
export const csv: Importer = {
  name: "csv",
  title: "table (CSV)",
  description:
    "Any table with a header line, one statement a row: by a mapping of its columns, or by guessing them from the header.",
  options: OPTIONS,
  sniff,
  run,
};

function sniff({ text, binary }: Sample): number {
  if (binary !== null || /^\ufeff?\s*(?:[[{<]|$)/.test(text)) return 0;
  return sampleHeader(text).length > 1 ? 0.4 : 0.1;
}

async function run(run: ImportRun): Promise<void> {
  const { inputs, sink, options } = run;
  const mapping = await readMapping(options);
  const source = await writeDataSource(run, {
    slug: "table",
    title: inputs.map(({ name }) => name).join(", "),
  });
  const writer = new RowWriter(sink, { source, mapping });
  for (const input of inputs) {
    const encoding = options.encoding as string | undefined;
    const table = await openTable(input, { sink, encoding, delimiter: mapping.delimiter ?? undefined });
    if (input.isNamed || hasColumns(table, mapping)) {
      const columns = await chooseColumns(table, mapping, { ...run, advice: run.adviseOn(input.sample) });
      await writer.read(table, columns);
    } else sink.leaveOut(NO_SUCH_COLUMNS, { file: input.name, line: null });
  }
  await writer.finish();
}
