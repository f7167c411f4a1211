import type { Act } from "../../../../../src/domain/acts.ts";
import type { NetworkFile } from "../../data/network-shape.ts";

/** Families of acts; each has a colour of its own. */
export type ActFamily = "ASKS" | "AGREES" | "REFUSES" | "SAYS" | "MEETS" | "DOES";

/** What colours an edge: the family of its act, or, where it was computed, what it stands for. */
export type EdgeClass = ActFamily | "TOGETHER" | "AGREEMENT" | "OPPOSITION" | "BOTH";

const FAMILY_OF: Readonly<Record<Act, ActFamily>> = {
  PROPOSED: "ASKS",
  DEMANDED: "ASKS",
  OFFERED: "ASKS",
  PROMISED: "ASKS",
  ANNOUNCED: "ASKS",
  AMENDED: "ASKS",
  INVITED: "ASKS",
  BACKED: "AGREES",
  ACCEPTED: "AGREES",
  SIGNED: "AGREES",
  CONDITIONALLY_ACCEPTED: "AGREES",
  CONCEDED: "AGREES",
  WELCOMED: "AGREES",
  FULFILLED: "AGREES",
  ACKNOWLEDGED: "AGREES",
  REJECTED: "REFUSES",
  NOT_ACCEPTED: "REFUSES",
  CRITICISED: "REFUSES",
  DISPUTED: "REFUSES",
  VIOLATED: "REFUSES",
  IGNORED: "REFUSES",
  ABSTAINED: "REFUSES",
  WITHDREW: "REFUSES",
  SUSPENDED: "REFUSES",
  DECLINED_TO_ATTEND: "REFUSES",
  ASSERTED: "SAYS",
  ACCUSED: "SAYS",
  WARNED: "SAYS",
  ATTENDED: "MEETS",
  DID_NOT_ATTEND: "MEETS",
  HOSTED: "MEETS",
  MEDIATED: "MEETS",
  OFFERED_TO_MEDIATE: "MEETS",
  WITNESSED: "MEETS",
  CARRIED_OUT: "DOES",
  APPOINTED: "DOES",
};

/** Tells what colours an edge. */
export function classOf({
  kind,
  weight,
  positive,
  negative,
}: Pick<NetworkFile["edges"][number], "kind" | "weight" | "positive" | "negative">): EdgeClass {
  if (isActName(kind)) return FAMILY_OF[kind];
  if (positive === 0 && negative === 0) return "TOGETHER";
  if (kind === "COMBINE" && positive > 0 && negative > 0) return "BOTH";
  return weight < 0 || positive === 0 ? "OPPOSITION" : "AGREEMENT";
}

function isActName(kind: string): kind is Act {
  return Object.hasOwn(FAMILY_OF, kind);
}
