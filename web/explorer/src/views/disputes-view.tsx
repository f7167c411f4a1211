import {
  type DisputedClaim,
  type DisputesAnswer,
  disputesQuestion,
} from "../../../../src/questions/disputes.ts";
import type { Ref, Statement } from "../../../../src/questions/statement.ts";
import type { Navigation } from "../navigation.ts";
import { AnswerFrame } from "../parts/answer-frame.tsx";
import { AnswerNotes } from "../parts/answer-notes.tsx";
import type { Column } from "../parts/column.ts";
import { FallenAway } from "../parts/fallen-away.tsx";
import { StatementCard } from "../parts/statement-card.tsx";
import { traceLink } from "../parts/trace-link.ts";
import { ViewBody } from "../parts/view-body.tsx";
import "../styles/disputes.css";
import { texts } from "../texts.ts";
import { useAnswer } from "../use-answer.ts";
import { ClaimCard } from "./disputes/claim-card.tsx";
import { filterVariables } from "./filter-variables.ts";

/** Who asserts, who disputes, and whom the document sides with. */
export function DisputesView({ navigation }: { readonly navigation: Navigation }) {
  const { caseSlug, choices } = navigation.address;
  const isAll = choices.all === "yes";
  const variables = { case: caseSlug, ...filterVariables(choices), ...(isAll ? { all: true } : {}) };
  const answer = useAnswer(disputesQuestion, variables);
  return (
    <>
      <h1>{texts.views.disputes}</h1>
      <label class="inline-field no-print">
        <input
          type="checkbox"
          checked={isAll}
          onChange={() => navigation.choose({ all: isAll ? "" : "yes" })}
        />
        {texts.disputes.all}
      </label>
      <AnswerFrame answer={answer} navigation={navigation}>
        {({ disputes }) => (
          <>
            <AnswerNotes
              notes={disputes}
              page={{ shown: disputes.claims.length, pageInfo: disputes.pageInfo }}
            />
            <FallenAway navigation={navigation} analysis="DISPUTES" variables={variables} />
            {disputes.claims.length + disputes.statements.length === 0 ? null : (
              <ViewBody
                navigation={navigation}
                question={disputesQuestion}
                variables={variables}
                table={{
                  name: `${caseSlug}-disputes`,
                  columns: columnsOf(navigation),
                  rows: disputes.claims,
                }}
              >
                <Claims claims={disputes.claims} navigation={navigation} />
                <DoubtfulStatements statements={disputes.statements} navigation={navigation} />
              </ViewBody>
            )}
          </>
        )}
      </AnswerFrame>
    </>
  );
}

interface ClaimsProps {
  readonly claims: readonly DisputedClaim[];
  readonly navigation: Navigation;
}

function Claims({ claims, navigation }: ClaimsProps) {
  return (
    <section>
      <h2>
        {texts.disputes.claims} <span class="soft small">{claims.length}</span>
      </h2>
      {claims.length === 0 ? <p class="soft">{texts.disputes.noClaims}</p> : null}
      {claims.map((claim) => (
        <ClaimCard key={claim.id} dispute={claim} navigation={navigation} />
      ))}
    </section>
  );
}

interface DoubtfulStatementsProps {
  readonly statements: DisputesAnswer["disputes"]["statements"];
  readonly navigation: Navigation;
}

function DoubtfulStatements({ statements, navigation }: DoubtfulStatementsProps) {
  return (
    <section>
      <h2>
        {texts.disputes.statements} <span class="soft small">{statements.length}</span>
      </h2>
      <p class="soft small">{texts.disputes.statementsHelp}</p>
      {statements.map(({ id, statement }) => (
        <StatementCard key={id} statement={statement} navigation={navigation} />
      ))}
    </section>
  );
}

function columnsOf(navigation: Navigation): readonly Column<DisputedClaim>[] {
  const { columns, disputes } = texts;
  const names = (refs: readonly Ref[]) => refs.map(({ name }) => name).join(", ");
  const quotes = (statements: readonly Statement[]) =>
    statements.flatMap(({ quote }) => quote ?? []).join(" | ");
  return [
    {
      title: columns.claim,
      value: ({ claim }) => claim.name,
      link: ({ claim }) => traceLink(navigation, claim.slug),
    },
    { title: columns.standing, value: ({ standing }) => texts.trace.standings[standing ?? ""] ?? null },
    { title: columns.sidesWith, value: ({ sidesWith }) => disputes.sides[sidesWith] },
    { title: columns.assertedBy, value: ({ assertedBy }) => names(assertedBy) },
    { title: columns.assertedIn, value: ({ assertions }) => quotes(assertions) },
    { title: columns.disputedBy, value: ({ disputedBy }) => names(disputedBy) },
    { title: columns.disputedIn, value: ({ denials }) => quotes(denials) },
    { title: columns.contradicts, value: ({ claim }) => names(claim.contradicts) },
  ];
}
