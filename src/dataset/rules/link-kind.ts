import { LINKS, type LinkDefinition } from "../../domain/relations.ts";
import type { ProposalKind } from "../../domain/vocabulary.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Row, Rule } from "../rule.ts";
import { joinWords, withArticle } from "../words.ts";

const LINKS_BY_NAME = new Map<string, LinkDefinition>(LINKS.map((link) => [link.name, link]));

/** Finds links between things that their relation does not join, and kinds that it does not know. */
export const linkKind: Rule = {
  name: "link-kind",
  severity: "error",
  says: "A link joins kinds that its relation joins; `kind` holds what the relation wants; RESULTED_IN ends at an agreement.",
  start: (context) => {
    const proposalKinds = new Map<string, ProposalKind>();
    return {
      rows: {
        proposals: {
          needs: ["slug", "kind"],
          check: ({ record }) => void proposalKinds.set(record.slug, record.kind),
        },
        links: {
          needs: ["from", "relation", "to", "kind"],
          check: (row) => {
            const link = LINKS_BY_NAME.get(row.record.relation);
            if (!link) return;
            checkKind(row, link, context);
            checkEnds(row, link, { context, proposalKinds });
          },
        },
      },
    };
  },
};

function checkKind(row: Row<"links">, link: LinkDefinition, { report, suggest }: CheckContext): void {
  const { kind } = row.record;
  if (link.kind === null) {
    if (kind !== null)
      report(placeOf(row, "kind"), `${link.name} has no kind, yet kind is "${kind}": clear it.`);
    return;
  }
  const values = link.kind.values.join(", ");
  if (kind === null) {
    if (link.kind.required)
      report(placeOf(row, "kind"), `${link.name} wants a kind: write one of ${values}.`);
  } else if (!link.kind.values.includes(kind)) {
    report(
      placeOf(row, "kind"),
      `"${kind}" is no kind of ${link.name}.${suggest(kind, link.kind.values) || ` Use ${values}.`}`,
    );
  }
}

function checkEnds(
  row: Row<"links">,
  link: LinkDefinition,
  { context, proposalKinds }: { context: CheckContext; proposalKinds: ReadonlyMap<string, ProposalKind> },
): void {
  const { from, to } = row.record;
  context.whenKnown(from, [], (start) =>
    context.whenKnown(to, [], (end) => {
      if (!start || !end) return;
      const place = placeOf(row, "relation");
      if (!link.pairs.some(([left, right]) => left === start.kind && right === end.kind)) {
        const found = `${link.name} cannot lead from ${withArticle(start.kind)} ("${from}") to ${withArticle(end.kind)} ("${to}")`;
        context.report(place, `${found}: it joins ${describePairs(link)}.`);
        return;
      }
      const kind = link.name === "RESULTED_IN" ? proposalKinds.get(to) : undefined;
      if (kind === undefined || kind === "AGREEMENT") return;
      const message = `RESULTED_IN ends at an agreement, but "${to}" is of kind ${kind}: correct its kind, or use AT.`;
      context.report(placeOf(row, "to"), message);
    }),
  );
}

function describePairs({ pairs }: LinkDefinition): string {
  const starts = [...new Set(pairs.map(([from]) => from))];
  const phrases = starts.map((start) => {
    const ends = pairs.flatMap(([from, to]) => (from === start ? [withArticle(to)] : []));
    return `${withArticle(start)} to ${joinWords(ends, "or")}`;
  });
  return phrases.join("; ");
}
