import type { DisputedClaim } from "../../../../../src/questions/disputes.ts";
import type { Ref, Statement } from "../../../../../src/questions/statement.ts";
import type { Navigation } from "../../navigation.ts";
import { Names, StatementCard } from "../../parts/statement-card.tsx";
import { traceLink } from "../../parts/trace-link.ts";
import { texts } from "../../texts.ts";

/** One claim: who asserts it on the left, who disputes it on the right, the document's own side between. */
export function ClaimCard({
  dispute,
  navigation,
}: {
  readonly dispute: DisputedClaim;
  readonly navigation: Navigation;
}) {
  const { claim, standing, sidesWith, assertedBy, disputedBy, assertions, denials } = dispute;
  const { disputes } = texts;
  return (
    <article class="claim">
      <h3>
        <a href={traceLink(navigation, claim.slug)}>{claim.name}</a>
      </h3>
      <p>
        <span class={`verdict ${sidesWith.toLowerCase()}`}>
          <span aria-hidden="true">{SIDE_SIGNS[sidesWith]}</span> {disputes.sides[sidesWith]}
        </span>{" "}
        {standing ? <span class="soft small">{texts.trace.standings[standing]}</span> : null}
      </p>
      <div class="sides">
        <Side
          title={disputes.asserts}
          actors={assertedBy}
          statements={assertions}
          isBacked={sidesWith === "ASSERTERS"}
          navigation={navigation}
        />
        <Side
          title={disputes.denies}
          actors={disputedBy}
          statements={denials}
          isBacked={sidesWith === "DISPUTERS"}
          navigation={navigation}
        />
      </div>
      <Related
        says={texts.relations("CONTRADICTS", "OUT")}
        refs={claim.contradicts}
        navigation={navigation}
      />
      <Related says={texts.relations("EXPLAINS", "OUT")} refs={claim.explains} navigation={navigation} />
    </article>
  );
}

const SIDE_SIGNS = { ASSERTERS: "✓", DISPUTERS: "✕", NEITHER: "?" } as const;

interface SideProps {
  readonly title: string;
  readonly actors: readonly Ref[];
  readonly statements: readonly Statement[];
  /** The document sides with it. */
  readonly isBacked: boolean;
  readonly navigation: Navigation;
}

function Side({ title, actors, statements, isBacked, navigation }: SideProps) {
  return (
    <section class={isBacked ? "side backed" : "side"}>
      <h4>{title}</h4>
      <p>
        {actors.length === 0 ? (
          <i class="soft">{texts.disputes.nobody}</i>
        ) : (
          <Names refs={actors} navigation={navigation} />
        )}
      </p>
      {statements.length === 0 ? null : (
        <details>
          <summary class="small">{texts.statementCount(statements.length)}</summary>
          {statements.map((statement) => (
            <StatementCard key={statement.id} statement={statement} navigation={navigation} />
          ))}
        </details>
      )}
    </section>
  );
}

function Related({
  says,
  refs,
  navigation,
}: {
  readonly says: string;
  readonly refs: readonly Ref[];
  readonly navigation: Navigation;
}) {
  if (refs.length === 0) return null;
  return (
    <p class="small soft">
      {says} <Names refs={refs} navigation={navigation} />
    </p>
  );
}
