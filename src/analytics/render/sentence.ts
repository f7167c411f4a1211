import { type Act, isEndedByCondition } from "../../domain/acts.ts";
import type { Channel, CitationScope } from "../../domain/vocabulary.ts";
import type { Ref } from "../refs.ts";
import type { Citation, Finding, MeetingRef, StatementRef } from "../statement-ref.ts";
import { type Paint, plain } from "./paint.ts";
import { writeDate, writeDateBasis } from "./written-date.ts";

/** Verbs where the act's own name does not read as one. */
const VERBS: Partial<Record<Act, string>> = {
  NOT_ACCEPTED: "did not accept",
  CONCEDED: "conceded that one may discuss",
  WARNED: "warned of",
};

/** By what way it was said; where the meeting is named, talks and calls need no word. */
const CHANNELS: Readonly<Record<Channel, string>> = {
  TALKS: "in talks",
  CALL: "in a call",
  BACK_CHANNEL: "through a back channel",
  DECREE: "by decree",
  MEDIA: "in the media",
  VISIT: "on a visit",
};

export interface SentenceOptions {
  readonly paint?: Paint;
  /** Ids of meetings whose date and outcome the reader was told; those that the sentence tells are added. */
  readonly told?: Set<string>;
}

/**
 * Writes a statement as a sentence of a report: who, through whom, for whom, did what, to whom, where, on what condition.
 *
 * @param root - What the reader already knows to be spoken of; it is called "it", unless it is an actor.
 */
export function writeSentence(
  statement: StatementRef,
  root: { readonly id: string } | null,
  { paint = plain, told = new Set() }: SentenceOptions = {},
): string {
  const parts = [
    writeActors(statement, paint),
    statement.reiterates ? "again" : "",
    writeDeed(statement, root, paint),
    ...writeCircumstances(statement, root, { paint, told }),
  ];
  return `${capitalise(parts.filter(Boolean).join(" "))}.`;
}

/** Writes the date of a statement, with how it is known. */
export function writeWhen(statement: Pick<StatementRef, "date" | "dateBasis" | "after" | "before">): string {
  if (statement.date !== null) {
    const basis = writeDateBasis(statement.dateBasis);
    return writeDate(statement.date) + (basis ? ` (${basis})` : "");
  }
  const order = [
    ...statement.after.map((ref) => `after ${quoteName(ref)}`),
    ...statement.before.map((ref) => `before ${quoteName(ref)}`),
  ];
  return order.length > 0 ? `undated, ${order.join(", ")}` : "undated";
}

/** Writes what a reader must know before relying on a statement; empty where the document reports it and cites for it. */
export function writeMarks(statement: StatementRef): string[] {
  const marks: string[] = [];
  const by = (refs: readonly Ref[]) => (refs.length > 0 ? ` by ${listNames(refs)}` : "");
  if (statement.status === "CLAIMED") marks.push(`claimed${by(statement.assertedBy)}`);
  if (statement.status === "DISPUTED") marks.push(`disputed${by(statement.disputedBy)}`);
  if (statement.status === "OPINION") marks.push("the source's opinion");
  if (statement.status !== "DISPUTED" && statement.disputedBy.length > 0) {
    marks.push(`denied${by(statement.disputedBy)}`);
  }
  if (statement.actorBasis === "IMPLIED") marks.push("who acted is implied");
  if (statement.isUncited) marks.push("uncited");
  if (statement.retractedAt !== null) marks.push(`taken back on ${statement.retractedAt.slice(0, 10)}`);
  return marks;
}

