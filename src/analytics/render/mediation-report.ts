import type {
  MediatedMeeting,
  MediatorRecord,
  PartyAnswer,
  ThirdPartyProposal,
} from "../mediation-record.ts";
import type { StatementRef } from "../statement-ref.ts";
import { type Paint, plain } from "./paint.ts";
import { listNames, nameEvidence, quoteName, writeMeeting, writeSentence, writeWhen } from "./sentence.ts";
import { wrapText } from "./wrap-text.ts";

export interface ReportOptions {
  /** Columns to wrap at; default 100. */
  readonly width?: number;
  readonly paint?: Paint;
}

/** Writes what each third party did, a paragraph each: what it mediated, hosted, proposed, how it was answered and judged. */
export function renderMediationReport(
  mediators: readonly MediatorRecord[],
  options: ReportOptions = {},
): string {
  const { width = 100, paint = plain } = options;
  return mediators.map((record) => renderRecord(record, width, paint).join("\n")).join("\n\n");
}

function renderRecord(record: MediatorRecord, width: number, paint: Paint): string[] {
  const { actor, isMediator, mediated, offered, hosted, venueOf, proposals, judgements } = record;
  const role = isMediator ? "mediator" : "no mediator by the documents";
  const sections: readonly (readonly [title: string, items: readonly string[]])[] = [
    ["Mediated", mediated.map((meeting) => writeMediated(meeting, paint))],
    ["Offered to mediate", offered.map((meeting) => writeMediated(meeting, paint))],
    ["Hosted", hosted.map((meeting) => writeMediated(meeting, paint))],
    ["Mere venue of", venueOf.map((meeting) => `${writeMeeting(meeting, paint)}.`)],
    [writeProposed(record), proposals.map((proposal) => writeProposal(proposal, paint))],
    [
      "Judged",
      judgements.map(
        ({ statement }) => `${writeWhen(statement)}: ${writeSentence(statement, null, { paint })}`,
      ),
    ],
  ];
  const lines = [`${paint("heading", actor.name)} ${paint("faint", `(${role})`)}`];
  for (const [title, items] of sections) {
    if (items.length > 0) lines.push(`  ${title}`);
    for (const item of items) lines.push(...wrapText(item, width, "  - ", "    "));
  }
  return lines;
}

function writeProposed({ aloneCount, jointCount }: MediatorRecord): string {
  return `Proposed (${aloneCount} alone, ${jointCount} jointly)`;
}

function writeMediated({ target, statements }: MediatedMeeting, paint: Paint): string {
  const sources = [...new Set(statements.map(nameEvidence))].filter(Boolean);
  return `${writeMeeting(target, paint)} — ${paint("source", sources.join("; "))}.`;
}

function writeProposal(proposal: ThirdPartyProposal, paint: Paint): string {
  const others = proposal.isJoint ? `, with ${listNames(proposal.others, paint)}` : "";
  const acts = proposal.acts.map(nameAct).join(", ");
  const answers = writeAnswers(proposal, paint);
  return `${quoteName(proposal.proposal, paint)} (${acts}${others}). ${answers ? `Answers: ${answers}.` : ""}`;
}

/** Writes how each party answered a proposal: the whole, and in reply on something else. */
export function writeAnswers({ statements, answers }: ThirdPartyProposal, paint: Paint = plain): string {
  const made = new Set(statements.map(({ id }) => id));
  return answers.map((answer) => writeAnswer(answer, made, paint)).join("; ");
}

function writeAnswer({ party, acts, replies }: PartyAnswer, made: ReadonlySet<string>, paint: Paint): string {
  const whole = acts.length > 0 ? acts.map(nameAct).join(", ") : replies.length > 0 ? "" : "none told";
  const parts = replies.map((reply) => writeReply(reply, made, paint)).join(", ");
  const said = [whole, parts ? `in reply ${parts}` : ""].filter(Boolean).join(", ");
  return `${paint("name", party.name)} ${said}`;
}

function writeReply(
  { act, target, inResponseTo }: StatementRef,
  made: ReadonlySet<string>,
  paint: Paint,
): string {
  const isSure = inResponseTo.some(({ id, isAlternative }) => made.has(id) && !isAlternative);
  return `${nameAct(act)} ${quoteName(target, paint)}${isSure ? "" : " (perhaps in reply)"}`;
}

function nameAct(act: string): string {
  return act.toLowerCase().replaceAll("_", " ");
}
