import type { TargetKind } from "./vocabulary.ts";

/** How an act counts for or against its target; null where it ends the actor's position. */
export type Polarity = 1 | 0.5 | 0 | -0.5 | -1 | null;

export interface ActDefinition {
  readonly name: string;
  readonly polarity: Polarity;
  /** What the act may be about in coded cases; imported event data may also point at an actor. */
  readonly targets: readonly TargetKind[];
  /** When a coder uses it. */
  readonly when: string;
  /** Verbs of sources that it covers. */
  readonly verbs: readonly string[];
  /** CAMEO codes or ranges (`030-039`); empty where the scheme has none. */
  readonly cameo: readonly string[];
  /** PLOVER events, with their mode where that decides: `CONSULT:third-party`. */
  readonly plover: readonly string[];
}

const BARGAIN = ["Demand", "Proposal"] as const;
const BARGAIN_OR_MEETING = ["Demand", "Proposal", "Meeting"] as const;
const JUDGED = ["Demand", "Proposal", "Meeting", "Event", "Actor"] as const;

/** The acts: the one table from which the enum, the checks, the derived relations, the docs and the code maps are drawn. */
export const ACTS = [
  {
    name: "PROPOSED",
    polarity: 1,
    targets: BARGAIN_OR_MEETING,
    when: "The actor puts a plan, a term or a meeting forward.",
    verbs: ["proposed", "submitted", "presented", "released", "unveiled", "suggested"],
    cameo: [],
    plover: [],
  },
  {
    name: "DEMANDED",
    polarity: 1,
    targets: BARGAIN_OR_MEETING,
    when: "The actor asks the other side for it.",
    verbs: ["demanded", "insisted", "called for", "urged", "required", "asked for"],
    cameo: ["100-108"],
    plover: ["REQUEST", "DEMAND"],
  },
  {
    name: "OFFERED",
    polarity: 1,
    targets: BARGAIN_OR_MEETING,
    when: "The actor holds out something of its own.",
    verbs: ["offered", "was ready to", "pledged readiness"],
    cameo: ["030-035", "037"],
    plover: ["AGREE"],
  },
  {
    name: "PROMISED",
    polarity: 1,
    targets: BARGAIN,
    when: "The actor binds itself to do or refrain.",
    verbs: ["promised", "pledged", "committed to", "vowed to refrain"],
    cameo: [],
    plover: [],
  },
  {
    name: "BACKED",
    polarity: 1,
    targets: JUDGED,
    when: "The actor supports what another put forward, or another actor.",
    verbs: ["backed", "supported", "endorsed", "joined"],
    cameo: ["050-054"],
    plover: ["SUPPORT"],
  },
  {
    name: "ACCEPTED",
    polarity: 1,
    targets: BARGAIN_OR_MEETING,
    when: "The actor agrees to what another put forward.",
    verbs: ["accepted", "agreed to", "consented"],
    cameo: ["038", "080", "083"],
    plover: ["CONCEDE"],
  },
  {
    name: "SIGNED",
    polarity: 1,
    targets: ["Proposal"],
    when: "The actor signs it as a party.",
    verbs: ["signed", "ratified", "concluded"],
    cameo: ["057"],
    plover: ["SUPPORT:sign"],
  },
  {
    name: "ASSERTED",
    polarity: 1,
    targets: ["Claim"],
    when: "The actor says that it is so.",
    verbs: ["stated", "claimed", "argued", "declared", "described"],
    cameo: [],
    plover: [],
  },
  {
    name: "CONDITIONALLY_ACCEPTED",
    polarity: 0.5,
    targets: BARGAIN_OR_MEETING,
    when: "The actor agrees if a condition is met.",
    verbs: ["agreed if", "accepted on condition", "would accept once"],
    cameo: [],
    plover: [],
  },
  {
    name: "CONCEDED",
    polarity: 0.5,
    targets: BARGAIN,
    when: "The actor admits that the thing may be discussed.",
    verbs: ["admitted", "conceded", "allowed that"],
    cameo: [],
    plover: [],
  },
  {
    name: "WELCOMED",
    polarity: 0.5,
    targets: JUDGED,
    when: "The actor speaks well of it without taking it on.",
    verbs: ["welcomed", "praised", "portrayed positively"],
    cameo: [],
    plover: [],
  },
  {
    name: "CRITICISED",
    polarity: -0.5,
    targets: JUDGED,
    when: "The actor finds fault without refusing.",
    verbs: ["criticised", "lacked", "flawed", "called an ultimatum"],
    cameo: ["110", "111", "113", "114"],
    plover: ["ACCUSE:disapprove", "DISAPPROVE"],
  },
  {
    name: "NOT_ACCEPTED",
    polarity: -0.5,
    targets: BARGAIN_OR_MEETING,
    when: "The source says only that the actor did not accept; no word of refusal.",
    verbs: ["neither accepted", "did not accept", "was not prepared to"],
    cameo: [],
    plover: [],
  },
  {
    name: "REJECTED",
    polarity: -1,
    targets: BARGAIN_OR_MEETING,
    when: "The actor refuses it.",
    verbs: ["rejected", "declined", "dismissed", "opposed", "refused", "ruled out"],
    cameo: ["120-129"],
    plover: ["REJECT"],
  },
  {
    name: "DISPUTED",
    polarity: -1,
    targets: ["Claim"],
    when: "The actor says that it is not so.",
    verbs: ["disputed", "denied", "rebutted", "contradicted"],
    cameo: [],
    plover: [],
  },
  {
    name: "VIOLATED",
    polarity: -1,
    targets: ["Proposal"],
    when: "The actor breaks a commitment or an agreement.",
    verbs: ["violated", "broke", "breached"],
    cameo: [],
    plover: [],
  },
  {
    name: "IGNORED",
    polarity: 0,
    targets: BARGAIN_OR_MEETING,
    when: "The actor gives no answer; silence is not refusal.",
    verbs: ["ignored", "left unanswered"],
    cameo: [],
    plover: [],
  },
  {
    name: "ABSTAINED",
    polarity: 0,
    targets: BARGAIN,
    when: "The actor takes no side in a vote.",
    verbs: ["abstained"],
    cameo: [],
    plover: [],
  },
  {
    name: "ACKNOWLEDGED",
    polarity: 0,
    targets: ["Demand", "Proposal", "Meeting", "Event"],
    when: "The actor takes note without judging.",
    verbs: ["acknowledged", "took note"],
    cameo: [],
    plover: [],
  },
  {
    name: "ANNOUNCED",
    polarity: 0,
    targets: ["Demand", "Proposal", "Meeting", "Event"],
    when: "The actor says that it will propose or act.",
    verbs: ["announced", "said it would present"],
    cameo: [],
    plover: [],
  },
  {
    name: "AMENDED",
    polarity: 0,
    targets: ["Proposal"],
    when: "The actor changes a proposal.",
    verbs: ["amended", "added a clause", "revised"],
    cameo: [],
    plover: [],
  },
  {
    name: "FULFILLED",
    polarity: 0,
    targets: ["Proposal"],
    when: "The actor does what a commitment or agreement binds it to.",
    verbs: ["fulfilled", "implemented", "carried out the agreement"],
    cameo: [],
    plover: [],
  },
  {
    name: "ATTENDED",
    polarity: 0,
    targets: ["Meeting"],
    when: "The actor was there.",
    verbs: ["met", "attended", "took part", "visited", "arrived"],
    cameo: ["040-044", "046"],
    plover: ["CONSULT"],
  },
  {
    name: "DID_NOT_ATTEND",
    polarity: 0,
    targets: ["Meeting"],
    when: "The actor was not there; no word of refusal.",
    verbs: ["did not attend", "was absent", "did not arrive"],
    cameo: [],
    plover: [],
  },
  {
    name: "DECLINED_TO_ATTEND",
    polarity: 0,
    targets: ["Meeting"],
    when: "The actor says that it will not come.",
    verbs: ["declined to attend", "would not meet"],
    cameo: [],
    plover: [],
  },
  {
    name: "INVITED",
    polarity: 0,
    targets: ["Meeting", "Actor"],
    when: "The actor asks another to come.",
    verbs: ["invited"],
    cameo: [],
    plover: [],
  },
  {
    name: "MEDIATED",
    polarity: 0,
    targets: ["Meeting"],
    when: "The actor stands between the sides.",
    verbs: ["mediated", "brokered", "facilitated"],
    cameo: ["045"],
    plover: ["CONSULT:third-party"],
  },
  {
    name: "OFFERED_TO_MEDIATE",
    polarity: 0,
    targets: ["Meeting", "Proposal"],
    when: "The actor offers to stand between the sides.",
    verbs: ["offered to mediate", "offered good offices"],
    cameo: ["039"],
    plover: ["AGREE:mediate"],
  },
  {
    name: "HOSTED",
    polarity: 0,
    targets: ["Meeting"],
    when: "The actor holds the meeting at its own place.",
    verbs: ["hosted", "received"],
    cameo: [],
    plover: [],
  },
  {
    name: "WITNESSED",
    polarity: 0,
    targets: ["Meeting", "Proposal"],
    when: "The actor attests an agreement or observes.",
    verbs: ["witnessed", "observed", "guaranteed as witness"],
    cameo: [],
    plover: [],
  },
  {
    name: "SUSPENDED",
    polarity: 0,
    targets: ["Meeting", "Proposal"],
    when: "The actor halts talks or a commitment for a time.",
    verbs: ["suspended", "paused", "put on hold"],
    cameo: [],
    plover: [],
  },
  {
    name: "APPOINTED",
    polarity: 0,
    targets: ["Actor"],
    when: "The actor names somebody to act for it.",
    verbs: ["appointed", "assigned", "named"],
    cameo: [],
    plover: [],
  },
  {
    name: "ACCUSED",
    polarity: 0,
    targets: ["Claim"],
    when: "The actor blames another; the accused is `against`.",
    verbs: ["accused", "blamed"],
    cameo: ["112", "115", "116"],
    plover: ["ACCUSE"],
  },
  {
    name: "WARNED",
    polarity: 0,
    targets: ["Event"],
    when: "The actor threatens, warns of or vows a harm.",
    verbs: ["threatened", "warned", "vowed to retaliate"],
    cameo: ["130-139"],
    plover: ["THREATEN"],
  },
  {
    name: "CARRIED_OUT",
    polarity: 0,
    targets: ["Event"],
    when: "The actor did it.",
    verbs: ["bombed", "annexed", "launched", "liberated"],
    cameo: [],
    plover: [],
  },
  {
    name: "WITHDREW",
    polarity: null,
    targets: BARGAIN,
    when: "The actor takes its own earlier position back.",
    verbs: ["withdrew", "abandoned", "backtracked"],
    cameo: [],
    plover: [],
  },
] as const satisfies readonly ActDefinition[];