/** Writes where something stands and what is cited for it: `KHAR Center, ¶22; citing Al Jazeera 2022`. */
export function writeEvidence(thing: {
  readonly locator: string | null;
  readonly cites: readonly Citation[];
  readonly foundIn: readonly Finding[];
}): string {
  const found = thing.foundIn.map((finding, index) => {
    const locator = finding.locator ?? (index === 0 ? thing.locator : null);
    return nameSource(finding.source) + (locator ? `, ${locator}` : "");
  });
  const { sentence, paragraph } = nameCited(thing.cites);
  const cited = sentence.length > 0 ? `citing ${sentence.join(", ")}` : "";
  const nearby =
    sentence.length === 0 && paragraph.length > 0 ? `its paragraph cites ${paragraph.join(", ")}` : "";
  return [found.join("; "), cited, nearby].filter(Boolean).join("; ");
}

/** Names what a statement's sentence cites, else what its paragraph does, and marks what one must know to rely on it. */
export function nameEvidence(statement: StatementRef): string {
  return nameMarkedEvidence(statement, writeMarks(statement));
}

/** Names, in the same way, what a meeting, event or proposal rests on. */
export function nameEvidenceOf(thing: Pick<StatementRef, "cites" | "isUncited">): string {
  return nameMarkedEvidence(thing, thing.isUncited ? ["uncited"] : []);
}

function nameMarkedEvidence(
  { cites, isUncited }: Pick<StatementRef, "cites" | "isUncited">,
  marks: readonly string[],
): string {
  const { sentence, paragraph } = nameCited(cites);
  const around = isUncited && paragraph.length > 0 ? [`its paragraph cites ${paragraph.join(", ")}`] : [];
  return [...sentence, ...marks.map((mark) => `[${mark}]`), ...around].join("; ");
}

/** Names what a sentence cites, and what the rest of its paragraph does; of several candidates for one citation it is one. */
export function nameCited(cites: readonly Citation[]): { sentence: string[]; paragraph: string[] } {
  const names = nameSources(cites.map(({ source }) => source));
  const name = (wanted: CitationScope, isOneOf?: boolean) =>
    names.filter((_, index) => {
      const { scope, isOneOf: candidate } = cites[index] as Citation;
      return scope === wanted && (isOneOf === undefined || candidate === isOneOf);
    });
  const candidates = name("SENTENCE", true);
  const oneOf = candidates.length > 0 ? [`one of ${candidates.join(", ")}`] : [];
  return { sentence: [...name("SENTENCE", false), ...oneOf], paragraph: name("PARAGRAPH") };
}

/** Names sources that stand together; those that would read alike carry their titles, as a document may cite two by one key. */
function nameSources(sources: readonly Citation["source"][]): string[] {
  const names = sources.map(nameSource);
  const isShared = (name: string) =>
    new Set(sources.filter((_, index) => names[index] === name).map(({ id }) => id)).size > 1;
  return sources.map(({ title, slug }, index) => {
    const name = names[index] ?? slug;
    return isShared(name) ? `${name} (${title === null ? slug : quoteWords(title)})` : name;
  });
}

/** Names a source as the document cites it, else by publisher and date. */
export function nameSource(source: Citation["source"]): string {
  if (source.citationKey) return source.citationKey;
  const year = source.date?.slice(0, 4) ?? "";
  return [source.publisher ?? source.title ?? source.slug, year].filter(Boolean).join(" ");
}

