import type { ViewName } from "./address.ts";

/** Every text of the interface, in one place, ready for translation. */
export const texts = {
  title: "Demarche",
  tagline:
    "Who proposed, demanded, backed, accepted, rejected or mediated what, and according to which source.",
  skip: "Skip to the content",
  views: {
    case: "Case",
    trace: "Trace",
  } satisfies Record<ViewName, string>,
  header: {
    chooseCase: "Case",
    search: "Search actors, demands, proposals, quotes",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
    help: "Keyboard",
    playground: "GraphQL playground",
  },
  loading: "Loading …",
  empty: "Nothing matches these choices.",
  emptyBecause: {
    NOT_STATED: "The sources do not say: they are coded sentence by sentence, and hold nothing on this.",
    NOT_CODED: "Nothing is coded on this; a source may still say something.",
  },
  errors: {
    SERVER_GONE: "The server does not answer. Your choices are kept in the address.",
    REFUSED: "The server could not answer this.",
    NEEDS_SERVER:
      "This page was published without a server, and this view was not given to it. Take the choices back, or open the case on a server.",
    TIMEOUT: "This took too long. Narrow the choices, for example the dates.",
    retry: "Try again",
    reset: "Take the choices back",
  },
  statuses: { REPORTED: "reported", CLAIMED: "claimed", DISPUTED: "disputed", OPINION: "opinion" },
  statusHelp: {
    REPORTED: "The source states that the act took place.",
    CLAIMED: "Somebody says so; the source does not vouch for it.",
    DISPUTED: "Contradicted by this or another source.",
    OPINION: "The source author's judgement that it was so.",
  },
  uncited: "The document cites no source for this.",
  unlisted: "not in the reference list",
  oneOf: "one of several candidates",
  citedInParagraph: "cited in the same paragraph",
  readSource: "open the source",
  undated: "undated",
  notStated: "not stated",
  and: "and",
  around: {
    through: "through",
    onBehalfOf: "on behalf of",
    addressedTo: "to",
    against: "against",
    conditionalOn: "on condition of",
    madeAt: "at",
  },
  /** An act as a word in a sentence: `CONDITIONALLY_ACCEPTED` reads "conditionally accepted". */
  acts: (act: string) => act.toLowerCase().replaceAll("_", " "),
  /** A relation of structure as words; `OUT` leads from what is shown, `IN` to it. */
  relations: (relation: string, direction: string) =>
    `${direction === "IN" ? "← " : ""}${relation.toLowerCase().replaceAll("_", " ")}`,
  statementCount: (count: number) => (count === 1 ? "1 statement" : `${count} statements`),
  chooseCase: "Choose a case above.",
  chooseSubject: "Choose a demand, proposal, meeting, actor or claim: search above, or start from the case.",
  noSuchCase: "No such case is loaded. Choose one above.",
  caseDates: (from: string | null, to: string | null) => `${from ?? "…"} to ${to ?? "today"}`,
  licence: (licence: string) => `Licence of the coded tables: ${licence}`,
  counts: {
    statements: "statements",
    actors: "actors",
    demands: "demands",
    meetings: "meetings",
    proposals: "proposals",
    claims: "claims",
    sources: "sources",
  },
  lists: {
    issues: "Issues and demands",
    meetings: "Meetings",
    proposals: "Proposals",
    publishers: "Publishers",
  },
  tools: { close: "Close" },
  keys: {
    title: "Keyboard",
    list: [
      ["?", "this list"],
      ["/", "search"],
      ["1, 2", "the views, in the order of the menu"],
      ["↓ ↑", "move through what the search found"],
      ["Esc", "close what is open"],
    ],
  },
} as const;
