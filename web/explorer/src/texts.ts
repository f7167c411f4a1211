import type { ExportFormatName } from "../../../src/exporters/formats.ts";
import type { ViewName } from "./address.ts";

/** How much of a network is drawn. */
interface HiddenCounts {
  readonly drawn: number;
  readonly total: number;
  readonly lighter: number;
  readonly crowdedOut: number;
  readonly nodes: number;
}

/** Why statements were not counted, after their number. */
const LEFT_OUT_REASONS: Readonly<Record<string, string>> = {
  OPINION: "opinions of the source's author",
  DISPUTED: "disputed",
  CLAIMED: "only claimed",
  REPORTED: "reported",
  OUTSIDE_DATES: "outside the dates",
  TOO_VAGUE_DATE: "too vaguely dated",
  UNDATED: "undated",
  OPEN_ENDED_DATE: "with an open date",
  SOURCE_LEFT_OUT: "resting on the sources left out",
  NO_POLARITY: "neither for nor against",
  HALF_POLARITY: "only half for or against",
  NO_ACTOR: "without a named actor",
  DUPLICATE: "repeating an earlier one",
  OTHER_TARGET: "about something else",
  NOT_KNOWN_THEN: "not known then",
  OTHER_ACT: "of another act",
  OTHER_ACTOR: "by other actors",
};

