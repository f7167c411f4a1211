import type { CaseActors } from "./case-actors.ts";
import type { ClaimRef } from "./case-claims.ts";
import type { Ref } from "./refs.ts";
import type { StatementRef } from "./statement-ref.ts";
import { type Counting, makeCounter } from "./voices.ts";

/** How an actor was judged: a stand on it or on those who stand for it, or what was said of a claim about it. */
export interface Judgement {
  readonly by: readonly Ref[];
  readonly statement: StatementRef;
}

/** What judgements are found in. */
export interface JudgementWorld {
  readonly actors: CaseActors;
  readonly claims: ReadonlyMap<string, ClaimRef>;
  readonly counting: Counting;
}

/** Gives a function that finds how others judged an actor, in the order of the statements. */
export function makeJudgementFinder(
  statements: readonly StatementRef[],
  world: JudgementWorld,
): (actor: string) => Judgement[] {
  const stands = makeStandIns(world);
  const judging = statements
    .map((statement) => ({ statement, judged: findJudged(statement, world.claims) }))
    .filter(({ judged }) => judged.length > 0);
  return (actor) =>
    judging
      .filter(({ statement, judged }) => {
        const isAbout = judged.some((id) => stands(id, statement, actor));
        return isAbout && !statement.actors.some(({ id }) => stands(id, statement, actor));
      })
      .map(({ statement }) => ({ by: statement.actors, statement }));
}

/** Whom a statement judges: an actor that it is for or against, or whoever its claim is about or against. */
function findJudged(statement: StatementRef, claims: ReadonlyMap<string, ClaimRef>): string[] {
  const { target, polarity, against } = statement;
  if (target.kind === "Actor") return polarity === 0 ? [] : [target.id];
  if (target.kind !== "Claim") return [];
  const about = (claims.get(target.id)?.about ?? []).filter((thing) => thing.kind === "Actor");
  return [...about, ...against].map(({ id }) => id);
}

/** Tells whether somebody is an actor, or stood for it at the time of a statement. */
function makeStandIns({ actors, counting }: JudgementWorld) {
  const count = makeCounter(actors, counting);
  return (id: string, statement: StatementRef, actor: string): boolean =>
    id === actor || count([id], statement).includes(actor);
}
