import type { ExportFormatName } from "../../../src/exporters/formats.ts";
import type { ViewName } from "./address.ts";

/** What a citation of a case names. */
interface CitationParts {
  readonly title: string;
  readonly documents: readonly string[];
  readonly licence: string;
  readonly version: string;
}

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

/** Relations of structure, read from what is shown and towards it. */
const RELATIONS: Readonly<Record<string, readonly [from: string, towards: string]>> = {
  ABOUT: ["about", "what is said of it"],
  AFTER: ["came after", "came before"],
  AMENDS: ["amends", "amended by"],
  AT: ["presented or discussed at", "presented or discussed there"],
  BEFORE: ["came before", "came after"],
  CONTAINS: ["contains", "contained in"],
  CONTRADICTS: ["contradicts", "contradicted by"],
  EXPLAINS: ["explains", "explained by"],
  HARDENS: ["asks more than", "others ask more"],
  HELD_IN: ["held in", "venue of"],
  INCORPORATES: ["takes up", "taken up by"],
  LED_TO: ["led to", "what led to it"],
  MEMBER_OF: ["member of", "its members"],
  PART_OF: ["part of", "its parts"],
  REPRESENTS: ["stands for", "those who stand for it"],
  RESPONDS_TO: ["answers", "answered by"],
  RESULTED_IN: ["resulted in", "result of"],
  SAME_AS: ["the same as", "the same as"],
  SAME_WORK_AS: ["the same work as", "the same work as"],
  SOFTENS: ["asks less than", "others ask less"],
  SUPPORTS: ["a reason for", "its reasons"],
};

