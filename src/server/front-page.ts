import type { RequestHandler } from "express";
import type { Database } from "../database/database.ts";
import { type PageCard, type PagePart, renderPage } from "./page.ts";

/** A case as the front page shows it. */
interface CaseRow extends Record<string, unknown> {
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly licence: string;
  readonly counts: readonly (readonly [kind: string, number: number])[];
}

/** Serves a page that lists the cases and what can be done with them. */
export function serveFrontPage(database: Database): RequestHandler {
  return async (_request, response) => {
    const cases = await database.read<CaseRow>("server/cases");
    response.type("html").send(renderPage({ title: "Front page", body: describe(cases) }));
  };
}

function describe(cases: readonly CaseRow[]): PagePart[] {
  return [
    { heading: "Who proposed, demanded, backed or rejected what, and according to whom" },
    {
      text: "A graph database of actors and positions in negotiations. Every relation rests on a statement, and every statement on a source.",
    },
    {
      links: [
        { to: "/graphql", text: "Playground", hint: "ask questions in GraphQL; begin with an example" },
        { to: "/schema.graphql", text: "Vocabulary", hint: "every type and field, with what it means" },
      ],
    },
    ...cases.map((row) => ({ card: describeCase(row) })),
    ...(cases.length > 0 ? [] : [{ text: "No case is loaded yet: demarche load FOLDER adds one." }]),
  ];
}

const SHOWN = {
  Statement: "statements",
  Actor: "actors",
  Demand: "demands",
  Proposal: "proposals",
  Meeting: "meetings",
  Source: "sources",
};

function describeCase({ slug, title, description, from, to, licence, counts }: CaseRow): PageCard {
  const numbers = new Map(counts);
  const facts = Object.entries(SHOWN).map(([kind, words]) => `${numbers.get(kind) ?? 0} ${words}`);
  const time = from === null ? [] : [`${from} – ${to ?? "today"}`];
  const file = `/export/${encodeURIComponent(slug)}/acts`;
  return {
    title,
    text: description ?? "",
    facts: [...time, ...facts, licence],
    links: [
      { to: `${file}.gexf`, text: "GEXF", hint: "for Gephi" },
      { to: `${file}.graphml`, text: "GraphML", hint: "for networkx, igraph, yEd" },
      { to: `${file}.nodes.csv`, text: "Nodes", hint: "CSV" },
      { to: `${file}.edges.csv`, text: "Edges", hint: "CSV" },
    ],
  };
}
