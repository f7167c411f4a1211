import { fetchSameAsSuggestions, linkSameAs, unlinkSameAs } from "../../curation/same-as.ts";
import { SAME_AS_REASONS, type SameAsSuggestion } from "../../curation/suggest-same-as.ts";
import { DemarcheError } from "../../domain/errors.ts";
import type { CommandContext, CommandRun, OptionValues } from "../command.ts";
import { type Connection, withDatabase } from "../connection.ts";
import { logChange } from "../log-change.ts";
import { type Column, renderCsv, renderTable } from "../table.ts";

const COLUMNS: readonly Column<SameAsSuggestion>[] = [
  { title: "score", value: ({ score }) => score.toFixed(2) },
  { title: "actor", value: ({ left }) => left },
  { title: "other", value: ({ right }) => right },
  { title: "reason", value: ({ reason }) => SAME_AS_REASONS[reason] },
  { title: "evidence", value: ({ evidence }) => [...new Set(evidence)].join(" = "), share: 0.3 },
];

/** Suggests which actors are the same, links two of them, or takes a link back. */
export const run: CommandRun = async (context, [actor = "", other], options) => {
  if (actor === "suggest" && other === undefined)
    return await withDatabase(context, (connection) => suggest(context, connection, options));
  if (other === undefined) throw new DemarcheError("USAGE", "Name both actors, or say: same-as suggest.");
  const { why, by, clientKey, undo } = options;
  if (undo !== true && (typeof why !== "string" || why.trim() === ""))
    throw new DemarcheError("USAGE", 'Say what the link rests on: --why "…".');
  return await withDatabase(context, async ({ database }) => {
    const ends = [actor, other] as const;
    const editor = String(by ?? context.settings.editor);
    const given = { by: editor, clientKey: typeof clientKey === "string" ? clientKey : null };
    const link =
      undo === true
        ? await unlinkSameAs(database, ends, { ...given, why: typeof why === "string" ? why : null })
        : await linkSameAs(database, ends, { ...given, why: String(why) });
    logChange(context, { action: undo === true ? "NOT_SAME_AS" : "SAME_AS", by: editor, record: link.from });
    if (context.output.isJson) context.output.json({ ...link, isLinked: undo !== true });
    else context.output.data(`${link.from} and ${link.to}: ${undo === true ? "no longer linked" : "linked"}`);
    return 0;
  });
};

async function suggest(
  { output }: CommandContext,
  { database }: Connection,
  options: OptionValues,
): Promise<number> {
  const caseSlug = options.case as string | undefined;
  const suggestions = await fetchSameAsSuggestions(database, {
    ...(caseSlug === undefined ? {} : { caseSlug }),
    least: readLeast(options.least),
  });
  if (output.isJson || options.format === "json") output.json(suggestions);
  else if (options.format === "csv") output.data(renderCsv(COLUMNS, suggestions));
  else if (suggestions.length === 0) output.say("No two actors look the same.");
  else output.data(renderTable(COLUMNS, suggestions, output));
  return 0;
}

function readLeast(text: OptionValues[string]): number {
  const least = Number(text);
  if (least >= 0 && least <= 1) return least;
  throw new DemarcheError("USAGE", `--least takes a number from 0 to 1, not "${text}".`);
}