/** Every text of the interface, in one place, ready for translation. */
export const texts = {
  /** BCP 47 tag of the language that these texts are in. */
  locale: "en-GB",
  title: "Demarche",
  tagline:
    "Who proposed, demanded, backed, accepted, rejected or mediated what, and according to which source.",
  printedFrom: (address: string) => `Demarche · ${address}`,
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
    search: "Search names, demands, quotes",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
    help: "Keyboard",
    playground: "GraphQL",
    published: (day: string, version: string) => `Published ${day}, read-only, Demarche ${version}`,
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
    LEFT_OUT: "There is something, but these choices leave it out. Take them back to see it.",
    ROLLED_UP:
      "What they said counts for those they stand for: ask for these, or let persons count as themselves.",
    ON_PROPOSALS:
      "Nothing was said of the demands themselves, but of proposals that contain them: open their stories.",
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
    SIGN_IN: "This server answers only those who sign in.",
    retry: "Try again",
    reset: "Take the choices back",
  },
  fallen: {
    subjects: {
      TRACE: "statements",
      POSITIONS: "positions",
      REVERSALS: "turns",
      BARGAINING_RANGE: "values, gaps and demands held",
      DISPUTES: "claims and statements",
      TIMELINE: "entries",
      NETWORK: "lines",
    },
    without: (names: readonly string[]) => `Without ${names.join("; ")}:`,
    changes: (count: number, total: number, subject: string) =>
      count === 0
        ? `all ${total.toLocaleString("en")} ${subject} stay as they are.`
        : `${count.toLocaleString("en")} of ${total.toLocaleString("en")} ${subject} fall away or change.`,
    words: { LOST: "falls away:", GAINED: "only now:", CHANGED: "changes:" },
    countAgain: "Count every source again",
    allStatements: "Every statement that falls away, with its quote",
    weight: (weight: string) => `weight ${weight}`,
  },
  signIn: {
    token: "Token, kept until this tab is closed",
    signIn: "Sign in",
    signOut: "Sign out",
  },
  unknownView: (name: string) =>
    `The address asks for “${name}”, which is no view. Choose one above; the case is shown meanwhile.`,
  notHere: "What the address opens is not in this view: it may be misspelt, or the filters leave it out.",
  statuses: { REPORTED: "reported", CLAIMED: "claimed", DISPUTED: "disputed", OPINION: "opinion" },
  statusHelp: {
    REPORTED: "The source states that the act took place.",
    CLAIMED: "Somebody says so; the source does not vouch for it.",
    DISPUTED: "Contradicted by this or another source.",
    OPINION: "The source author's judgement that it was so.",
  },
  uncited: "The document cites no source for this.",
  readIn: "read in",
  unlisted: "not in the reference list",
  oneOf: "one of several candidates",
  citedInParagraph: "cited in the same paragraph",
  readSource: "open the source",
  undated: "undated",
  notStated: "not stated",
  somebody: "Somebody whom the source does not name",
  and: "and",
  yes: "yes",
  dates: {
    about: (date: string) => `about ${date}`,
    uncertain: (date: string) => `${date} (uncertain)`,
    between: (first: string, last: string) => `between ${first} and ${last}`,
    lasted: (first: string, last: string) => `${first} to ${last}`,
    since: (date: string) => `since ${date}`,
    until: (date: string) => `until ${date}`,
    /** The seasons of EDTF, 21 to 24. */
    seasons: ["spring", "summer", "autumn", "winter"] as readonly string[],
    /** How a date is known, where it is not simply stated. */
    bases: {
      YEAR_FROM_CONTEXT: "year from the context",
      DERIVED: "derived",
      INFERRED_FROM_ORDER: "from the order of telling",
    } as Readonly<Record<string, string>>,
  },
  around: {
    through: "through",
    onBehalfOf: "on behalf of",
    addressedTo: "to",
    against: "against",
    conditionalOn: "on condition of",
    unless: "unless",
    madeAt: "at",
  },
  /** An act as a word in a sentence: `CONDITIONALLY_ACCEPTED` reads "conditionally accepted". */
  acts: (act: string) => act.toLowerCase().replaceAll("_", " "),
  /** A kind of thing as a word: `MINISTERIAL` reads "ministerial". */
  kinds: (kind: string) => kind.toLowerCase().replaceAll("_", " "),
  /** A relation of structure as words; `OUT` leads from what is shown, `IN` to it. */
  relations: (relation: string, direction: "IN" | "OUT") =>
    RELATIONS[relation]?.[direction === "OUT" ? 0 : 1] ??
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
    demands: "Demands",
    meetings: "Meetings",
    proposals: "Proposals",
    sources: "Sources",
    byPublisher: "By publisher",
    byLanguage: "By language",
  },
  case: {
    cite: "How to cite",
    copy: "Copy",
    questions: "Questions to start with",
    whoRejected: (demand: string) => `Who asked for “${demand}”, and who refused?`,
    howFarApart: (issue: string) => `How far apart are the sides on “${issue}”?`,
    whatIsDisputed: "What is disputed, and by whom?",
    whoStandsTogether: "Who stands with whom?",
    inWhatOrder: "What happened, in what order?",
    allSources: "What rests on which source",
    citation: ({ title, documents, licence, version }: CitationParts) =>
      [
        `${title} [data set].`,
        documents.length === 0 ? "" : `Coded from ${documents.join("; ")}.`,
        `Demarche${version === "" ? "" : ` ${version}`}. Licence ${licence}.`,
      ]
        .filter(Boolean)
        .join(" "),
  },
  languages: {
    en: "English",
    ru: "Russian",
    uk: "Ukrainian",
    az: "Azerbaijani",
    de: "German",
    fr: "French",
    tr: "Turkish",
  } as Readonly<Record<string, string>>,
  columns: {
    about: "About",
    act: "Act",
    actor: "Actor",
    assertedBy: "Asserted by",
    assertedIn: "Quotes that assert it",
    bound: "Meant as",
    claim: "Claim",
    contradicts: "Contradicts",
    date: "Date",
    dateBasis: "How the date is known",
    demand: "Demand",
    disputedBy: "Disputed by",
    disputedIn: "Quotes that dispute it",
    fallen: "What falls without it",
    fallsWithout: "Falls without it",
    firstDay: "First day",
    from: "From",
    issue: "Issue",
    kind: "Kind",
    language: "Language",
    lastDay: "Last day",
    locator: "Where in the document",
    name: "Name",
    note: "Note",
    outcome: "Outcome",
    place: "Place",
    position: "Position",
    printed: "As printed",
    publisher: "Publisher",
    quote: "Quote",
    reversed: "Turned",
    sidesWith: "The document's side",
    sole: "Nothing else is cited",
    sources: "Sources",
    standing: "How it stands",
    statements: "Statements",
    status: "Status",
    supports: "Cited for",
    title: "Title",
    to: "To",
    weight: "Weight",
    first: "First",
    last: "Last",
    publishers: "Publishers",
    until: "Until",
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
    around: (count: number) =>
      count === 1
        ? "1 statement by it or about it, counted or not:"
        : `${count} statements by it or about it, counted or not:`,
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
  timeline: {
    lanes: { Meeting: "Meetings", Proposal: "Proposals", Event: "Events", Statement: "Statements" },
    outcome: (outcome: string) => `Outcome: ${outcome}`,
    chosen: "Chosen on the timeline",
    hidden: (count: number) => `${count} more find no room: choose a shorter time to see them`,
    partly: (count: number) =>
      count === 1
        ? "1 entry lies only partly in this time: other views leave it out."
        : `${count} entries lie only partly in this time: other views leave them out.`,
    undated: "Without a date",
    after: "after",
    before: "before",
    window: (first: string, last: string) => `${first} to ${last}`,
    windowStart: "First day shown",
    windowEnd: "Last day shown",
    wholeTime: "Whole time",
    brushHelp:
      "Drag over the bars, or move the two ends with the arrow keys. Every view then keeps to this time.",
    play: "▶ Play",
    pause: "❚❚ Pause",
    upTo: "Show time up to",
    latest: "Last to come",
    keepToHere: "Keep all views to this day",
    legend: "How to read it",
    signs: {
      for: "for",
      half: "half for or against",
      against: "against",
      neutral: "neither; a meeting, proposal or event",
      hollow: "claimed, disputed or an opinion",
      within: "some time within",
      lasted: "all that time",
      uncertain: "about, or inferred",
    },
  },
  positions: {
    by: "Positions on",
    byDemand: "demands",
    byIssue: "issues",
    rollUpDefault: "their state",
    find: "Only what names",
    asOf: "As of",
    asOfDay: (day: string) => `As of ${day}`,
    earlier: "Earlier",
    later: "Later",
    on: (actor: string, target: string) => `${actor} on “${target}”`,
    reversed: "turned",
    split: "its people disagree",
    splitHelp: "Two who stand for this actor last spoke with opposite signs.",
    ambiguousHelp: "Whoever spoke stands for several actors; the statement counts for each.",
    onClaim: "rests on what is only claimed",
    rowsShown: (shown: number, total: number) =>
      `${shown} of ${total} rows are shown, those with most positions first.`,
    moreRows: "Show more rows",
    reversals: "Who turned",
    noReversals: "Nobody said the opposite of what they had said before.",
    half: "one of the two only halfway",
    turns: {
      OPPOSITE_SIGN: "said the opposite of what it had said before",
      CONTRADICTING_DEMAND: "took up a demand that contradicts its earlier one",
      BROKEN_PROMISE: "broke a promise",
      MIXED: "said both on one day",
      INTERNAL_SPLIT: "its people said opposite things",
    } as Readonly<Record<string, string>>,
    words: {
      FOR: "for",
      CONDITIONAL: "on condition",
      RESERVED: "reserved",
      AGAINST: "against",
      MIXED: "mixed",
      WITHDRAWN: "withdrawn",
    },
  },
  range: {
    measured: "With numbers",
    unmeasured: "Without numbers",
    noIssues:
      "This case names no issues, so there is nothing to compare here. Positions tell who stands where.",
    noValues: "Nobody holds a number on this at that time.",
    notMeasured: "Nobody put a number on this. The ladder shows what each side asks for.",
    chart: "Values over time",
    between: "Gap between",
    noGap: "no gap to measure: one of the two holds no number",
    nothingHeld: "holds no number at the end",
    gapOf: (gap: string, unit: string) => `gap ${gap} ${unit}`,
    trends: {
      CLOSED: "It closed.",
      NARROWED: "It became smaller.",
      WIDENED: "It became larger.",
      UNCHANGED: "It stayed the same.",
    } as Readonly<Record<string, string>>,
    bounds: { AT_LEAST: "at least", AT_MOST: "at most", RANGE: "range" } as Readonly<Record<string, string>>,
    lowIn: (unit: string) => `From (${unit || "number"})`,
    highIn: (unit: string) => `To (${unit || "number"})`,
    ladder: "Ladder of demands",
    ladderHelp:
      "Where one demand asks more or less than another they stand above each other, the hardest on top. Signs tell who holds each at the end of that time.",
    apart: "Not set above or below another",
    noDemands: "No demand is coded on this issue.",
    heldByNobody: "held by nobody at that time",
    hardens: "asks more than",
    softens: "asks less than",
    contradicts: "cannot hold beside",
  },
  trace: {
    order: "Order",
    byAct: "by act",
    inTime: "in time",
    around: "What stands around it",
    story: "The story",
    footnotes: "Sources",
    footnote: (number: number) => `Source ${number}`,
    citing: "citing",
    paragraphCites: "its paragraph cites",
    noCitation: "no source cited",
    copyCitation: "Copy as citation",
    copyMarkdown: "Copy as Markdown",
    copied: "Copied.",
    copyByHand: "Your browser lets no page copy here: select the text and copy it.",
    citation: (name: string, caseTitle: string, statements: string, address: string, day: string) =>
      `“${name}”, in: ${caseTitle}. Demarche, ${statements}. ${address} (read on ${day}).`,
    leaveOut: "Leave this source out everywhere",
    takeBack: "Count this source again",
    facts: {
      aliases: "Also called",
      date: "Date",
      place: "Place",
      outcome: "Outcome",
      state: "State",
      points: "Points",
      value: "Value as printed",
      standing: "How it stands",
    },
    standings: {
      STATED_AS_FACT: "the document states it as a fact",
      ATTRIBUTED_ONLY: "only others say so",
      CONTESTED: "contested",
      DENIED_BY_SOURCE: "the document denies it",
    } as Readonly<Record<string, string>>,
  },
  disputes: {
    all: "Show claims that nobody disputes as well",
    claims: "Claims",
    noClaims: "No claim is disputed.",
    statements: "Acts that are only claimed, or denied",
    statementsHelp: "Whether the act took place is in doubt here, not whether what was said is true.",
    asserts: "Asserted by",
    denies: "Disputed by",
    nobody: "nobody whom the documents name",
    sides: {
      ASSERTERS: "the document sides with those who assert it",
      DISPUTERS: "the document sides with those who dispute it",
      NEITHER: "the document takes no side",
    },
  },
  sources: {
    findings: "statements and relations",
    restOnOne: "rest on one publisher",
    restOnNone: "cite nothing: only the document says so",
    works: "works",
    byPublisher: "By publisher",
    byLanguage: "By language",
    byKind: "By kind",
    worksOf: (name: string, count: number) =>
      `${name === "" ? "Not stated" : name}: ${count === 1 ? "1 work" : `${count} works`}`,
    citedFor: (count: number) => `cited for ${count}`,
    /** A language tag, a kind or a publisher, as it is read: `NEWS` reads "news". */
    named: (name: string) => (/^[A-Z_]+$/.test(name) ? name.toLowerCase().replaceAll("_", " ") : name),
    leaveOut: "Leave a source out",
    leaveOutHelp:
      "Switch a work off and every view counts without it; the address carries that along. What then falls away stands above.",
    counted: "Counted",
    work: "Work",
    count: (name: string) => `Count ${name}`,
    isOut: "left out",
    fallen: (count: number) =>
      count === 1
        ? "Without what is left out, 1 statement or relation falls away"
        : `Without what is left out, ${count} statements and relations fall away`,
    nothing: "Nothing.",
    shown: (shown: number, total: number) => `${shown} of ${total.toLocaleString("en")} are shown.`,
    more: "Show more",
    onePublisher: "What rests on one publisher",
    uncited: "What cites nothing",
    older: "What cites a work that is older than it",
    citedNotListed: "Cited, but not in the reference list",
    listedNotCited: "In the reference list, but cited for nothing",
  },
  tools: {
    title: "Tools of the view",
    close: "Close",
    table: "Table",
    csv: "CSV",
    rowsShown: (shown: number, total: number) =>
      `${shown.toLocaleString("en")} of ${total.toLocaleString("en")} rows are shown; the CSV holds them all.`,
    moreRows: "Show more rows",
    playground: "Open in GraphiQL",
  },
  keys: {
    title: "Keyboard",
    list: [
      ["?", "this list"],
      ["/", "search"],
      ["1 – 8", "the views, in the order of the menu"],
      ["↓ ↑", "move through what the search found"],
      ["← ↑ ↓ →", "in the network, the timeline and the matrix of positions: to the next thing that way"],
      ["Enter", "open what the focus is on: statements, quotes, sources"],
      ["+ − 0", "in the network: nearer, farther, the whole"],
      ["Home End", "on the sliders of time: the first and the last day"],
      ["Esc", "close what is open"],
    ],
  },
} as const;