/** Lists names as prose does: `A`, `A and B`, `A, B and C`. */
export function listNames(refs: readonly { readonly name: string }[], paint: Paint = plain): string {
  const names = refs.map((ref) => paint("name", ref.name));
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function writeActors(statement: StatementRef, paint: Paint): string {
  const { actors, onBehalfOf, through } = statement;
  const who = actors.length > 0 ? listNames(actors, paint) : "somebody whom the source does not name";
  const jointly = statement.isJoint && actors.length > 1 ? ", jointly," : "";
  const behalf = onBehalfOf.length > 0 ? ` (for ${listNames(onBehalfOf, paint)})` : "";
  const by = through.length > 0 ? ` (through ${listNames(through, paint)})` : "";
  return `${who}${behalf}${by}${jointly}`;
}

/** Writes the verb with what it is about; the accused and the invited stand between them. */
function writeDeed(statement: StatementRef, root: { readonly id: string } | null, paint: Paint): string {
  const target = writeTarget(statement, root, paint);
  const verb = (words: string) => paint("act", words);
  const { act, against, addressedTo } = statement;
  if (act === "ACCUSED" && against.length > 0)
    return `${verb("accused")} ${listNames(against, paint)} of ${target}`;
  if (act === "ACCUSED") return `${verb("made the accusation")} ${target === "it" ? "" : target}`.trim();
  if (act === "INVITED" && addressedTo.length > 0)
    return `${verb("invited")} ${listNames(addressedTo, paint)} to ${target}`;
  if (act === "CARRIED_OUT" && target === "it") return verb("carried it out");
  return `${verb(VERBS[act] ?? act.toLowerCase().replaceAll("_", " "))} ${target}`;
}

function writeTarget(statement: StatementRef, root: { readonly id: string } | null, paint: Paint): string {
  if (statement.target.id === root?.id && statement.target.kind !== "Actor") return "it";
  return quoteName(statement.target, paint);
}

function writeCircumstances(
  statement: StatementRef,
  root: { readonly id: string } | null,
  { paint, told }: Required<SentenceOptions>,
): string[] {
  const { addressedTo, against, madeAt, madeAtOneOf, conditionalOn, inResponseTo, channel } = statement;
  const circumstances: string[] = [];
  if (addressedTo.length > 0 && statement.act !== "INVITED")
    circumstances.push(`towards ${listNames(addressedTo, paint)}`);
  if (against.length > 0 && statement.act !== "ACCUSED")
    circumstances.push(`against ${listNames(against, paint)}`);
  if (madeAt && madeAt.id !== root?.id) {
    const isTold = told.has(madeAt.id);
    const date = madeAt.date === statement.date ? null : madeAt.date;
    circumstances.push(
      `at ${isTold ? paint("name", madeAt.name) : writeMeeting({ ...madeAt, date }, paint)}`,
    );
    told.add(madeAt.id);
  }
  if (madeAtOneOf.length > 0) circumstances.push(`at one of ${listNames(madeAtOneOf, paint)}`);
  const isAtMeeting = madeAt !== null || madeAtOneOf.length > 0;
  if (channel && !(isAtMeeting && (channel === "TALKS" || channel === "CALL"))) {
    circumstances.push(CHANNELS[channel]);
  }
  if (conditionalOn.length > 0) {
    const word = isEndedByCondition(statement.act) ? "unless" : "on condition of";
    circumstances.push(`${word} ${conditionalOn.map((ref) => quoteName(ref, paint)).join(" and ")}`);
  }
  for (const answered of inResponseTo) {
    circumstances.push(
      `(${answered.isAlternative ? "or answering" : "answering"}: ${paint("faint", answered.name)})`,
    );
  }
  return circumstances;
}

/** Writes a meeting with its date and outcome, as far as they are given. */
export function writeMeeting(meeting: MeetingRef, paint: Paint = plain): string {
  const facts = [
    meeting.date ? paint("date", writeDate(meeting.date, true)) : "",
    meeting.outcome ? `outcome: ${meeting.outcome}` : "",
  ];
  const about = facts.filter(Boolean).join("; ");
  return paint("name", meeting.name) + (about ? ` (${about})` : "");
}

/** Puts a name in the quotation marks of a title; an actor, a meeting and a statement stand without. */
export function quoteName(ref: Ref, paint: Paint = plain): string {
  return ref.kind === "Actor" || ref.kind === "Meeting" || ref.kind === "Statement"
    ? paint("name", ref.name)
    : `“${paint("name", lowerQuotes(ref.name))}”`;
}

/** Puts words of a document in quotation marks. */
export function quoteWords(words: string): string {
  return `“${lowerQuotes(words)}”`;
}

/** Turns the double quotation marks within a quotation into single ones, as print does. */
function lowerQuotes(text: string): string {
  return text
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replace(/(^|[\s([—…])"/g, "$1‘")
    .replaceAll('"', "’");
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
