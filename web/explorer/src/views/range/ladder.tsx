import { type HeldDemand, type LadderAnswer, ladderQuestion } from "../../../../../src/questions/range.ts";
import { demandLadders } from "../../models/demand-ladders.ts";
import { cellKey } from "../../models/position-matrix.ts";
import type { Navigation } from "../../navigation.ts";
import { AnswerFrame } from "../../parts/answer-frame.tsx";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";
import { useAnswer } from "../../use-answer.ts";
import { POSITION_SIGNS, positionClass } from "../positions/position-signs.ts";

interface LadderProps {
  readonly issue: string;
  readonly held: readonly HeldDemand[];
  readonly navigation: Navigation;
}

type LadderDemand = LadderAnswer["demands"][number];

/** The demands of an issue from the hardest down, who holds each, and how they stand to each other. */
export function Ladder({ issue, held, navigation }: LadderProps) {
  const answer = useAnswer(ladderQuestion, { case: navigation.address.caseSlug, issue });
  return (
    <section class="ladder">
      <h2>{texts.range.ladder}</h2>
      <p class="soft small">{texts.range.ladderHelp}</p>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ demands }) =>
          demands.length === 0 ? (
            <p class="notice">{texts.range.noDemands}</p>
          ) : (
            <Ladders demands={demands} held={held} navigation={navigation} />
          )
        }
      </AnswerFrame>
    </section>
  );
}

interface LaddersProps extends Omit<LadderProps, "issue"> {
  readonly demands: readonly LadderDemand[];
}

function Ladders({ demands, held, navigation }: LaddersProps) {
  const { ladders, apart } = demandLadders(demands);
  const card = (demand: LadderDemand) => (
    <DemandCard
      key={demand.slug}
      demand={demand}
      holders={held.filter((one) => one.demand.slug === demand.slug)}
      navigation={navigation}
    />
  );
  return (
    <>
      <div class="ladders">
        {ladders.map(({ rungs }) => (
          <ol key={rungs[0]?.[0]?.slug}>
            {rungs.map((rung) => (
              <li key={rung[0]?.slug} class="rung">
                {rung.map(card)}
              </li>
            ))}
          </ol>
        ))}
      </div>
      {apart.length === 0 ? null : (
        <>
          {ladders.length === 0 ? null : <h3>{texts.range.apart}</h3>}
          <div class="apart">{apart.map(card)}</div>
        </>
      )}
    </>
  );
}

interface DemandCardProps {
  readonly demand: LadderDemand;
  readonly holders: readonly HeldDemand[];
  readonly navigation: Navigation;
}

function DemandCard({ demand, holders, navigation }: DemandCardProps) {
  const { range } = texts;
  const chosen = navigation.address.choices.held ?? "";
  return (
    <article class={holders.length === 0 ? "demand unheld" : "demand"}>
      <h3>
        <a href={traceLink(navigation, demand.slug)}>{demand.text}</a>
      </h3>
      <p class="holders">
        {holders.length === 0 ? <i class="soft small">{range.heldByNobody}</i> : null}
        {holders.map(({ actor, position }) => {
          const key = cellKey(actor.slug, demand.slug);
          return (
            <button
              key={actor.id}
              type="button"
              class="holder"
              aria-pressed={key === chosen}
              data-mark={key}
              onClick={() => navigation.choose({ held: key, open: "" })}
            >
              <span class={positionClass(position)}>{POSITION_SIGNS[position]}</span> {actor.name}{" "}
              <span class="visually-hidden">{texts.positions.words[position]}</span>
            </button>
          );
        })}
      </p>
      <Relation sign="▲" says={range.hardens} demands={demand.hardens} navigation={navigation} />
      <Relation sign="▼" says={range.softens} demands={demand.softens} navigation={navigation} />
      <Relation
        sign="✕"
        says={range.contradicts}
        demands={[...demand.contradicts, ...demand.contradictedBy]}
        navigation={navigation}
      />
    </article>
  );
}

interface RelationProps {
  readonly sign: string;
  readonly says: string;
  readonly demands: LadderDemand["hardens"];
  readonly navigation: Navigation;
}

function Relation({ sign, says, demands, navigation }: RelationProps) {
  if (demands.length === 0) return null;
  return (
    <p class="small relation">
      <span aria-hidden="true">{sign}</span> {says}{" "}
      {demands.map(({ slug, text }, index) => (
        <span key={slug}>
          {index === 0 ? "" : "; "}
          <a href={traceLink(navigation, slug)}>{text}</a>
        </span>
      ))}
    </p>
  );
}
