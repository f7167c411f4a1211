import type { RecordOf } from "../../domain/tables.ts";
import { DirectedGraph } from "../directed-graph.ts";
import { placeOf } from "../place.ts";
import type { Rule, SharedRowCheck } from "../rule.ts";

type Place = ReturnType<typeof placeOf>;

const KINDS = ["part_of", "AMENDS", "MEMBER_OF", "order"] as const;
type Kind = (typeof KINDS)[number];

const MEANINGS: Readonly<Record<Kind, string>> = {
  part_of: "is part of",
  AMENDS: "amends",
  MEMBER_OF: "is a member of",
  order: "comes after",
};

/** Finds rings: things that are, over others, part of themselves, amend themselves or come after themselves. */
export const cycle: Rule = {
  name: "cycle",
  severity: "error",
  says: "part_of, AMENDS, MEMBER_OF and the order by after and before lead nowhere back to where they began.",
  start: ({ report }) => {
    const graphs = new Map<Kind, DirectedGraph<Place>>(
      KINDS.map((kind) => [kind, new DirectedGraph<Place>()]),
    );
    const add = (kind: Kind, from: string, to: string, place: Place) =>
      graphs.get(kind)?.add(from, to, place);
    const partOf: SharedRowCheck<{ readonly slug: string; readonly partOf: string | null }> = {
      needs: ["slug", "part_of"],
      check: (row) => {
        if (row.record.partOf) add("part_of", row.record.slug, row.record.partOf, placeOf(row, "part_of"));
      },
    };
    return {
      rows: {
        issues: partOf,
        meetings: partOf,
        links: {
          needs: ["from", "relation", "to"],
          check: (row) => {
            const edge = linkEdge(row.record);
            if (edge) add(edge.kind, edge.from, edge.to, placeOf(row, "to"));
          },
        },
        representations: {
          needs: ["actor", "relation", "of"],
          check: (row) => {
            const { actor, relation, of } = row.record;
            if (relation === "MEMBER_OF") add("MEMBER_OF", actor, of, placeOf(row, "of"));
          },
        },
      },
      everyRow: (row) => {
        if (!("after" in row.record) || row.record.slug === null) return;
        for (const other of row.record.after) add("order", row.record.slug, other, placeOf(row, "after"));
        for (const other of row.record.before) add("order", other, row.record.slug, placeOf(row, "before"));
      },
      end: () => {
        for (const [kind, graph] of graphs) {
          for (const { path, place } of graph.findRings()) {
            const [first, ...others] = path.map((slug) => `"${slug}"`);
            const ring = others.join(`, which ${MEANINGS[kind]} `);
            report(
              place,
              `${first} ${MEANINGS[kind]} ${ring}: break the ring by correcting one of its links.`,
            );
          }
        }
      },
    };
  },
};

function linkEdge({
  from,
  relation,
  to,
}: RecordOf<"links">): { kind: Kind; from: string; to: string } | null {
  if (relation === "AMENDS") return { kind: "AMENDS", from, to };
  if (relation === "AFTER") return { kind: "order", from, to };
  return relation === "BEFORE" ? { kind: "order", from: to, to: from } : null;
}
