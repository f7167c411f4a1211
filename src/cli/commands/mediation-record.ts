import {
  type MediatedMeeting,
  type MediatorRecord,
  mediationRecord,
  type ThirdPartyProposal,
} from "../../analytics/mediation-record.ts";
import { renderMediationReport, writeAnswers } from "../../analytics/render/mediation-report.ts";
import { analysisCommand, chooseCase, tableOf } from "../analysis-command.ts";
import { readFilterOptions, readPageOptions } from "../filter-options.ts";
import { createPaint } from "../paint.ts";
import { listNames } from "../statement-columns.ts";
import { type Column, forTools } from "../table.ts";

const COLUMNS: readonly Column<MediatorRecord>[] = [
  {
    title: "third party",
    value: ({ actor, isMediator }) => `${actor.name}${isMediator ? " (mediator)" : ""}`,
    share: 0.14,
  },
  { title: "mediated", value: ({ mediated }) => listMeetings(mediated), share: 0.16 },
  { title: "offered to", value: ({ offered }) => listMeetings(offered), share: 0.12 },
  { title: "hosted", value: ({ hosted }) => listMeetings(hosted), share: 0.14 },
  { title: "venue of", value: ({ venueOf }) => listNames(venueOf), share: 0.14 },
  { title: "proposals (alone/jointly)", value: listProposals, share: 0.22 },
  forTools("id", ({ id }) => id),
];

/** Prints what each third party did: mediated, offered to, hosted, gave the venue, proposed; and how each side answered. */
export const run = analysisCommand({
  ask: async (database, [word], options) =>
    mediationRecord(database, {
      case: await chooseCase(database, word, options),
      actors: options.actor as readonly string[] | undefined,
      ...readFilterOptions(options),
      ...readPageOptions(options),
    }),
  tables: ({ mediators }) => [
    {
      ...tableOf("Third parties", COLUMNS, mediators),
      render: (output) =>
        renderMediationReport(mediators, { width: output.width, paint: createPaint(output) }),
    },
  ],
});

function listMeetings(meetings: readonly MediatedMeeting[]): string {
  return meetings.map(({ target }) => [target.name, target.outcome].filter(Boolean).join(": ")).join("\n");
}

function listProposals({ proposals, aloneCount, jointCount }: MediatorRecord): string {
  if (proposals.length === 0) return "";
  return [`${aloneCount}/${jointCount}`, ...proposals.map(describeProposal)].join("\n");
}

function describeProposal(proposal: ThirdPartyProposal): string {
  return `${proposal.proposal.name}: ${writeAnswers(proposal)}`;
}