export type Act = (typeof ACTS)[number]["name"];

/** The names of all acts, in the order of the table. */
export const ACT_NAMES: readonly Act[] = ACTS.map((act) => act.name);

const byName = new Map<string, ActDefinition>(ACTS.map((act) => [act.name, act]));

/** Tells whether a text names an act. */
export function isAct(text: string): text is Act {
  return byName.has(text);
}

/** Gives the definition of an act. */
export function findAct(name: Act): ActDefinition {
  const act = byName.get(name);
  if (!act) throw new Error(`no act ${name}`);
  return act;
}

/** Acts that only a proposal of kind COMMITMENT or AGREEMENT can be the target of. */
export const ACTS_ON_BINDING_PROPOSALS: readonly Act[] = ["VIOLATED", "FULFILLED"];

/** Acts that make their actor a `Mediator`; hosting alone does not. */
export const MEDIATING_ACTS: readonly Act[] = ["MEDIATED", "OFFERED_TO_MEDIATE"];

/** Acts that refuse or threaten without being against their target. */
const REFUSALS_AND_THREATS: readonly Act[] = [
  "DECLINED_TO_ATTEND",
  "DID_NOT_ATTEND",
  "SUSPENDED",
  "WARNED",
  "WITHDREW",
];

/**
 * Tells whether the condition of an act would end it, as of a refusal or a threat ("rejected it unless"), rather than bring it
 * about ("accepted it on condition of").
 */
export function isEndedByCondition(act: Act): boolean {
  return (findAct(act).polarity ?? 0) < 0 || REFUSALS_AND_THREATS.includes(act);
}
