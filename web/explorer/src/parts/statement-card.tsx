import type { ComponentChildren } from "preact";
import type { Ref, Statement } from "../../../../src/questions/statement.ts";
import { writtenDate } from "../models/written-date.ts";
import { aroundOf } from "../models/written-sentence.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { Evidence } from "./evidence.tsx";
import { traceLink } from "./trace-link.ts";

/** One statement with all that it rests on: sentence, quote, sources, status. */
export function StatementCard({
  statement,
  navigation,
  evidence,
}: {
  readonly statement: Statement;
  readonly navigation: Navigation;
  /** Shown in place of the list of sources, where a view tells them in its own way. */
  readonly evidence?: ComponentChildren;
}) {
  const { actors } = statement;
  return (
    <article class={`statement ${polarityClass(statement.polarity)}`} id={statement.slug}>
      <p class="sentence">
        <time class="soft small">{writtenDate(statement.date)}</time>{" "}
        <Names refs={actors} navigation={navigation} /> <b class="act">{texts.acts(statement.act)}</b>{" "}
        <Names refs={[statement.target]} navigation={navigation} />
        {aroundOf(statement).map(([word, refs]) => (
          <span key={word} class="small">
            {" "}
            {word} <Names refs={refs} navigation={navigation} />
          </span>
        ))}{" "}
        <StatusMark statement={statement} />
      </p>
      {statement.quote ? (
        <blockquote>
          “{statement.quote}” <cite class="soft small">{statement.locator}</cite>
        </blockquote>
      ) : null}
      {evidence ?? <Evidence evidence={statement} navigation={navigation} />}
      {statement.note ? <p class="soft small">{statement.note}</p> : null}
    </article>
  );
}

/** The status as a word with its own outline: never by colour alone. */
function StatusMark({ statement: { status, assertedBy, disputedBy } }: { readonly statement: Statement }) {
  const names = [...assertedBy, ...disputedBy].map(({ name }) => name).join(", ");
  return (
    <span class={`status ${status.toLowerCase()}`} title={texts.statusHelp[status]}>
      {texts.statuses[status]}
      {names === "" ? "" : `: ${names}`}
    </span>
  );
}

/** Names of things, each a link to its trace. */
export function Names({
  refs,
  navigation,
}: {
  readonly refs: readonly Ref[];
  readonly navigation: Navigation;
}) {
  if (refs.length === 0) return <i class="soft">{texts.notStated}</i>;
  return (
    <>
      {refs.map((ref, index) => (
        <span key={ref.id}>
          {index === 0 ? "" : index === refs.length - 1 ? ` ${texts.and} ` : ", "}
          <a href={traceLink(navigation, ref.slug)}>{ref.name}</a>
        </span>
      ))}
    </>
  );
}

function polarityClass(polarity: number | null): string {
  if (polarity === null || polarity === 0) return "neutral";
  if (Math.abs(polarity) < 1) return "half";
  return polarity > 0 ? "for" : "against";
}
