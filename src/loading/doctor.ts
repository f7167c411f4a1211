import type { Database } from "../database/database.ts";
import { ACTS, ACTS_ON_BINDING_PROPOSALS, MEDIATING_ACTS } from "../domain/acts.ts";
import { parseEdtf } from "../domain/edtf-dates.ts";
import { NODE_KINDS } from "../domain/vocabulary.ts";
import { DOCTOR_CHECKS, type DoctorCheck } from "./doctor-checks.ts";
import { listMissingIndexes } from "./prepare-schema.ts";

/** What a check found. */
export interface DoctorFinding extends DoctorCheck {
  /** How often it does not hold; 0 where all is well. */
  readonly count: number;
  /** Ids of the first ten. */
  readonly ids: readonly string[];
}

export interface CaseSummary {
  readonly slug: string;
  readonly title: string;
  /** Records by label. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface DoctorReport {
  readonly isSound: boolean;
  readonly findings: readonly DoctorFinding[];
  readonly cases: readonly CaseSummary[];
}

type Found = Pick<DoctorFinding, "count" | "ids">;

/** Proves on a database, reading all of it, that what the data model promises holds; and lists its cases. */
export async function runDoctor(database: Database): Promise<DoctorReport> {
  const findings = await runChecks(database);
  return {
    isSound: findings.every(({ count }) => count === 0),
    findings,
    cases: await listCases(database),
  };
}

/** Names the checks that found something wrong. */
export function nameBroken({ findings }: Pick<DoctorReport, "findings">): string[] {
  return findings.filter(({ count }) => count > 0).map(({ name }) => name);
}

type CheckName = (typeof DOCTOR_CHECKS)[number]["name"];
type Named = readonly (readonly [CheckName, Found])[];

/** Two at a time: as many as the memory of the embedded server allows on a million statements. */
const LANES = 2;

async function runChecks(database: Database): Promise<DoctorFinding[]> {
  const others = DOCTOR_CHECKS.map(({ name }) => name).filter((name) => !DERIVED_CHECKS.includes(name));
  // The longest first, so that no lane waits for it at the end.
  const jobs = [
    () => checkDerived(database),
    ...others.map((name) => async (): Promise<Named> => [[name, await runCheck(database, name)]]),
  ].values();
  const found = new Map<CheckName, Found>();
  const work = async () => {
    for (const job of jobs) for (const [name, finding] of await job()) found.set(name, finding);
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return DOCTOR_CHECKS.map((check) => ({ ...check, ...(found.get(check.name) ?? SOUND) }));
}

const SOUND: Found = { count: 0, ids: [] };
/** What `doctor/tally-derived` proves together, each of which takes long by itself. */
const DERIVED_CHECKS: readonly CheckName[] = [
  "derived-without-statement",
  "statement-without-derived",
  "derived-disagrees",
  "derived-of-retracted",
];

interface Tally extends Record<string, unknown> {
  readonly typedCount: number;
  readonly namedCount: number;
  readonly soundCount: number;
  readonly unsoundCount: number;
}

/** Looks for what is wrong with derived relations only where their numbers do not prove that nothing is. */
async function checkDerived(database: Database): Promise<Named> {
  const [tally] = await database.read<Tally>("doctor/tally-derived");
  if (tally && isEven(tally)) return DERIVED_CHECKS.map((name) => [name, SOUND]);
  const named: [CheckName, Found][] = [];
  for (const name of DERIVED_CHECKS) named.push([name, await runCheck(database, name)]);
  return named;
}

/** All relations are sound where there are as many of them as sound ones; ids of statements are unique by a constraint. */
function isEven({ typedCount, namedCount, soundCount, unsoundCount }: Tally): boolean {
  return unsoundCount === 0 && typedCount === soundCount && namedCount === soundCount;
}

/** Lists the cases of a database with their counts, in the order of their slugs. */
export async function listCases(database: Database): Promise<CaseSummary[]> {
  const rows = await database.read<{ slug: string; title: string; counts: [string, number][] }>(
    "load/list-cases",
  );
  return rows.map(({ slug, title, counts }) => ({
    slug,
    title,
    counts: Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1))),
  }));
}

const PARAMETERS = {
  acts: ACTS.map(({ name }) => name),
  polarityOf: Object.fromEntries(ACTS.map(({ name, polarity }) => [name, polarity])),
  targetsOf: Object.fromEntries(ACTS.map(({ name, targets }) => [name, [...targets]])),
  bindingActs: [...ACTS_ON_BINDING_PROPOSALS],
  mediatingActs: [...MEDIATING_ACTS],
  kinds: NODE_KINDS.flatMap((kind) => (kind === "Statement" ? [kind] : [kind, `Retired${kind}`])),
};

async function runCheck(database: Database, name: CheckName): Promise<Found> {
  if (name === "indexes") return await checkIndexes(database);
  if (name === "dates") return await checkDates(database);
  const [row] = await database.read<Found & Record<string, unknown>>(`doctor/${name}`, PARAMETERS);
  return { count: row?.count ?? 0, ids: row?.ids ?? [] };
}

async function checkIndexes(database: Database): Promise<Found> {
  const missing = await listMissingIndexes(database);
  return { count: missing.length, ids: missing.slice(0, 10).map(({ name }) => name) };
}

interface DateRow extends Record<string, unknown> {
  readonly first: string | null;
  readonly last: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly count: number;
}

async function checkDates(database: Database): Promise<Found> {
  const rows = await database.read<DateRow>("doctor/list-dates");
  const wrong = rows.filter((row) => !isRight(row));
  if (wrong.length === 0) return { count: 0, ids: [] };
  const dates = wrong.map(({ count: _, ...date }) => date);
  const found = await database.read<{ id: string }>("doctor/find-dated", { dates });
  return { count: wrong.reduce((sum, { count }) => sum + count, 0), ids: found.map(({ id }) => id) };
}

function isRight({ first, last, earliest, latest }: DateRow): boolean {
  const begin = first === null ? null : (parseEdtf(first)?.earliest ?? null);
  const end = last === null ? null : (parseEdtf(last)?.latest ?? null);
  return begin === earliest && end === latest;
}
