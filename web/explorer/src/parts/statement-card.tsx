import type { CitedSource, Ref, Statement } from "../../../../src/questions/statement.ts";
import type { Navigation } from "../navigation.ts";
import { texts } from "../texts.ts";
import { traceLink } from "./trace-link.ts";

/** One statement with all that it rests on: sentence, quote, sources, status. */
export function StatementCard({
  statement,
  navigation,
}: {
  readonly statement: Statement;
  readonly navigation: Navigation;
}) {
  const { actors, through, onBehalfOf, addressedTo, against, conditionalOn, madeAt } = statement;
  const around: readonly (readonly [string, readonly Ref[]])[] = [
    [texts.around.through, through],
    [texts.around.onBehalfOf, onBehalfOf],
    [texts.around.addressedTo, addressedTo],
    [texts.around.against, against],
    [texts.around.conditionalOn, conditionalOn],
    [texts.around.madeAt, madeAt ? [madeAt] : []],
  ];
  return (
    <article class={`statement ${polarityClass(statement.polarity)}`} id={statement.slug}>
      <p class="sentence">
        <time class="soft small">{statement.date ?? texts.undated}</time>{" "}
        <Names refs={actors} navigation={navigation} /> <b class="act">{texts.acts(statement.act)}</b>{" "}
        <Names refs={[statement.target]} navigation={navigation} />
        {around.map(([word, refs]) =>
          refs.length === 0 ? null : (
            <span key={word} class="small">
              {" "}
              {word} <Names refs={refs} navigation={navigation} />
            </span>
          ),
        )}{" "}
        <StatusMark statement={statement} />
      </p>
      {statement.quote ? (
        <blockquote>
          “{statement.quote}” <cite class="soft small">{statement.locator}</cite>
        </blockquote>
      ) : null}
      <Evidence statement={statement} navigation={navigation} />
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

function Evidence({
  statement,
  navigation,
}: {
  readonly statement: Statement;
  readonly navigation: Navigation;
}) {
  if (statement.isUncited) return <p class="soft small">{texts.uncited}</p>;
  return (
    <ul class="evidence small">
      {statement.cites.map((citation) => (
        <li key={citation.source.id}>
          <a href={traceLink(navigation, citation.source.slug)}>{nameCitation(citation)}</a>
          {citation.source.url ? (
            <>
              {" "}
              <a href={citation.source.url} rel="noreferrer noopener external">
                {texts.readSource}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function nameCitation({ source, isOneOf, scope }: CitedSource): string {
  const name = [source.publisher, source.title && `“${source.title}”`, source.date]
    .filter(Boolean)
    .join(", ");
  const marks = [
    isOneOf ? texts.oneOf : "",
    scope === "PARAGRAPH" ? texts.citedInParagraph : "",
    source.listed === false ? texts.unlisted : "",
  ];
  return [name || source.citationKey || source.slug, ...marks.filter(Boolean)].join(" · ");
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
