import { ACTS, type Act } from "../domain/acts.ts";
import type { ActorKind } from "../domain/vocabulary.ts";

const BY_CAMEO = new Map<string, Act>(
  ACTS.flatMap(({ name, cameo }) => cameo.flatMap(expandRange).map((code) => [code, name] as const)),
);
const BY_PLOVER = new Map<string, Act>(
  ACTS.flatMap(({ name, plover }) => plover.map((event) => [event, name] as const)),
);

/**
 * Gives the act that a CAMEO event code stands for, by the table of acts; null where there is none.
 *
 * Codes are texts: `010` (make a statement) and `10` differ. Of a code with four digits the first three count.
 */
export function actOfCameo(code: string): Act | null {
  return /^\d{3,4}$/.test(code) ? (BY_CAMEO.get(code.slice(0, 3)) ?? null) : null;
}

/** Gives the act that a PLOVER event stands for, by event and mode (`CONSULT:third-party`), else by event alone. */
export function actOfPlover(event: string, mode: string): Act | null {
  return BY_PLOVER.get(`${event}:${mode}`) ?? BY_PLOVER.get(event) ?? null;
}

function expandRange(range: string): string[] {
  const [first = "", last = first] = range.split("-");
  const width = first.length;
  const codes: string[] = [];
  for (let code = Number(first); code <= Number(last); code += 1)
    codes.push(String(code).padStart(width, "0"));
  return codes;
}

// Roles of the CAMEO actor scheme that can stand without a country; of these the first group are organised bodies.
const BODIES = new Set([
  "IGO",
  "NGO",
  "NGM",
  "MNC",
  "GOV",
  "MIL",
  "COP",
  "JUD",
  "SPY",
  "LEG",
  "PTY",
  "UNO",
  "UIS",
  "PKO",
  "MED",
]);
const GROUPS = new Set([
  ..."OPP REB SEP INS UAF AGR BUS CRM CVL DEV EDU ELI ENV HLH HRI LAB REF MOD RAD AMN IRC GRP IMG INT SET".split(
    " ",
  ),
]);

/** Tells whether an actor code names a role of anybody's (`GOV`, `IGO`) rather than a country or a body of its own. */
export function isRoleCode(code: string): boolean {
  return BODIES.has(code) || GROUPS.has(code);
}

/** Tells what sort of actor its codes describe: a country alone is a state, an organised role a body, else a group. */
export function kindOfCodes(country: string, roles: readonly string[]): ActorKind {
  const given = roles.filter((role) => role !== "");
  if (given.length === 0) return country === "" ? "GROUP" : "STATE";
  return given.some((role) => BODIES.has(role)) ? "ORGANIZATION" : "GROUP";
}
