/** One thing that holds in every sound database; its query is `cypher/doctor/<name>.cypher`. */
export interface DoctorCheck {
  readonly name: string;
  /** What holds. */
  readonly says: string;
  /** What to do where it does not. */
  readonly advice: string;
}

const LOAD_AGAIN =
  "Something other than Demarche wrote to the database: load the folder of the case again, after `demarche unload`.";
const MEND_ROW = "Mend the row in the folder of the case and load it again.";

/** What `demarche doctor` proves, in the order in which it reports. */
export const DOCTOR_CHECKS = [
  {
    name: "unfinished-load",
    says: "No load is unfinished.",
    advice:
      "If no load is going on, start `demarche serve` or `demarche load`: it rolls back or finishes what was cut off.",
  },
  {
    name: "indexes",
    says: "All constraints and indexes are there and answer.",
    advice: "Start `demarche serve` or `demarche load`: it makes what is missing.",
  },
  {
    name: "orphan",
    says: "Every node of Demarche's labels is a record of a known kind, or leads to one.",
    advice: LOAD_AGAIN,
  },
  {
    name: "not-in-case",
    says: "Every record is in the one case that it names.",
    advice: LOAD_AGAIN,
  },
  {
    name: "id-disagrees",
    says: "An id is the case's slug, a slash, and the record's slug.",
    advice: LOAD_AGAIN,
  },
  {
    name: "slug-twice",
    says: "A slug names one record of a case, of whatever kind.",
    advice: LOAD_AGAIN,
  },
  {
    name: "across-cases",
    says: "Only SAME_AS joins records of different cases.",
    advice: LOAD_AGAIN,
  },
  {
    name: "statement-without-source",
    says: "Every statement was found in a document.",
    advice: "Fill in found_in of these statements and load the case again.",
  },
  {
    name: "statement-target",
    says: "Every statement is about exactly one thing.",
    advice: MEND_ROW,
  },
  {
    name: "statement-without-actor",
    says: "Somebody stated every statement whose actor_basis is not NOT_STATED.",
    advice: "Fill in actors, or set actor_basis to NOT_STATED, and load the case again.",
  },
  {
    name: "act-fits-target",
    says: "The act of a statement fits what it is about.",
    advice:
      "Choose another act or another target and load the case again; `demarche validate` names what fits.",
  },
  {
    name: "derived-without-statement",
    says: "Every derived relation comes from a statement of that actor on that target.",
    advice: LOAD_AGAIN,
  },
  {
    name: "statement-without-derived",
    says: "Every standing statement has one derived relation for each of its actors.",
    advice: LOAD_AGAIN,
  },
  {
    name: "derived-disagrees",
    says: "A derived relation has the act, date and status of its statement.",
    advice: LOAD_AGAIN,
  },
  {
    name: "derived-of-retracted",
    says: "A retracted statement has no derived relations.",
    advice: LOAD_AGAIN,
  },
  {
    name: "statement-polarity",
    says: "The polarity of a statement is that of its act.",
    advice: LOAD_AGAIN,
  },
  {
    name: "mediator-label",
    says: "The mediators are the actors that mediated or offered to.",
    advice: LOAD_AGAIN,
  },
  {
    name: "claim-standing",
    says: "The standing of a claim is what the statements about it make it.",
    advice: LOAD_AGAIN,
  },
  {
    name: "dates",
    says: "The first and the last day are those of the date as written.",
    advice: LOAD_AGAIN,
  },
] as const satisfies readonly DoctorCheck[];
