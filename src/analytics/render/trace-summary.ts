import type { Ref } from "../refs.ts";
import type { Trace } from "../trace.ts";
import type { TraceAbout, TraceNeighbour } from "../trace-rows.ts";
import { type Paint, plain } from "./paint.ts";
import { quoteName, quoteWords, writeEvidence, writeMeeting } from "./sentence.ts";
import { writeDate } from "./written-date.ts";

/** How a relation reads from what is traced (OUT) and towards it (IN), before the names of the others. */
const PHRASES: Readonly<Record<string, readonly [out: string, into: string]>> = {
  AMENDS: ["Amends", "Amended by"],
  INCORPORATES: ["Takes up", "Taken up in"],
  RESPONDS_TO: ["Responds to", "Answered by"],
  PART_OF: ["Part of", "Parts"],
  HELD_IN: ["Held in", "Venue of"],
  CONTRADICTS: ["Contradicts", "Contradicted by"],
  HARDENS: ["Asks more than", "Hardened in"],
  SOFTENS: ["Asks less than", "Softened in"],
  SUPPORTS: ["Supports", "Supported by"],
  EXPLAINS: ["Explains", "Explained by"],
  LED_TO: ["Led to", "Came of"],
  AFTER: ["After", "Before"],
  BEFORE: ["Before", "After"],
  REPRESENTS: ["Represents", "Represented by"],
  MEMBER_OF: ["Member of", "Members"],
  SAME_AS: ["The same as", "The same as"],
  SAME_WORK_AS: ["The same work as", "The same work as"],
  ABOUT: ["About", "Claims about it"],
};

/** What a line begins with that is an item of a list, under the line before. */
export const ITEM_MARK = "• ";

/** Longer lists than this stand as items under each other. */
const MOST_IN_LINE = 3;

/** The meetings whose date and outcome the lines above the statements tell, ids. */
export function listToldMeetings({ abouts }: Trace): Set<string> {
  return new Set(abouts.flatMap(({ meetings }) => meetings.map(({ id }) => id)));
}

/** Writes the lines that stand above the statements of a trace: what the thing is, and what it stands in. */
export function writeTraceSummary(trace: Trace, paint: Paint = plain): string[] {
  return [...writeFacts(trace, paint), ...writeAbouts(trace, paint), ...writeNeighbours(trace, paint)];
}

function writeFacts({ root }: Trace, paint: Paint): string[] {
  const facts: string[] = [];
  if (root.date) facts.push(`Date: ${paint("date", writeDate(root.date, root.kind !== "Statement"))}.`);
  if (root.valuePrinted) facts.push(`Value as printed: ${root.valuePrinted}.`);
  if (root.summary) facts.push(root.summary);
  if (root.place) facts.push(`Place: ${root.place}.`);
  if (root.outcome) facts.push(`Outcome: ${root.outcome}.`);
  else if (root.outcomeKind === "NOT_STATED") facts.push("Outcome: the document does not say.");
  if (root.standing) facts.push(`Standing: ${root.standing.toLowerCase().replaceAll("_", " ")}.`);
  if (root.aliases.length > 0) facts.push(`Also called ${root.aliases.join(", ")}.`);
  if (root.quote && EVIDENCED.includes(root.kind)) {
    const mark = root.isUncited ? ` [${paint("mark", "uncited")}]` : "";
    facts.push(`${paint("quote", quoteWords(root.quote))} — ${paint("source", writeEvidence(root))}.${mark}`);
  }
  return facts;
}

/** Kinds of which a document states something; a statement stands below with its own words. */
const EVIDENCED: readonly string[] = ["Demand", "Proposal", "Meeting", "Event", "Claim"];