/** Every text of the interface, in one place, ready for translation. */
export const texts = {
  title: "Demarche",
  tagline:
    "Who proposed, demanded, backed, accepted, rejected or mediated what, and according to which source.",
  skip: "Skip to the content",
  views: {
    case: "Case",
    network: "Network",
    timeline: "Timeline",
    positions: "Positions",
    range: "Range",
    trace: "Trace",
    disputes: "Disputes",
    sources: "Sources",
  } satisfies Record<ViewName, string>,
  header: {
    chooseCase: "Case",
    search: "Search actors, demands, proposals, quotes",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
    help: "Keyboard",
    playground: "GraphQL playground",
  },
  filters: {
    title: "Filters",
    none: "none: everything is counted",
    names: {
      from: "From",
      to: "To",
      statuses: "Only these statuses",
      without: "Leave out sources",
      rollUp: "Count persons as",
    },
    datePlaceholder: "2022-03",
    rollUps: {
      "": "what the view counts by itself",
      NONE: "themselves",
      ORGANIZATION: "their organisation",
      STATE: "their state",
    },
  },
  loading: "Loading …",
  empty: "Nothing matches these choices.",
  emptyBecause: {
    NOT_STATED: "The sources do not say: they are coded sentence by sentence, and hold nothing on this.",
    NOT_CODED: "Nothing is coded on this; a source may still say something.",
  },
  leftOut: "Not counted:",
  leftOutReason: (reason: string, count: number) =>
    `${count} (${LEFT_OUT_REASONS[reason] ?? reason.toLowerCase().replaceAll("_", " ")})`,
  firstOf: (shown: number, total: number) =>
    `These are the first ${shown.toLocaleString("en")} of ${total.toLocaleString("en")}: narrow the filters to see the others.`,
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
  columns: {
    actor: "Actor",
    assertedBy: "Asserted by",
    claim: "Claim",
    date: "Date",
    demand: "Demand",
    disputedBy: "Disputed by",
    fallsWithout: "Falls without it",
    issue: "Issue",
    kind: "Kind",
    language: "Language",
    name: "Name",
    position: "Position",
    publisher: "Publisher",
    statements: "Statements",
    status: "Status",
    supports: "Supports",
    title: "Title",
    from: "From",
    to: "To",
    weight: "Weight",
    first: "First",
    last: "Last",
    publishers: "Publishers",
  },
  network: {
    choices: {
      network: "Network",
      aggregation: "Weight",
      normalization: "Divided by",
      on: "Counted on",
    },
    networks: {
      acts: "Acts as they are",
      actors: "Actors who share positions",
      targets: "Demands that share actors",
      "two-mode": "Actors and what they are for or against",
      attendance: "Who met whom",
      proposers: "Who proposed together",
      mediation: "Who mediated between whom",
    },
    aggregations: {
      CONGRUENCE: "agreement",
      CONFLICT: "conflict",
      SUBTRACT: "agreement less conflict",
      IGNORE: "anything in common",
    },
    twoModeAggregations: {
      SUBTRACT: "for less against",
      IGNORE: "for and against together",
      COMBINE: "code: 1 for, 2 against, 3 both",
    },
    normalizations: {
      NONE: "nothing",
      AVERAGE: "average activity",
      JACCARD: "Jaccard",
      COSINE: "cosine",
      ACTIVITY_PRODUCT: "product of activities",
    },
    twoModeNormalizations: {
      NONE: "nothing",
      ACTIVITY: "activity of the actor",
      PROMINENCE: "prominence of the target",
    },
    levels: { DEMAND: "demands", PROPOSAL: "proposals", CLAIM: "claims", ISSUE: "issues" },
    kinds: {
      STATE: "state",
      PERSON: "person",
      ORGANIZATION: "organisation",
      COALITION: "coalition",
      GROUP: "group",
      Demand: "demand",
      Issue: "issue",
      Proposal: "proposal",
      Meeting: "meeting",
      Event: "event",
      Claim: "claim",
    } as Readonly<Record<string, string>>,
    classes: {
      ASKS: "proposes, demands, offers",
      AGREES: "agrees, backs, concedes",
      REFUSES: "refuses, criticises, breaks",
      SAYS: "asserts, accuses, warns",
      MEETS: "meets, hosts, mediates",
      DOES: "does",
      TOGETHER: "did something together",
      AGREEMENT: "agreement, support",
      OPPOSITION: "conflict, opposition",
      BOTH: "for and against",
    },
    unreported: "no source states it as fact: claimed, disputed or an opinion",
    notReported: "not stated as fact",
    legend: "Legend",
    legendNodes: "Things, by shape",
    legendEdges: "Lines, by colour",
    find: { focus: "Find in this network", path: "Shortest path to" },
    threshold: (weight: string) => `Least weight: ${weight}`,
    chooseForMe: "Choose for me",
    hides: ({ drawn, total, lighter, crowdedOut, nodes }: HiddenCounts) =>
      [
        drawn === total
          ? `All ${total.toLocaleString("en")} lines are drawn, between ${nodes.toLocaleString("en")} things.`
          : `${drawn.toLocaleString("en")} of ${total.toLocaleString("en")} lines are drawn, between ${nodes.toLocaleString("en")} things.`,
        lighter > 0 ? `${lighter.toLocaleString("en")} lighter ones are hidden.` : "",
        crowdedOut > 0
          ? `${crowdedOut.toLocaleString("en")} more are too many to draw; the files hold them all, and the search finds every thing.`
          : "",
      ]
        .filter(Boolean)
        .join(" "),
    none: "This network has no lines here. Take another network, or take filters back.",
    layingOut: (count: number) => `Finding a place for ${count.toLocaleString("en")} things …`,
    drawing: (nodes: number, edges: number) =>
      `Network of ${nodes} things and ${edges} lines. Tab reaches the first thing, arrows walk on, Enter opens.`,
    node: (name: string, kind: string, count: number) =>
      `${name}, ${kind.toLowerCase()}, ${count} statements`,
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Whole",
    panel: "What lies behind it",
    openHint: "Open a thing or a line to read every statement behind it.",
    notInNetwork: "What the address names is not in this network.",
    openTrace: "Whole story",
    counted: (count: number) =>
      count === 1 ? "1 statement counted here" : `${count} statements counted here`,
    edgesOf: (count: number) => (count === 1 ? "1 line" : `${count} lines`),
    weight: (weight: number, positive: number, negative: number) =>
      positive === 0 && negative === 0
        ? `Weight ${weight}`
        : `Weight ${weight}: ${positive} in agreement or support, ${negative} in conflict or opposition`,
    supportedBy: (publishers: readonly string[]) =>
      publishers.length === 0 ? "No publisher is named." : `Published by ${publishers.join(", ")}`,
    firstStatements: (count: number) => `These are the first ${count}; the whole story has them all.`,
    path: (from: string, to: string) => `From ${from} to ${to}`,
    pathLength: (length: number | null, count: number) =>
      length === null
        ? "No chain of at most six statements joins them."
        : `${length === 1 ? "1 statement" : `${length} statements`} apart; ${count === 1 ? "1 chain is" : `${count} chains are`} as short as that.`,
    pathNumber: (place: number) => `Chain ${place}`,
    svg: "SVG",
    png: "PNG",
    files: "Files",
    formats: {
      gexf: "GEXF, for Gephi",
      graphml: "GraphML, for networkx, igraph, yEd",
      cyjs: "Cytoscape JSON",
      json: "node-link JSON, for D3",
      net: "Pajek",
      dot: "DOT, for Graphviz",
      dl: "UCINET DL",
      cypher: "Cypher, for any Neo4j",
      "nodes.csv": "table of nodes",
      "edges.csv": "table of edges",
      "matrix.csv": "matrix",
      "statements.csv": "table of statements",
    } satisfies Record<ExportFormatName, string>,
  },
  timeline: {},
  positions: {
    words: {
      FOR: "for",
      CONDITIONAL: "on condition",
      RESERVED: "reserved",
      AGAINST: "against",
      MIXED: "mixed",
      WITHDRAWN: "withdrawn",
    },
  },
  range: { choose: "Choose an issue" },
  trace: {},
  disputes: {},
  sources: {},
  tools: {
    title: "Tools of the view",
    close: "Close",
    table: "Table",
    csv: "CSV",
    playground: "Open in GraphiQL",
  },
  keys: {
    title: "Keyboard",
    list: [
      ["?", "this list"],
      ["/", "search"],
      ["1 – 8", "the views, in the order of the menu"],
      ["↓ ↑", "move through what the search found"],
      ["Esc", "close what is open"],
    ],
  },
} as const;