function writeAbouts({ root, abouts }: Trace, paint: Paint): string[] {
  const own = abouts.find((about) => about.id === root.id)?.meetings ?? [];
  const lines = own.map((meeting) => {
    const how = { PRESENTED: "Presented at", DISCUSSED: "Discussed at", RESULTED_IN: "Result of" }[
      meeting.role
    ];
    return `${how} ${writeMeeting(meeting, paint)}.`;
  });
  const containing = abouts.filter((about) => about.relation === "CONTAINED_IN");
  for (const about of containing) lines.push(`Part of ${describeAbout(about, paint)}.`);
  const contained = abouts.filter((about) => about.relation === "CONTAINS");
  if (contained.length > 0) lines.push(...writeList("Contains", nameAll(contained, paint)));
  for (const [relation, phrase] of THERE) {
    const there = abouts.filter((about) => about.relation === relation);
    if (there.length > 0) lines.push(...writeList(phrase, nameAll(there, paint)));
  }
  return lines;
}

function nameAll(refs: readonly Ref[], paint: Paint): string[] {
  return refs.map((ref) => quoteName(ref, paint));
}

const THERE = [
  ["PRESENTED_THERE", "Presented there:"],
  ["DISCUSSED_THERE", "Discussed there:"],
  ["RESULTED_IN", "Resulted in"],
  ["ON_ISSUE", "Demands:"],
] as const;

function describeAbout(about: TraceAbout, paint: Paint): string {
  const facts = [
    about.subkind?.toLowerCase(),
    about.date ? writeDate(about.date, true) : null,
    ...about.meetings.map((meeting) => {
      const how = meeting.role === "RESULTED_IN" ? "result of" : `${meeting.role.toLowerCase()} at`;
      return `${how} ${writeMeeting(meeting, paint)}`;
    }),
  ];
  return `${quoteName(about, paint)} (${facts.filter(Boolean).join("; ")})`;
}

/** Relations that the lines on what it stands in already tell. */
const TOLD = new Set(["CONTAINS", "AT", "RESULTED_IN"]);

function writeNeighbours({ neighbours, root }: Trace, paint: Paint): string[] {
  const phrases = new Map<string, TraceNeighbour[]>();
  for (const neighbour of neighbours) {
    if (TOLD.has(neighbour.relation) || (root.kind === "Issue" && neighbour.relation === "ABOUT")) continue;
    const phrase = phraseOf(neighbour, root);
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), neighbour]);
  }
  // What two tables tell, such as that one came after and the other before, is told once.
  return [...phrases].flatMap(([phrase, list]) =>
    writeList(phrase, [...new Set(list.map((one) => writeOther(one, paint)))]),
  );
}

function writeList(phrase: string, items: readonly string[]): string[] {
  if (items.length <= MOST_IN_LINE) return [`${phrase} ${items.join("; ")}.`];
  return [`${phrase.replace(/:$/, "")}:`, ...items.map((item) => `${ITEM_MARK}${item}`)];
}

function phraseOf(neighbour: TraceNeighbour, root: Ref): string {
  if (neighbour.relation === "ABOUT" && root.kind === "Demand" && neighbour.direction === "OUT")
    return "Issue:";
  const phrases = PHRASES[neighbour.relation];
  if (!phrases) return `${neighbour.relation}:`;
  const phrase = neighbour.direction === "OUT" ? phrases[0] : phrases[1];
  return neighbour.kind === "KEY" ? `${phrase} (the key reason)` : phrase;
}

function writeOther(neighbour: TraceNeighbour, paint: Paint): string {
  const time = [neighbour.from, neighbour.to].some((end) => end !== null)
    ? `${neighbour.from ?? ""}–${neighbour.to ?? ""}`
    : "";
  const facts = [
    neighbour.role,
    time,
    neighbour.relation === "LED_TO" ? neighbour.kind?.toLowerCase() : "",
    neighbour.standing?.toLowerCase().replaceAll("_", " "),
    neighbour.status && neighbour.status !== "REPORTED" ? neighbour.status.toLowerCase() : "",
  ].filter(Boolean);
  return quoteName(neighbour.other, paint) + (facts.length > 0 ? ` (${facts.join("; ")})` : "");
}
